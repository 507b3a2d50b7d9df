package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notes how far a case is; the keys of the reports are kept in the case, so that one write does both. */
record ReferenceProgress(ReferenceClient client) implements ProgressDesk {
    private static final String REPORT = "progress.report";
    private static final Set<String> STATUSES = Set.of(
            CaseStatus.OPEN.value(),
            CaseStatus.ON_HOLD.value(),
            CaseStatus.RESOLVED.value(),
            CaseStatus.CANCELLED.value());

    @Override
    public CaseRecord report(SourceRef work, Progress progress) {
        ReferenceClient.id(work);
        if (progress.status() != null && !STATUSES.contains(progress.status())) {
            throw new ConnectorException(new ConnectorError.Rejected(
                    Trace.local(ReferenceConnector.SYSTEM, REPORT, "no such status: " + progress.status())));
        }
        Map<String, @Nullable Object> read = client.get(REPORT, "cases", work);
        List<Object> keys = new ArrayList<>();
        if (read.get("reports") instanceof List<?> known) {
            keys.addAll(known);
        }
        if (keys.contains(progress.key())) {
            return client.to(CaseRecord.class, REPORT, read);
        }
        keys.add(progress.key());
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("reports", keys);
        change.put("late", progress.late());
        ReferenceApprovals.put(change, "status", progress.status());
        ReferenceApprovals.put(change, "percent", progress.percent());
        ReferenceApprovals.put(change, "dueAt", progress.dueAt());
        ReferenceApprovals.put(change, "note", progress.note());
        return client.to(CaseRecord.class, REPORT, client.patch(REPORT, "cases", read, change));
    }
}
