package dev.contentconnect.core.observe;

/**
 * One call, as listeners see it. Holds no query, no headers, no body.
 *
 * @param system the connector's short name
 * @param operation for example {@code assets.get}; few different values, fit for a metric's tag
 * @param method the HTTP method
 * @param host host and port, for example {@code app.example:443}
 */
public record CallInfo(String system, String operation, String method, String host) {}
