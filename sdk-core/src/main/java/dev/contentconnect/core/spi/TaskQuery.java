package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are wanted. Parts that are null or empty do not narrow; a part that a
 * system cannot narrow by is refused, not ignored and not looked at on our side.
 *
 * @param caseRef of this case and of the cases below it
 * @param assignee taken by this user
 * @param candidate offered to this user or group
 * @param dueBefore due before
 * @param finishedToo whether completed and cancelled ones are wanted besides the open ones
 * @param pageSize items a request, 1 or more; capped at the vendor's maximum
 */
public record TaskQuery(
        @Nullable SourceRef caseRef,
        @Nullable String assignee,
        @Nullable String candidate,
        @Nullable Instant dueBefore,
        boolean finishedToo,
        int pageSize) {
    /** Everything, 100 items a request. */
    public static final TaskQuery ALL = new TaskQuery(null, null, null, null, false, 100);

    /**
     * Makes the question.
     *
     * @param caseRef of this case and of the cases below it
     * @param assignee taken by this user
     * @param candidate offered to this user or group
     * @param dueBefore due before
     * @param finishedToo whether completed and cancelled ones are wanted besides the open ones
     * @param pageSize items a request, 1 or more; capped at the vendor's maximum
     * @throws IllegalArgumentException when {@code pageSize} is below 1
     */
    public TaskQuery {
        if (pageSize < 1) {
            throw new IllegalArgumentException("pageSize must be 1 or more: " + pageSize);
        }
    }

    /**
     * The same question with this part set.
     *
     * @param value of this case and of the cases below it
     * @return a copy
     */
    public TaskQuery ofCase(@Nullable SourceRef value) {
        return new TaskQuery(value, assignee, candidate, dueBefore, finishedToo, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value taken by this user
     * @return a copy
     */
    public TaskQuery takenBy(@Nullable String value) {
        return new TaskQuery(caseRef, value, candidate, dueBefore, finishedToo, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value offered to this user or group
     * @return a copy
     */
    public TaskQuery offeredTo(@Nullable String value) {
        return new TaskQuery(caseRef, assignee, value, dueBefore, finishedToo, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value due before
     * @return a copy
     */
    public TaskQuery dueBefore(@Nullable Instant value) {
        return new TaskQuery(caseRef, assignee, candidate, value, finishedToo, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value whether completed and cancelled ones are wanted besides the open ones
     * @return a copy
     */
    public TaskQuery withFinished(boolean value) {
        return new TaskQuery(caseRef, assignee, candidate, dueBefore, value, pageSize);
    }

    /**
     * The same question with this part set.
     *
     * @param value items a request, 1 or more; capped at the vendor's maximum
     * @return a copy
     */
    public TaskQuery withPageSize(int value) {
        return new TaskQuery(caseRef, assignee, candidate, dueBefore, finishedToo, value);
    }
}
