package dev.contentconnect.workflow.engine.call;

/**
 * What the engine answered, good or bad.
 *
 * @param status HTTP status
 * @param body the raw body, possibly empty
 * @param contentType its media type, possibly empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EngineReply(int status, byte[] body, String contentType) {}
