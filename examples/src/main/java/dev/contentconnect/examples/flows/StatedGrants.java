package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.time.Timestamps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people state about grants in a case, by the fields {@code territories}, {@code validFrom} and {@code validUntil}. */
public final class StatedGrants {
    private StatedGrants() {}

    /**
     * Grants with what somebody stated in place of that part of each of them. Nobody's word becomes a grant by being left out.
     *
     * @param known the grants so far
     * @param fields what was stated
     * @return the grants that hold; the known ones where nothing was stated
     * @throws java.time.DateTimeException when a date cannot be read
     * @throws IllegalArgumentException when a territory cannot be read, or the end comes before the beginning
     */
    public static List<RightsGrant> of(List<RightsGrant> known, CaseFields fields) {
        List<String> territories = fields.texts("territories");
        String from = fields.text("validFrom");
        String until = fields.text("validUntil");
        if (territories.isEmpty() && from == null && until == null) {
            return known;
        }
        RightsGrant fresh = RightsGrant.of(Territories.unstated(), Map.of(), Validity.ALWAYS);
        return (known.isEmpty() ? List.of(fresh) : known)
                .stream()
                        .map(grant -> within(
                                grant,
                                territories.isEmpty()
                                        ? grant.territories()
                                        : Territories.of(territories.toArray(String[]::new)),
                                new Validity(
                                        from == null ? grant.validity().from() : moment(from, 0),
                                        until == null ? grant.validity().until() : moment(until, 1))))
                        .toList();
    }

    /**
     * The same grant in other places and at other times.
     *
     * @param grant the grant
     * @param where in place of its territories
     * @param when in place of its validity
     * @return a copy
     */
    public static RightsGrant within(RightsGrant grant, Territories where, Validity when) {
        return new RightsGrant(
                grant.name(),
                where,
                grant.terms(),
                when,
                grant.firstUseBy(),
                grant.editorialOnly(),
                grant.limits(),
                grant.exclusivities(),
                grant.extensions());
    }

    /**
     * A grant for people.
     *
     * @param grant the grant
     * @return for example {@code in AT, DE until 2027-01-01T00:00:00Z}
     */
    public static String words(RightsGrant grant) {
        List<Territory> allowed = grant.territories().allowed();
        List<Territory> excluded = grant.territories().excluded();
        return (allowed.isEmpty() ? "nobody said where" : "in " + words(allowed))
                + (excluded.isEmpty() ? "" : " except " + words(excluded))
                + (grant.validity().from() == null
                        ? ""
                        : " from " + grant.validity().from())
                + (grant.validity().until() == null
                        ? ""
                        : " until " + grant.validity().until());
    }

    private static String words(List<Territory> territories) {
        return territories.stream().map(Territory::code).collect(Collectors.joining(", "));
    }

    /** A day that people type is the first or the last one, and belongs to the stretch as a whole. */
    private static @Nullable Instant moment(String text, int daysAfter) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .plusDays(daysAfter)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : Timestamps.parse(text);
    }
}
