package dev.contentconnect.core.error;

/** Whether the system received the request that failed. Decides whether a write may be repeated. */
public enum Delivery {
    /** Proven: no attempt reached the system, but for such as it turned away with 429. */
    NOT_SENT,
    /** It, or an attempt before the last, may or may not have arrived and taken effect. */
    UNKNOWN,
    /** The system answered, so it arrived. */
    ANSWERED
}
