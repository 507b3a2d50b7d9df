package dev.contentconnect.core.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one step of the work went, or how one stakeholder answered.
 *
 * @param name the step or stakeholder, as the events name it
 * @param waiting from being asked for to the answer; of those answered in the period whose beginning is known
 * @param untilTaken the part of it before somebody took it; of those of which that is known
 * @param outcomes how many came out with which word, those without a known beginning included
 * @param withoutBeginning answered, but no event says when it was asked for; not in {@code waiting}
 * @param withoutAnswer taken back, voided before an answer, or ended with their case; not in {@code waiting}
 * @param voided answers that stopped counting later
 * @param askedAgain approvals asked for again of the same stakeholder about the same object after an answer: rework
 * @param overdue how many passed their due time in the period
 * @param open waiting at the moment of the report
 * @param oldestSince since when the longest of these waits; null when none does
 * @param totalWaiting all time spent waiting: for answers, for what got none, and so far for what is open. Things that
 *     waited side by side count side by side
 * @param share of the waiting of all steps and stakeholders together, 0 to 1
 */
public record StepFigures(
        String name,
        TimeSummary waiting,
        TimeSummary untilTaken,
        Map<String, Long> outcomes,
        long withoutBeginning,
        long withoutAnswer,
        long voided,
        long askedAgain,
        long overdue,
        long open,
        @Nullable Instant oldestSince,
        Duration totalWaiting,
        double share) {

    /**
     * How many were answered, whether or not it is known how long that took.
     *
     * @return the sum of the outcomes
     */
    public long answered() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }
}
