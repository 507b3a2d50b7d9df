package dev.contentconnect.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million events in a JVM of its own, whose heap would not hold a tenth of them. */
class FlatHeapIT {
    private static final Instant START = Instant.parse("2020-01-06T00:00:00Z");
    private static final int EVENTS = 1_000_000;
    private static final List<CaseEventType> LIFE = List.of(
            CaseEventType.CASE_OPENED,
            CaseEventType.APPROVAL_REQUESTED,
            CaseEventType.TASK_CLAIMED,
            CaseEventType.COMMENT_ADDED,
            CaseEventType.APPROVAL_DECIDED,
            CaseEventType.ASSET_PUBLISHED,
            CaseEventType.DELIVERY_SENT,
            CaseEventType.DELIVERY_DELIVERED,
            CaseEventType.CASE_RESOLVED);

    /** Runs in the child. */
    public static void main(String[] args) {
        ReportPass pass = new ReportPass(ReportSettings.asOf(START.plus(Duration.ofDays(4000))));
        long began = System.nanoTime();
        // Cases begin every half hour and live for nine days, so some 430 are open side by side.
        for (int i = 0; i < EVENTS; i++) {
            int of = LIFE.size();
            int life = i % of;
            int number = i / of - life * 48;
            pass.accept(event(number, life, START.plus(Duration.ofMinutes(30L * (i / of)))));
        }
        GovernanceReport report = pass.finish();
        System.out.println(report.basis().events() + " events, "
                + report.cases().resolved() + " resolved, "
                + report.cases().turnaround().exact() + ", " + report.basis().isComplete() + ", "
                + report.toHtml("Flat").length() / 100_000 + ", ms "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static CaseEvent event(int number, int life, Instant at) {
        CaseEventType type = LIFE.get(life);
        String which = type.value().startsWith("delivery") ? "delivery-" : "task-";
        return CaseEvent.builder("flow", type, number + "/" + life, at)
                .caseKey("case-" + number)
                .caseRef(SourceRef.of("engine", "case-" + number))
                .subject(SourceRef.of("library", "asset-" + number))
                .subjectVersion("v1")
                .step("legal")
                .related(SourceRef.of("engine", which + number))
                .outcome(type.equals(CaseEventType.APPROVAL_DECIDED) ? "approved" : null)
                .note("x".repeat(500))
                .build();
    }

    @Test
    @Timeout(300)
    void aMillionEventsFitInASmallHeap() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatHeapIT.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).startsWith("1000000 events, 110727 resolved, false, true, 0, ms ");
    }
}
