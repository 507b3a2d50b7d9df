package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.Delivery;

/** Where a problem stands in {@link PartnerProblems}. */
public sealed interface ProblemOutcome {

    /** People look at it in the library. */
    record InReview() implements ProblemOutcome {}

    /**
     * The file that is right is on its way to the partner.
     *
     * @param version what people call its version
     * @param file its entry in the log
     */
    record Updated(String version, Delivery file) implements ProblemOutcome {}

    /**
     * The partner has the file that is right; the problem is closed.
     *
     * @param with which version
     */
    record Solved(String with) implements ProblemOutcome {}

    /**
     * Nothing is sent, and the problem is closed.
     *
     * @param reason what a reviewer said, or why the partner must not have it
     */
    record Declined(String reason) implements ProblemOutcome {}
}
