package dev.contentconnect.core.report;

import java.util.List;
import java.util.Map;

/**
 * Whether what was published had been approved. A publication is valid when, at its moment, for the published version of
 * its object: at least one stakeholder had said yes ({@code approved} or {@code approved_with_conditions}), the last word
 * of every stakeholder who had answered was yes and had not been voided, and nobody who had been asked was still to answer.
 *
 * @param publications {@code asset.published} events in the period whose outcome is absent or {@code published}
 * @param valid with a valid approval
 * @param notJudged without a verdict: the event names no object, or what was known of it had to be forgotten to keep within
 *     the limits
 * @param violationCount without a valid approval
 * @param byReason these by reason
 * @param violations the latest of these, latest first, up to the limit
 */
public record ComplianceFigures(
        long publications,
        long valid,
        long notJudged,
        long violationCount,
        Map<Violation.Reason, Long> byReason,
        List<Violation> violations) {

    /**
     * Makes the value; collections are copied.
     *
     * @param publications how many
     * @param valid with a valid approval
     * @param notJudged without a verdict
     * @param violationCount without a valid approval
     * @param byReason these by reason
     * @param violations the latest of these
     */
    public ComplianceFigures {
        byReason = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(byReason));
        violations = List.copyOf(violations);
    }

    /**
     * The share of the valid ones among those judged.
     *
     * @return 0 to 1; 1 when none was judged
     */
    public double share() {
        long judged = valid + violationCount;
        return judged == 0 ? 1 : (double) valid / judged;
    }
}
