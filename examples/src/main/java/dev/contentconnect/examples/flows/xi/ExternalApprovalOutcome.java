package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.ApprovalStatus;
import java.util.List;

/** Where an asset stands in {@link ExternalApproval}. Versions are named by their ids in the media library. */
public sealed interface ExternalApprovalOutcome {

    /** Nobody submitted the current version; what was asked about older ones is taken back. */
    record NotSubmitted() implements ExternalApprovalOutcome {}

    /** The asset is gone, and so are the open reviews of it. */
    record Gone() implements ExternalApprovalOutcome {}

    /**
     * Reviewers have yet to answer. Call again later.
     *
     * @param version the version under review
     * @param open the reviewers who have not answered
     */
    record Waiting(String version, List<String> open) implements ExternalApprovalOutcome {

        /** Copies the list. */
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /**
     * All reviewers approved, the media library says so too, and the version may be published.
     *
     * @param version its id
     */
    record Ready(String version) implements ExternalApprovalOutcome {}

    /**
     * The version is not approved; another one may be.
     *
     * @param version its id
     * @param reasons why, each a sentence part for people; never empty
     */
    record Rejected(String version, List<String> reasons) implements ExternalApprovalOutcome {

        /** Copies the list. */
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The reviewers answered, and people in the media library are still to answer, disagree, or decided otherwise. The
     * version is not ready. Call again later.
     *
     * @param version its id
     * @param status what the media library says
     */
    record Disputed(String version, ApprovalStatus status) implements ExternalApprovalOutcome {}
}
