package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a host knows about the content that its portal shows. */
public interface OnboardingRules {

    /**
     * Which asset of the source system an asset of the portal is. A portal names its assets by the source's own ids; how is a matter of
     * the adapter.
     *
     * @param shown any identity of the portal
     * @return nothing for what is not to be onboarded, such as a licence
     */
    Optional<SourceRef> origin(SourceRef shown);

    /**
     * Where the source system keeps a category.
     *
     * @param word as people say it in the case
     * @return the segment that is written to the asset
     */
    Segment category(String word);

    /**
     * Which groups do what, by the variables of the case: {@code creativeGroup} enriches, {@code productGroup} categorises,
     * {@code legalGroup} validates the rights, {@code regionalGroup} says who may see it.
     *
     * @return may be empty: then the groups of the model
     */
    default Map<String, String> groups() {
        return Map.of();
    }

    /**
     * How long people may take.
     *
     * @return five days unless stated otherwise
     */
    default Duration dueWithin() {
        return Duration.ofDays(5);
    }
}
