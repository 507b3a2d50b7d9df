package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Events that a test makes up, by the hour; about one asset in one case unless it says otherwise. */
abstract class InventedHistory {
    static final Instant T0 = Instant.parse("2026-11-02T00:00:00Z");
    private static final SourceRef ASSET = SourceRef.of("library", "a");

    final List<CaseEvent> events = new ArrayList<>();

    static Instant at(long hour) {
        return T0.plus(Duration.ofHours(hour));
    }

    final void on(long hour, CaseEventType type, UnaryOperator<CaseEvent.Builder> more) {
        events.add(more.apply(CaseEvent.builder("flow", type, "e" + events.size(), at(hour))
                        .caseKey("A")
                        .subject(ASSET)
                        .subjectVersion("v1"))
                .build());
    }

    final void on(long hour, CaseEventType type) {
        on(hour, type, e -> e);
    }

    final void asked(long hour, String who) {
        on(hour, CaseEventType.APPROVAL_REQUESTED, e -> e.step(who));
    }

    final void answered(long hour, String who, String word) {
        on(hour, CaseEventType.APPROVAL_DECIDED, e -> e.step(who).outcome(word));
    }

    final void published(long hour) {
        on(hour, CaseEventType.ASSET_PUBLISHED);
    }

    final GovernanceReport report() {
        return GovernanceReport.of(events.stream(), ReportSettings.asOf(at(1000)));
    }

    static ReportLimits limits(int reordered, int tracked) {
        return new ReportLimits(reordered, tracked, tracked, tracked, 2, 100, 5, 2);
    }
}
