package dev.contentconnect.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One grant of use, complete in itself.
 *
 * @param name what the licence calls it, if anything
 * @param territories where it holds
 * @param terms for each aspect the words it covers; an aspect that is missing was not stated
 * @param validity when it holds
 * @param firstUseBy the moment by which the first use must have been made, where the licence sets one; half-open like
 *     {@code validity}
 * @param editorialOnly true for news and education only; null when not stated, which limits nothing
 * @param limits counted limits of this grant; may be empty
 * @param exclusivities what is granted to this holder alone, in the licence's words; for information
 * @param extensions what the vendor adds
 */
public record RightsGrant(
        @Nullable String name,
        Territories territories,
        Map<RightsDimension, Terms> terms,
        Validity validity,
        @Nullable Instant firstUseBy,
        @Nullable Boolean editorialOnly,
        List<UsageLimit> limits,
        List<String> exclusivities,
        Extensions extensions) {

    /**
     * Makes a grant; collections are copied.
     *
     * @param name what the licence calls it, if anything
     * @param territories where it holds
     * @param terms for each aspect the words it covers; an aspect that is missing was not stated
     * @param validity when it holds
     * @param firstUseBy the moment by which the first use must have been made, where the licence sets one; half-
     *     open like {@code validity}
     * @param editorialOnly true for news and education only; null when not stated, which limits nothing
     * @param limits counted limits of this grant; may be empty
     * @param exclusivities what is granted to this holder alone, in the licence's words; for information
     * @param extensions what the vendor adds
     */
    public RightsGrant {
        Objects.requireNonNull(territories, "territories");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(extensions, "extensions");
        terms = Map.copyOf(terms);
        limits = List.copyOf(limits);
        exclusivities = List.copyOf(exclusivities);
    }

    /**
     * A grant by place, aspects and time alone.
     *
     * @param territories where
     * @param terms for each aspect the words it covers
     * @param validity when
     * @return the grant
     */
    public static RightsGrant of(Territories territories, Map<RightsDimension, Terms> terms, Validity validity) {
        return new RightsGrant(null, territories, terms, validity, null, null, List.of(), List.of(), Extensions.none());
    }

    /** The moments at which something about this grant ends. */
    List<Instant> deadlines() {
        List<Instant> ends = new ArrayList<>(2);
        Instant until = validity.until();
        if (until != null) {
            ends.add(until);
        }
        if (firstUseBy != null) {
            ends.add(firstUseBy);
        }
        return ends;
    }
}
