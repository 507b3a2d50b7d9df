package dev.contentconnect.core.report;

/**
 * How often somebody higher up was called.
 *
 * @param calls how often in the period
 * @param cases how many cases saw their first call in the period
 * @param share these among all cases that were open at some time in the period, 0 to 1
 * @param toResolution from the first call to the answer of what it was about, or to the end of the case
 * @param open called for and still open
 * @param overdue how many tasks and approvals passed their due time in the period
 * @param overdueOpen how many of those open now did so
 * @param pressing how many open tasks, approvals and cases are escalated or overdue, each counted once
 */
public record EscalationFigures(
        long calls,
        long cases,
        double share,
        TimeSummary toResolution,
        long open,
        long overdue,
        long overdueOpen,
        long pressing) {}
