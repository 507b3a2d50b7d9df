package dev.contentconnect.core.webhook;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pushed request as the host received it: raw, before any decoding. */
public final class WebhookRequest {
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Instant receivedAt;

    private WebhookRequest(Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
    }

    /**
     * A request.
     *
     * @param headers all headers; letter case of names does not matter
     * @param body the bytes exactly as they came; copied
     * @param receivedAt when they came
     * @return the request
     */
    public static WebhookRequest of(Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.merge(name, List.copyOf(values), WebhookRequest::both));
        return new WebhookRequest(copy, body.clone(), receivedAt);
    }

    /** Spellings of one name are one header: the second must not hide the first. */
    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /**
     * The value of a header.
     *
     * @param name any letter case
     * @return the only value; nothing when there is none or more than one, since two signatures are no signature
     */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /**
     * The raw bytes.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as a JSON object. To be asked for once the request has been verified.
     *
     * @return right with its members as {@link Json#decodePlain} gives them, or left with Malformed
     */
    public Either<WebhookRejection, Map<?, ?>> object() {
        try {
            return Json.decodePlain(body) instanceof Map<?, ?> map
                    ? Either.right(map)
                    : WebhookRejection.refused(WebhookRejection.Reason.MALFORMED, "not a JSON object");
        } catch (JsonException e) {
            return WebhookRejection.refused(WebhookRejection.Reason.MALFORMED, "not JSON");
        }
    }

    /**
     * How large the body is.
     *
     * @return bytes, 0 or more
     */
    public int size() {
        return body.length;
    }

    /**
     * When it came.
     *
     * @return by the host's clock
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Sizes only: headers and body may hold secrets. */
    @Override
    public String toString() {
        return "WebhookRequest[" + headers.size() + " headers, " + body.length + " bytes]";
    }
}
