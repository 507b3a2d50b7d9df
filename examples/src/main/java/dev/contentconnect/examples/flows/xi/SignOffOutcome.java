package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;

/** Where the record of a sign-off stands. */
public sealed interface SignOffOutcome {

    /** The approval is gone, or about nothing that is in the library. */
    record Nothing() implements SignOffOutcome {}

    /** The approval is one on the way to the final one; nothing was written. */
    record NotFinal() implements SignOffOutcome {}

    /**
     * Something is still to come; call again later.
     *
     * @param reason what is missing
     */
    record Waiting(String reason) implements SignOffOutcome {}

    /**
     * The approval ended without a sign-off; nothing was written.
     *
     * @param status how it ended
     */
    record NotSignedOff(ApprovalStatus status) implements SignOffOutcome {}

    /**
     * The approval is about another version than the current one, or a later one counts; nothing was written.
     *
     * @param reason which
     */
    record Superseded(String reason) implements SignOffOutcome {}

    /**
     * The asset says what was signed off, where the documents are and how long they are kept.
     *
     * @param asset the asset in the library
     * @param documents the sign-off documents
     */
    record Recorded(SourceRef asset, List<SourceRef> documents) implements SignOffOutcome {
        /** Copies the list. */
        public Recorded {
            documents = List.copyOf(documents);
        }
    }
}
