package dev.contentconnect.core.json;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rights in a handful of text fields, for a system that has fields and no rights of its own. Six are for people and other
 * programs; the seventh holds the whole record, which counts only as far as the six still say what it says: what people
 * changed goes before. What they cannot change there stays: other parts of a grant, prohibitions, limits.
 */
public final class FlatRights {
    /** The overall word. */
    public static final String STATUS = "status";

    /** Who owns the rights. */
    public static final String HOLDER = "holder";

    /** The terms. */
    public static final String USAGE_TERMS = "usageTerms";

    /** From when, of a single grant. */
    public static final String VALID_FROM = "validFrom";

    /** Until when, of a single grant. */
    public static final String VALID_UNTIL = "validUntil";

    /** Where, of a single grant without exceptions; several values. */
    public static final String TERRITORIES = "territories";

    /** The whole record as canonical JSON. */
    public static final String RECORD = "record";

    private static final Set<String> PLACE_AND_TIME = Set.of(VALID_FROM, VALID_UNTIL, TERRITORIES);

    private FlatRights() {}

    /**
     * The fields to write.
     *
     * @param rights all that should hold
     * @return the values of all seven fields; an empty list clears one
     */
    public static Map<String, List<String>> of(RightsRecord rights) {
        RightsRecord kept = rights.toBuilder().updatedAt(null).build();
        Map<String, List<String>> out = new LinkedHashMap<>(forPeople(kept));
        out.put(RECORD, List.of(new String(CanonicalJson.write(kept), StandardCharsets.UTF_8)));
        return out;
    }

