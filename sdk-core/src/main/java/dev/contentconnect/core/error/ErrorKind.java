package dev.contentconnect.core.error;

/** The kinds of {@link ConnectorError}, for a {@code switch}. */
public enum ErrorKind {
    /** The credential is missing, wrong or no longer valid. */
    UNAUTHENTICATED,
    /** The credential is good and may not do this. */
    FORBIDDEN,
    /** There is no such object. */
    NOT_FOUND,
    /** The object is not in the state that the call needs, or somebody else was faster. */
    CONFLICT,
    /** The system understood the request and says that it is wrong. */
    REJECTED,
    /** The system asks us to slow down. */
    RATE_LIMITED,
    /** The system could not be reached or is out of order. */
    UNAVAILABLE,
    /** No answer in time. */
    TIMED_OUT,
    /** The answer could not be understood. */
    UNDECODABLE,
    /** The caller was interrupted or gave up. */
    CANCELLED
}
