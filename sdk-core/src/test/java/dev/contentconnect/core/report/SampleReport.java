package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Writes the report of the sample history, so that people can look at the page: see {@code docs/report.md}. */
public final class SampleReport {
    private SampleReport() {}

    /**
     * Writes {@code report.html} and {@code report.json}.
     *
     * @param args the folder, made when missing; and the number of cases, 320 when left out
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "target"));
        int cases = args.length > 1 ? Integer.parseInt(args[1]) : 320;
        Instant end = Instant.parse("2026-11-21T16:00:00Z");
        List<CaseEvent> events = SampleHistory.of(cases, Instant.parse("2026-06-01T07:00:00Z"), end, 7);
        GovernanceReport report = GovernanceReport.of(events.stream(), ReportSettings.asOf(end));
        Files.writeString(folder.resolve("report.html"), report.toHtml("Content approvals, June to November"));
        Files.write(folder.resolve("report.json"), report.toJson());
        System.out.println(folder.resolve("report.html").toAbsolutePath());
    }
}
