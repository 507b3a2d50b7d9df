package dev.contentconnect.vip;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.PlainText;
import dev.contentconnect.vip.map.Profile;
import dev.contentconnect.vip.wire.WireTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which term is which segment. Names and ids are asked for once and remembered, the latest 5,000 of them; what turns out to
 * have vanished is forgotten. Safe for several threads.
 */
final class TermBook {
    private static final int REMEMBERED = 5_000;

    private final WordpressClient client;
    private final boolean offered;
    private final Map<Segment, Long> ids = memory();
    private final Map<String, Segment> names = memory();

    TermBook(WordpressClient client, boolean offered) {
        this.client = client;
        this.offered = offered;
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

    /** The segments of items, by the terms that {@code of} reads for each taxonomy; one request for each that is new. */
    void learn(Collection<Function<String, List<Long>>> items) {
        if (!offered) {
            return;
        }
        Profile.segments().forEach((kind, base) -> {
            Set<Long> unknown = new LinkedHashSet<>();
            for (Function<String, List<Long>> item : items) {
                item.apply(base).stream()
                        .filter(id -> !names.containsKey(base + id))
                        .forEach(unknown::add);
            }
            List<Long> missing = new ArrayList<>(unknown);
            for (int from = 0; from < missing.size(); from += 100) {
                String some = missing.subList(from, Math.min(missing.size(), from + 100)).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
                client.terms(base)
                        .list(WordpressQuery.ALL.with("include", some))
                        .forEach(term -> keep(kind, base, term));
            }
        });
    }

    /** What is known of one item, see {@link #learn}. */
    List<Segment> segments(Function<String, List<Long>> item) {
        List<Segment> out = new ArrayList<>();
        Profile.segments().forEach((kind, base) -> {
            for (Long id : item.apply(base)) {
                Segment known = names.get(base + id);
                if (known != null) {
                    out.add(known);
                }
            }
        });
        return out;
    }

    private void keep(SegmentKind kind, String base, WireTerm term) {
        String name =
                term.name() == null ? "" : PlainText.unescaped(term.name()).strip();
        if (!name.isEmpty()) {
            Segment segment = new Segment(kind, name);
            ids.put(segment, term.id());
            names.put(base + term.id(), segment);
        }
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
        long id = client.terms(base).createOrFind(segment.value());
        ids.put(segment, id);
        names.put(base + id, segment);
        return id;
    }

    /** The term of a segment, if there is one. */
    OptionalLong find(Segment segment) {
        String base = Profile.segments().get(segment.kind());
        Long known = ids.get(segment);
        if (known != null || base == null || !offered) {
            return known == null ? OptionalLong.empty() : OptionalLong.of(known);
        }
        // Names are kept escaped and searched as they are kept.
        WordpressQuery search =
                WordpressQuery.ALL.with("search", segment.value().replace("&", "&amp;"));
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
