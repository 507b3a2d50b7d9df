package dev.contentconnect.core.report;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One task or approval on its way. */
final class WorkItem {
    final String key;
    final boolean approval;
    final @Nullable String step;
    final @Nullable Instant since;

    @Nullable CaseTrack owner;

    @Nullable SourceRef subject;

    @Nullable String version;

    @Nullable Instant takenAt;

    @Nullable String takenBy;

    @Nullable Instant overdueAt;

    @Nullable Instant escalatedAt;

    boolean ended;

    @Nullable String outcome;

    WorkItem(String key, boolean approval, @Nullable String step, @Nullable Instant since) {
        this.key = key;
        this.approval = approval;
        this.step = step;
        this.since = since;
    }
}