    /**
     * The rights that fields hold.
     *
     * @param asset the asset they are about; also the identity of the rights
     * @param values the values of a field by its name here; empty for one that has none
     * @param kept the fields that the system has; others neither count nor are asked for
     * @return the rights; a date that cannot be read takes the grants away, makes a status unknown that does not forbid, and
     *     is kept among the extensions of the asset's system, by its name here. A record that cannot be read, or is that of
     *     another asset, does the same to the status, for nobody knows what it would have ruled out
     */
    public static RightsRecord.Builder read(SourceRef asset, Function<String, List<String>> values, Set<String> kept) {
        String record = kept.contains(RECORD) ? first(values, RECORD) : null;
        RightsRecord whole = whole(record, asset);
        Map<String, List<String>> written = whole == null ? Map.of() : forPeople(whole);
        RightsRecord.Builder out = whole == null ? RightsRecord.builder(asset, asset) : whole.toBuilder();
        if (isChanged(STATUS, written, values, kept)) {
            out.status(status(first(values, STATUS)));
        }
        if (isChanged(HOLDER, written, values, kept)) {
            out.holder(first(values, HOLDER));
        }
        if (isChanged(USAGE_TERMS, written, values, kept)) {
            out.usageTerms(first(values, USAGE_TERMS));
        }
        Set<String> changed = PLACE_AND_TIME.stream()
                .filter(name -> isChanged(name, written, values, kept))
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            List<RightsGrant> grants = whole == null ? List.of() : whole.grants();
            grant(
                    asset,
                    out,
                    grants,
                    changed,
                    name -> kept.contains(name) ? values.apply(name) : written.getOrDefault(name, List.of()));
        }
        if (record != null && whole == null) {
            doubt(asset, out, Map.of());
        }
        return out;
    }

    private static boolean isChanged(
            String name, Map<String, List<String>> written, Function<String, List<String>> values, Set<String> kept) {
        if (!kept.contains(name)) {
            return false;
        }
        List<String> was = written.getOrDefault(name, List.of());
        List<String> is = notBlank(values.apply(name));
        return switch (name) {
            case VALID_FROM, VALID_UNTIL -> !Objects.equals(moments(was), moments(is));
            // A field of several values is often given back in an order of its own.
            case TERRITORIES -> !Set.copyOf(was).equals(Set.copyOf(is));
            default -> !was.equals(is);
        };
    }

    /** One moment may be written in several ways. */
    private static List<Object> moments(List<String> texts) {
        return texts.stream().map(FlatRights::moment).toList();
    }

    private static Object moment(String text) {
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException unreadable) {
            return text;
        }
    }

    private static void grant(
            SourceRef asset,
            RightsRecord.Builder out,
            List<RightsGrant> grants,
            Set<String> changed,
            Function<String, List<String>> values) {
        String from = first(values, VALID_FROM);
        String until = first(values, VALID_UNTIL);
        List<Territory> places =
                notBlank(values.apply(TERRITORIES)).stream().map(Territory::of).toList();
        try {
            RightsGrant said =
                    RightsGrant.of(new Territories(places, List.of()), Map.of(), new Validity(date(from), date(until)));
            if (from == null && until == null && places.isEmpty()) {
                out.grants(List.of());
            } else {
                out.grants(
                        grants.isEmpty()
                                ? List.of(said)
                                : grants.stream()
                                        .map(grant -> changed(grant, said, changed))
                                        .toList());
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            Map<String, @Nullable Object> dates = new LinkedHashMap<>();
            dates.put(VALID_FROM, from);
            dates.put(VALID_UNTIL, until);
            doubt(asset, out.grants(List.of()), dates);
        }
    }

    /** A grant with what people changed about it; all else it says stays, above all what it rules out. */
    private static RightsGrant changed(RightsGrant grant, RightsGrant said, Set<String> changed) {
        Territories where = grant.territories();
        Validity when = grant.validity();
        return new RightsGrant(
                grant.name(),
                changed.contains(TERRITORIES)
                        ? new Territories(said.territories().allowed(), where.excluded())
                        : where,
                grant.terms(),
                new Validity(
                        changed.contains(VALID_FROM) ? said.validity().from() : when.from(),
                        changed.contains(VALID_UNTIL) ? said.validity().until() : when.until()),
                grant.firstUseBy(),
                grant.editorialOnly(),
                grant.limits(),
                grant.exclusivities(),
                grant.extensions());
    }

    /** Keeps the word for the status and makes it unknown, unless it forbids. */
    private static void doubt(
            SourceRef asset, RightsRecord.Builder out, Map<String, ? extends @Nullable Object> unreadable) {
        RightsRecord so = out.build();
        Map<String, @Nullable Object> own = new LinkedHashMap<>(so.extensions().get(asset.system()));
        if (!own.containsKey(STATUS) || !so.status().equals(RightsStatus.UNKNOWN)) {
            own.put(STATUS, so.status().value());
        }
        own.putAll(unreadable);
        out.status(so.status().forbids() ? so.status() : RightsStatus.UNKNOWN)
                .extensions(so.extensions().with(asset.system(), own));
    }

    /** A day without a time is its beginning in UTC, so that a last day ends the rights early and never late. */
    private static @Nullable Instant date(@Nullable String text) {
        return text == null ? null : Timestamps.parse(text);
    }

    private static RightsStatus status(@Nullable String word) {
        return word == null
                ? RightsStatus.UNKNOWN
                : RightsStatus.of(word.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable RightsRecord whole(@Nullable String json, SourceRef asset) {
        if (json == null) {
            return null;
        }
        try {
            RightsRecord read = CanonicalJson.readRightsRecord(json.getBytes(StandardCharsets.UTF_8));
            return read.asset().equals(asset) ? read : null;
        } catch (JsonException changedByHand) {
            return null;
        }
    }

    private static Map<String, List<String>> forPeople(RightsRecord rights) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        RightsGrant first = rights.grants().size() == 1 ? rights.grants().get(0) : null;
        RightsGrant only = first != null && first.territories().excluded().isEmpty() ? first : null;
        String status = rights.status().equals(RightsStatus.UNKNOWN)
                ? null
                : rights.status().value().strip().toLowerCase(Locale.ROOT);
        out.put(STATUS, one(status));
        out.put(HOLDER, one(rights.holder()));
        out.put(USAGE_TERMS, one(rights.usageTerms()));
        out.put(VALID_FROM, only == null ? List.of() : one(text(only.validity().from())));
        out.put(VALID_UNTIL, only == null ? List.of() : one(text(only.validity().until())));
        out.put(
                TERRITORIES,
                only == null
                        ? List.of()
                        : only.territories().allowed().stream()
                                .map(Territory::code)
                                .toList());
        return out;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static List<String> one(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text);
    }

    private static @Nullable String first(Function<String, List<String>> values, String name) {
        List<String> all = notBlank(values.apply(name));
        return all.isEmpty() ? null : all.get(0);
    }

    private static List<String> notBlank(List<String> values) {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
