package dev.contentconnect.core.testkit;

import dev.contentconnect.core.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request as a sandbox received it.
 *
 * @param method for example {@code GET}
 * @param path the raw path, still percent-encoded, without query
 * @param rawQuery what follows the question mark, as it was sent; empty for nothing
 * @param parameters the decoded {@code {names}} of the route's pattern
 * @param query decoded query parameters, in order
 * @param headers all headers, names in lower case
 * @param body the bytes, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SandboxRequest(
        String method,
        String path,
        String rawQuery,
        Map<String, String> parameters,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {

    static SandboxRequest of(String method, String url, Map<String, List<String>> headers, byte[] body) {
        int mark = url.indexOf('?');
        String path = mark < 0 ? url : url.substring(0, mark);
        String raw = mark < 0 ? "" : url.substring(mark + 1);
        Map<String, List<String>> query = mark < 0 ? Map.of() : pairs(raw);
        return new SandboxRequest(method, path, raw, Map.of(), query, headers, body);
    }

    SandboxRequest with(Map<String, String> found) {
        return new SandboxRequest(method, path, rawQuery, found, query, headers, body);
    }

    /**
     * A decoded part of the path.
     *
     * @param name the name in the route's pattern
     * @return its value
     * @throws IllegalArgumentException when the pattern has no such name
     */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /**
     * The first value of a query parameter.
     *
     * @param name its name
     * @return decoded, or nothing
     */
    public Optional<String> query(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /**
     * A number among the query parameters.
     *
     * @param name its name
     * @param otherwise the value when it is missing
     * @return the number
     */
    public int query(String name, int otherwise) {
        return query(name).map(Integer::parseInt).orElse(otherwise);
    }

    /**
     * The first value of a header.
     *
     * @param name any letter case
     * @return the value, or nothing
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * What follows {@code Bearer} in the Authorization header.
     *
     * @return the token, or nothing
     */
    public Optional<String> bearer() {
        return header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
    }

    /**
     * The body as a JSON object.
     *
     * @return its members; empty for an empty body
     * @throws dev.contentconnect.core.json.JsonException when it is not JSON
     */
    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    public Map<String, @Nullable Object> json() {
        Object plain = body.length == 0 ? Map.of() : Json.decodePlain(body);
        if (!(plain instanceof Map<?, ?>)) {
            throw new dev.contentconnect.core.json.JsonException("not a JSON object");
        }
        return (Map<String, @Nullable Object>) plain;
    }

    /**
     * The body as the fields of an HTML form.
     *
     * @return the first value of each field
     */
    public Map<String, String> form() {
        Map<String, String> out = new LinkedHashMap<>();
        pairs(text()).forEach((name, values) -> out.put(name, values.get(0)));
        return out;
    }

    /**
     * The body as text.
     *
     * @return taken as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    static String decode(String encoded, boolean plusIsBlank) {
        return URLDecoder.decode(plusIsBlank ? encoded : encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> pairs(String text) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), true);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), true);
                out.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
            }
        }
        return out;
    }
}
