package dev.contentconnect.core.state;

import org.jspecify.annotations.Nullable;

/** The store itself failed, or two workers met. Nothing of the transaction that threw it is kept. */
public final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a caller would do differently. */
    private final Reason reason;

    /** What a caller would do differently. */
    public enum Reason {
        /** Another worker moved the feed or changed the link first. Read again and decide anew. */
        CONFLICT,
        /** A lease or a claim ran out and somebody else has it now. Drop the work: it is in other hands. */
        FENCED,
        /** The database does not answer, or broke off. Whether the last commit arrived is not known; try again later. */
        UNAVAILABLE,
        /** There is no room left. Make some; nothing was lost. */
        FULL,
        /** What is stored cannot be read: a damaged file, or a value that is no value of ours. Restore a copy. */
        CORRUPT,
        /** The schema is newer than this library, or cannot be brought up to date. */
        SCHEMA,
        /** Anything else the database says. */
        FAILED
    }

    /**
     * Makes an exception.
     *
     * @param reason what a caller would do differently
     * @param message what failed
     * @param cause what was thrown below, or null
     */
    public StateException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * What a caller would do differently.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether the same work may succeed later without anybody's help.
     *
     * @return true for a conflict and for a database that does not answer
     */
    public boolean retryable() {
        return reason == Reason.CONFLICT || reason == Reason.UNAVAILABLE;
    }
}
