package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where something stands in a flow over a case. */
public sealed interface Standing {

    /**
     * There is nothing to do.
     *
     * @param why in words for people
     */
    record Idle(String why) implements Standing {}

    /**
     * People have yet to do something. Call again later.
     *
     * @param caseRef the case they work in
     * @param missing whose word is missing; may be empty while a case has yet to close
     */
    record Waiting(SourceRef caseRef, List<String> missing) implements Standing {

        /** Copies the list. */
        public Waiting {
            missing = List.copyOf(missing);
        }
    }

    /**
     * It came to a good end, and both systems say so.
     *
     * @param caseRef the case
     * @param outcome how it ended
     */
    record Done(SourceRef caseRef, String outcome) implements Standing {}

    /**
     * It came to another end, and the makers can read why.
     *
     * @param reasons never empty
     */
    record Refused(List<String> reasons) implements Standing {

        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
