package dev.contentconnect.examples.quickstart;

import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.report.TrailExport;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.state.jdbc.JdbcStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The files that a run leaves behind.
 *
 * @param folder where they lie
 */
record Output(Path folder) {

    Path trail() {
        return folder.resolve("quick-start-trail.jsonl");
    }

    Path report() {
        return folder.resolve("quick-start-report.html");
    }

    Path state() {
        return folder.resolve("quick-start.db");
    }

    /** Where the files of the real WordPress lie while it runs. */
    Path wordpress() {
        return folder.resolve("wordpress");
    }

    /**
     * The memory of the flow in a file, as a host keeps it: people take days to decide, and a process does not last that
     * long. The systems of the quick start are new in each run, so its memory is, too; a host never deletes it.
     */
    StateStore freshState() throws IOException {
        Files.createDirectories(folder);
        for (String end : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(state() + end));
        }
        return JdbcStateStore.file(state()).open();
    }

    /** Writes the events of the trail, one JSON document a line, and gives how many there are. */
    long writeTrail(StateStore state) {
        return state.read(memory -> TrailExport.jsonLines().write(memory, TrailQuery.ALL, trail()))
                .entries();
    }

    /** Writes the page for those who answer for the work. */
    void writeReport(StateStore state, Instant now) throws IOException {
        ReportSettings settings = ReportSettings.asOf(now).in(ZoneId.systemDefault());
        GovernanceReport report = state.read(memory -> GovernanceReport.of(memory, settings));
        Files.writeString(report(), report.toHtml("Campaign approvals and publications"));
    }
}
