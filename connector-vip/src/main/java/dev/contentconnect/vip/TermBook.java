package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Which term is which segment. Names and ids are asked for once and remembered for ten minutes, the latest 5,000 of them;
 * what turns out to have vanished is forgotten. Safe for several threads.
 */
final class TermBook {
    private static final int REMEMBERED = 5_000;
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** The column of the database; WordPress answers 500 to more. */
    private static final int LONGEST = 200;

    private final WordpressClient client;
    private final boolean offered;
    private final TimeSource time;
    private final Map<Segment, Long> ids = memory();
    private final Map<String, Segment> names = memory();
    private volatile Instant begun;

    TermBook(WordpressClient client, WordpressConfig config) {
        this.client = client;
        this.offered = config.serverProfile();
        this.time = config.options().time();
        this.begun = time.now();
    }

    private static <K, V> Map<K, V> memory() {
        return Collections.synchronizedMap(new Bounded<>());
    }

    @SuppressWarnings("serial") // never serialised
    private static final class Bounded<K, V> extends LinkedHashMap<K, V> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * The segments of some items, however many: not those of the memory, which forgets.
     *
     * @param names by route and id
     */
    record Known(Map<String, Segment> names) {
        List<Segment> of(Function<String, List<Long>> item) {
            List<Segment> out = new ArrayList<>();
            for (String base : Profile.segments().values()) {
                for (Long id : item.apply(base)) {
                    Segment known = names.get(base + id);
                    if (known != null) {
                        out.add(known);
                    }
                }
            }
            return out;
        }
    }

    List<Segment> segments(Function<String, List<Long>> item) {
        return segments(List.of(item)).of(item);
    }

    /** Asks for the names that are new, a hundred a request. */
    Known segments(Collection<Function<String, List<Long>>> items) {
        Map<String, Segment> known = new HashMap<>();
        if (!offered) {
            return new Known(known);
        }
        refresh();
        Profile.segments().forEach((kind, base) -> {
            Set<Long> unknown = new LinkedHashSet<>();
            for (Function<String, List<Long>> item : items) {
                for (Long id : item.apply(base)) {
                    Segment there = names.get(base + id);
                    if (there != null) {
                        known.put(base + id, there);
                    } else {
                        unknown.add(id);
                    }
                }
            }
            List<Long> missing = new ArrayList<>(unknown);
            for (int from = 0; from < missing.size(); from += 100) {
                List<Long> some = missing.subList(from, Math.min(missing.size(), from + 100));
                for (WireTerm term : client.terms(base).list(WordpressQuery.ALL.with("include", some))) {
                    keep(kind, base, term).ifPresent(segment -> known.put(base + term.id(), segment));
                }
            }
        });
        return new Known(known);
    }

    /** People rename terms. */
    private void refresh() {
        Instant now = time.now();
        if (begun.plus(FRESH).isBefore(now)) {
            begun = now;
            ids.clear();
            names.clear();
        }
    }

    private Optional<Segment> keep(SegmentKind kind, String base, WireTerm term) {
        String name =
                term.name() == null ? "" : PlainText.unescaped(term.name()).strip();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Segment segment = new Segment(kind, name);
        ids.put(segment, term.id());
        names.put(base + term.id(), segment);
        return Optional.of(segment);
    }

    /** The terms of segments by route, made where they are missing; kinds that have no taxonomy are left out. */
    Map<String, List<Long>> resolve(Collection<Segment> segments) {
        Map<String, List<Long>> out = new LinkedHashMap<>();
        for (Segment segment : segments) {
            String base = Profile.segments().get(segment.kind());
            if (offered && base != null) {
                long id = find(segment).orElseGet(() -> make(segment, base));
                List<Long> of = out.computeIfAbsent(base, any -> new ArrayList<>());
                if (!of.contains(id)) {
                    of.add(id);
                }
            }
        }
        return out;
    }

    private long make(Segment segment, String base) {
        if (segment.value().length() > LONGEST) {
            throw REFUSED.rejected(base + ".create", null, "names of terms end after " + LONGEST + " characters");
        }
        long id = client.terms(base).createOrFind(segment.value());
        // How the term is called there is asked for when it is shown: WordPress cleans names.
        ids.put(segment, id);
        return id;
    }

    /** The term of a segment, if there is one. */
    OptionalLong find(Segment segment) {
        refresh();
        String base = Profile.segments().get(segment.kind());
        Long known = ids.get(segment);
        if (known != null || base == null || !offered) {
            return known == null ? OptionalLong.empty() : OptionalLong.of(known);
        }
        // Names are kept escaped and searched as they are kept.
        WordpressQuery search = WordpressQuery.ALL.with("search", PlainText.escaped(segment.value()));
        for (WireTerm term : client.terms(base).list(search)) {
            keep(segment.kind(), base, term);
            if (term.name() != null
                    && PlainText.unescaped(term.name())
                            .strip()
                            .equalsIgnoreCase(segment.value().strip())) {
                ids.put(segment, term.id());
                return OptionalLong.of(term.id());
            }
        }
        return OptionalLong.empty();
    }

    /** Forgets segments whose terms are gone. */
    void forget(Collection<Segment> segments) {
        for (Segment segment : segments) {
            Long id = ids.remove(segment);
            if (id != null) {
                names.remove(Profile.segments().get(segment.kind()) + id);
            }
        }
    }
}
