package dev.contentconnect.core.model;

/** The three answers to a question about rights. A closed set: there is no fourth. */
public enum Verdict {
    /** It may be done. */
    ALLOWED,
    /** It must not be done. */
    DENIED,
    /** What is known does not decide it; treat it as not allowed. */
    UNKNOWN
}
