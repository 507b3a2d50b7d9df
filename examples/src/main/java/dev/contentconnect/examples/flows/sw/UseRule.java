package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.model.RightsReason;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Use;
import java.time.Instant;
import java.util.List;

/** What is to be done with an asset, so that its rights can be asked. Policy, so the host's business. */
@FunctionalInterface
public interface UseRule {

    /**
     * Every use that must be allowed.
     *
     * @param at when
     * @return none when rights do not matter
     */
    List<Use> uses(Instant at);

    /**
     * Why rights do not allow what is to be done. What nobody stated is not allowed.
     *
     * @param rights of an asset
     * @param at when
     * @return in words for people; empty when every use is allowed
     */
    default List<String> objections(RightsRecord rights, Instant at) {
        return uses(at).stream()
                .map(rights::permits)
                .filter(answer -> !answer.isAllowed())
                .flatMap(answer -> answer.reasons().stream())
                .map(RightsReason::toString)
                .distinct()
                .toList();
    }
}
