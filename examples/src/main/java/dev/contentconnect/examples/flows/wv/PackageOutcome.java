package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where a package stands in {@link ApproveThenPublish}. */
public sealed interface PackageOutcome {

    /**
     * People have yet to decide. Call again later.
     *
     * @param caseRef the case they decide in
     * @param open the stakeholders whose decision is missing; empty while the case itself has yet to close
     */
    record Waiting(SourceRef caseRef, List<String> open) implements PackageOutcome {

        /** Copies the list. */
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /**
     * The package is with its audience.
     *
     * @param publication as the target system has it
     */
    record Published(Publication publication) implements PackageOutcome {}

    /**
     * The package is not published and will not be; a new version may be.
     *
     * @param reasons why, each a sentence part for people; never empty
     */
    record Refused(List<String> reasons) implements PackageOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
