package dev.contentconnect.core.testkit;

import dev.contentconnect.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sandbox answers.
 *
 * @param status the HTTP status
 * @param headers names and values
 * @param body the bytes, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SandboxResponse(int status, Map<String, String> headers, byte[] body) {

    /**
     * An answer without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static SandboxResponse status(int status) {
        return new SandboxResponse(status, Map.of(), new byte[0]);
    }

    /**
     * A JSON answer of status 200.
     *
     * @param value a map, list, record or scalar; nulls of maps are written
     * @return the answer
     */
    public static SandboxResponse json(Object value) {
        return json(200, value);
    }

    /**
     * A JSON answer.
     *
     * @param status the HTTP status
     * @param value a map, list, record or scalar; nulls of maps are written
     * @return the answer
     */
    public static SandboxResponse json(int status, Object value) {
        return bytes(status, "application/json", Json.encodeWithNulls(value));
    }

    /**
     * A text.
     *
     * @param status the HTTP status
     * @param mediaType for example {@code text/html}
     * @param text sent as UTF-8
     * @return the answer
     */
    public static SandboxResponse text(int status, String mediaType, String text) {
        return bytes(status, mediaType + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Bytes.
     *
     * @param status the HTTP status
     * @param mediaType for example {@code image/png}
     * @param body the bytes
     * @return the answer
     */
    public static SandboxResponse bytes(int status, String mediaType, byte[] body) {
        return new SandboxResponse(status, Map.of("Content-Type", mediaType), body);
    }

    /**
     * The same answer with a header.
     *
     * @param name its name
     * @param value its value
     * @return a copy
     */
    public SandboxResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SandboxResponse(status, more, body);
    }

    /** Status and size only. */
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
