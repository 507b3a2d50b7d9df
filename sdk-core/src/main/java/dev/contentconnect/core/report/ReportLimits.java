package dev.contentconnect.core.report;

/**
 * How much a report keeps in memory and lists. Whatever is beyond a limit is counted and the report says so.
 *
 * @param reordered so many events are held back to put late ones into their place; a history of no more than that is put
 *     in order as a whole
 * @param openCases open cases kept track of; beyond it the one that was quiet for longest is dropped
 * @param openItems open tasks and approvals kept track of; likewise
 * @param remembered of each kind so many closed cases, ended tasks, assets with their decisions and deliveries are
 *     remembered for what is still said about them; the one that was quiet for longest is forgotten
 * @param groups names told apart in each of: kinds of cases, steps, stakeholders, types of events, words of outcomes; the
 *     rest is put together as {@code (other)}
 * @param exactSamples quantiles of so many durations are exact; beyond that they are off by 1 % at most
 * @param listed the longest list of open items and of failed flows
 * @param violations the longest list of violations; the latest are kept
 */
public record ReportLimits(
        int reordered,
        int openCases,
        int openItems,
        int remembered,
        int groups,
        int exactSamples,
        int listed,
        int violations) {

    /** 20,000 events held back, 50,000 open cases, 100,000 open items; fits in some 200 MB at the very worst. */
    public static final ReportLimits DEFAULT = new ReportLimits(20_000, 50_000, 100_000, 20_000, 100, 10_000, 25, 100);

    /**
     * Sets limits.
     *
     * @param reordered so many events are held back to put late ones into their place
     * @param openCases open cases kept track of
     * @param openItems open tasks and approvals kept track of
     * @param remembered closed cases, ended tasks, assets with their decisions and deliveries remembered, of each kind
     * @param groups names told apart in each table
     * @param exactSamples quantiles of so many durations are exact
     * @param listed the longest list of open items and of failed flows
     * @param violations the longest list of violations
     * @throws IllegalArgumentException when one is below 1
     */
    public ReportLimits {
        int least = Math.min(
                Math.min(Math.min(reordered, openCases), Math.min(openItems, remembered)),
                Math.min(Math.min(groups, exactSamples), Math.min(listed, violations)));
        if (least < 1) {
            throw new IllegalArgumentException("limits are 1 or more");
        }
    }
}
