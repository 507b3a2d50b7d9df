package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.SourceRef;

/** Where a request stands in {@link RequestFulfilment}. */
public sealed interface RequestOutcome {

    /**
     * The owner has yet to decide, or the requester to answer.
     *
     * @param caseRef their case
     */
    record Waiting(SourceRef caseRef) implements RequestOutcome {}

    /**
     * The requester has what was asked for.
     *
     * @param delivery as the library has it
     */
    record Delivered(Delivery delivery) implements RequestOutcome {}

    /**
     * The requester gets nothing, and was told why.
     *
     * @param delivery as the library has it; its detail is the reason
     */
    record Rejected(Delivery delivery) implements RequestOutcome {}
}
