package dev.contentconnect.core.error;

/** Whether the system received the request that failed. Decides whether a write may be repeated. */
public enum Delivery {
    /** Proven: nothing of the last attempt reached the system. */
    NOT_SENT,
    /** It may or may not have arrived and taken effect. */
    UNKNOWN,
    /** The system answered, so it arrived. */
    ANSWERED
}
