package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;

/** Where a launch stands in {@link LaunchChecklist}. Nothing of it is out before it is launched. */
public sealed interface LaunchOutcome {

    /**
     * Something is not done. Call again later.
     *
     * @param caseRef the case of the checklist
     * @param open the items that are not done, blocked ones among them; empty while the case has yet to close
     */
    record Waiting(SourceRef caseRef, List<String> open) implements LaunchOutcome {

        /** Copies the list. */
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /**
     * Everything is done before its time. Call again then.
     *
     * @param at the time
     */
    record Ready(Instant at) implements LaunchOutcome {}

    /**
     * Everything is done, and an asset is not fit to go out, so none goes. Call again when that is corrected.
     *
     * @param reasons why, each a sentence part for people; never empty
     */
    record Blocked(List<String> reasons) implements LaunchOutcome {

        /** Copies the list. */
        public Blocked {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * All of it is out.
     *
     * @param publication as the library has it
     */
    record Launched(Publication publication) implements LaunchOutcome {}

    /**
     * Nothing is out and nothing will be; another version of the plan may be.
     *
     * @param reasons why, each a sentence part for people; never empty
     */
    record Refused(List<String> reasons) implements LaunchOutcome {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
