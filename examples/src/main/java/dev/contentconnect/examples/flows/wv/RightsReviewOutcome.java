package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;

/** Where an asset stands in {@link RightsReview}. */
public sealed interface RightsReviewOutcome {

    /** There is nothing to review: the asset is gone, or has no content yet. */
    record Nothing() implements RightsReviewOutcome {}

    /**
     * People have yet to decide.
     *
     * @param caseRef the case they decide in
     */
    record Waiting(SourceRef caseRef) implements RightsReviewOutcome {}

    /**
     * The review is over, and what the asset is and claims to be has not changed since.
     *
     * @param rights as the library has them
     */
    record Decided(RightsRecord rights) implements RightsReviewOutcome {}

    /**
     * The case was cancelled, and nothing has changed since: the rights stay pending.
     *
     * @param caseKey the key of the case
     */
    record CalledOff(String caseKey) implements RightsReviewOutcome {}
}
