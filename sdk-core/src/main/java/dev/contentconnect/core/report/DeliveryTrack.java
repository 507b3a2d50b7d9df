package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One delivery on its way. */
final class DeliveryTrack {
    final Instant since;
    final @Nullable SourceRef subject;
    final @Nullable String step;
    final @Nullable SourceRef ref;
    final @Nullable String caseKey;

    @Nullable CaseEventType state;

    @Nullable Instant stateSince;

    boolean everFailed;
    boolean arrived;
    boolean acknowledged;

    DeliveryTrack(
            Instant since,
            @Nullable SourceRef subject,
            @Nullable String step,
            @Nullable SourceRef ref,
            @Nullable String caseKey) {
        this.since = since;
        this.subject = subject;
        this.step = step;
        this.ref = ref;
        this.caseKey = caseKey;
    }

    boolean isFailed() {
        return CaseEventType.DELIVERY_FAILED.equals(state) || CaseEventType.DELIVERY_REJECTED.equals(state);
    }

    boolean isUnderWay() {
        return CaseEventType.DELIVERY_QUEUED.equals(state) || CaseEventType.DELIVERY_SENT.equals(state);
    }
}
