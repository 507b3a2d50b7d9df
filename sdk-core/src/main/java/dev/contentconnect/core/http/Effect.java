package dev.contentconnect.core.http;

/** What a request does to the system, which decides whether it may be repeated. */
public enum Effect {
    /** Reads only. Repeated after every passing failure. */
    SAFE,
    /** Writes, and writing twice is as writing once. Repeated after every passing failure. */
    IDEMPOTENT,
    /** Writes, and twice is one too many. Repeated only on proof that it did not arrive or was not carried out. */
    UNSAFE
}
