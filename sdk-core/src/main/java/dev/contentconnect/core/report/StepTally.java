package dev.contentconnect.core.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is counted for one step or stakeholder. */
final class StepTally {
    final Durations waiting;
    final Durations untilTaken;
    final Groups.Counts outcomes;
    long withoutBeginning;
    long withoutAnswer;
    long voided;
    long askedAgain;
    long overdue;
    Duration unanswered = Duration.ZERO;
    long open;
    Duration waitingNow = Duration.ZERO;

    @Nullable Instant oldest;

    StepTally(ReportLimits limits) {
        waiting = new Durations(limits.exactSamples());
        untilTaken = new Durations(limits.exactSamples());
        outcomes = new Groups.Counts(limits.groups());
    }

    void stillOpen(Instant since, Instant asOf) {
        open++;
        waitingNow = waitingNow.plus(Duration.between(since, asOf));
        oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
    }

    Duration total() {
        return waiting.summary().total().plus(unanswered).plus(waitingNow);
    }

    StepFigures figures(String name, Duration all) {
        double share = all.isZero() ? 0 : seconds(total()) / seconds(all);
        return new StepFigures(
                name,
                waiting.summary(),
                untilTaken.summary(),
                outcomes.toMap(),
                withoutBeginning,
                withoutAnswer,
                voided,
                askedAgain,
                overdue,
                open,
                oldest,
                total(),
                share);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
