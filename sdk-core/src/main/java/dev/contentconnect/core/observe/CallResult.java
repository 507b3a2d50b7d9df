package dev.contentconnect.core.observe;

import java.time.Duration;

/**
 * How a call ended well.
 *
 * @param status the HTTP status
 * @param attempts how many attempts it took
 * @param bytes size of the reply's body as it came over the wire; -1 where it was streamed
 * @param elapsed how long it took, waits included
 */
public record CallResult(int status, int attempts, long bytes, Duration elapsed) {}
