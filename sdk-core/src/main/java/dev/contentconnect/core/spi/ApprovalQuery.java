package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which approvals are wanted. Parts that are null or empty do not narrow; a part that a
 * system cannot narrow by is refused, not ignored and not looked at on our side.
 *
 * @param caseRef of this case
 * @param subject about this object
 * @param stakeholder asked of this stakeholder
 * @param statuses any of these
 * @param changedSince requested or decided at or after
 * @param pageSize items a request, 1 or more; capped at the vendor's maximum
 */
public record ApprovalQuery(
        @Nullable SourceRef caseRef,
        @Nullable SourceRef subject,
        @Nullable String stakeholder,
        List<ApprovalStatus> statuses,
        @Nullable Instant changedSince,
        int pageSize) {
    /** Everything, 100 items a request. */
    public static final ApprovalQuery ALL = new ApprovalQuery(null, null, null, List.of(), null, 100);

    /**
     * The same question with this part set.
     *
     * @param value of this case
     * @return a copy
     */
    public ApprovalQuery ofCase(@Nullable SourceRef value) {
        return new ApprovalQuery(value, subject, stakeholder, statuses, changedSince, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value about this object
     * @return a copy
     */
    public ApprovalQuery about(@Nullable SourceRef value) {
        return new ApprovalQuery(caseRef, value, stakeholder, statuses, changedSince, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value asked of this stakeholder
     * @return a copy
     */
    public ApprovalQuery ofStakeholder(@Nullable String value) {
        return new ApprovalQuery(caseRef, subject, value, statuses, changedSince, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value any of these
     * @return a copy
     */
    public ApprovalQuery withStatuses(List<ApprovalStatus> value) {
        return new ApprovalQuery(caseRef, subject, stakeholder, value, changedSince, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value requested or decided at or after
     * @return a copy
     */
    public ApprovalQuery changedSince(@Nullable Instant value) {
        return new ApprovalQuery(caseRef, subject, stakeholder, statuses, value, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value items a request, 1 or more; capped at the vendor's maximum
     * @return a copy
     */
    public ApprovalQuery withPageSize(int value) {
        return new ApprovalQuery(caseRef, subject, stakeholder, statuses, changedSince, value);
    }

    /**
     * Makes the question; lists are copied.
     *
     * @param caseRef of this case
     * @param subject about this object
     * @param stakeholder asked of this stakeholder
     * @param statuses any of these
     * @param changedSince requested or decided at or after
     * @param pageSize items a request, 1 or more; capped at the vendor's maximum
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public ApprovalQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
        statuses = List.copyOf(statuses);
    }
}
