package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where an asset stands in {@link ReApproval}. Versions are named by their ids in the library. */
public sealed interface VersionOutcome {

    /** No version that somebody approved is distributed, so there is nothing to approve again. */
    record NotApprovedYet() implements VersionOutcome {}

    /**
     * The newest version, or the one that people went back to, is approved and with its audience.
     *
     * @param version its id
     */
    record Distributed(String version) implements VersionOutcome {}

    /**
     * People have yet to decide on the newest version. Call again later.
     *
     * @param version the newest version, which is held back
     * @param caseRef the case they decide in
     * @param open the stakeholders whose decision is missing; empty while the case itself has yet to close
     * @param distributed the approved version, which its audience gets meanwhile
     */
    record Waiting(String version, SourceRef caseRef, List<String> open, String distributed) implements VersionOutcome {

        /** Copies the list. */
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /**
     * The newest version is approved, and somebody keeps the asset back for another reason. Call again later: it goes out
     * once the asset is offered again.
     *
     * @param version the newest version
     */
    record KeptBack(String version) implements VersionOutcome {}

    /**
     * The newest version is held back for good; another one may be approved.
     *
     * @param version the newest version
     * @param reasons why, each a sentence part for people; never empty
     * @param distributed the approved version, which its audience goes on to get
     */
    record Refused(String version, List<String> reasons, String distributed) implements VersionOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
