package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.internal.Redaction;
import dev.contentconnect.core.internal.RetryAfter;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an HTTP status means when nothing better is known. */
public final class HttpErrors {
    private static final int EXCERPT = 200;

    /** The code for a page that people are shown, in place of data or of a file. */
    public static final String PAGE_FOR_PEOPLE = "page_for_people";

    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(!doctype html|html)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The one status that no system sends, only what stands between. */
    static final int PROXY = 407;

    private HttpErrors() {}

    /**
     * The error for a status.
     *
     * @param trace system, operation, status; its message is kept, or filled with where a redirect leads or else with the
     *     beginning of the body
     * @param reply the answer, for its headers and body
     * @return 401 unauthenticated, 403 forbidden, 404 and 410 not found, 408 timed out, 409, 412 and 423 conflict, 429 rate
     *     limited, other 4xx rejected, 501 and 505 rejected, other 5xx unavailable, 3xx and the rest undecodable
     */
    public static ConnectorError byStatus(Trace trace, HttpReply reply) {
        int status = reply.status();
        String words = trace.message();
        if (words.isEmpty() && status >= 300 && status < 400) {
            words = Redirects.words(reply);
        }
        Trace full = trace.withVendor(trace.vendorCode(), words.isEmpty() ? excerpt(reply) : words);
        return switch (status) {
            case 401 -> new ConnectorError.Unauthenticated(full);
            case 403 -> new ConnectorError.Forbidden(full);
            case 404, 410 -> new ConnectorError.NotFound(full);
            case 408 -> new ConnectorError.TimedOut(full);
            case 409, 412, 423 -> new ConnectorError.Conflict(full);
            case 429 -> new ConnectorError.RateLimited(full, RetryAfter.of(reply));
            case 501, 505 -> new ConnectorError.Rejected(full);
            default -> {
                if (status >= 500) {
                    yield new ConnectorError.Unavailable(full, RetryAfter.of(reply));
                }
                yield status >= 400 ? new ConnectorError.Rejected(full) : new ConnectorError.Undecodable(full);
            }
        };
    }

    /** A proxy that wants a password: the system has seen nothing. */
    static ConnectorError byProxy(Trace trace) {
        String why = "the proxy wants credentials; bring an httpClient that has an authenticator";
        return new ConnectorError.Rejected(trace.withDelivery(Delivery.NOT_SENT).withVendor(null, why));
    }

    /**
     * A page with a good status where data was asked for: a gateway, a server that starts or a login shows it.
     *
     * @param trace system, operation, status
     * @param reply the answer
     * @return Undecodable with the code {@value #PAGE_FOR_PEOPLE} and the beginning of the page; null when it is no page, or
     *     streamed: content may be one
     */
    public static @Nullable ConnectorError pageForPeople(Trace trace, HttpReply reply) {
        return reply.status() < 300 && !reply.isStreamed() && isPage(reply)
                ? new ConnectorError.Undecodable(trace.withVendor(PAGE_FOR_PEOPLE, excerpt(reply)))
                : null;
    }

    /**
     * A page with a good status where the bytes of a file were asked for: logins and maintenance come like that, and would be
     * taken for the bytes of a picture. A file that is a page itself cannot be told from one, and is known by its address.
     *
     * @param trace system, operation, status
     * @param reply the answer, streamed or not
     * @return Undecodable with the code {@value #PAGE_FOR_PEOPLE}; null when it is called anything but HTML, or its address
     *     ends in {@code .html} or {@code .htm}
     */
    public static @Nullable ConnectorError pageForFile(Trace trace, HttpReply reply) {
        String path = String.valueOf(reply.uri().getPath()).toLowerCase(Locale.ROOT);
        return reply.status() < 300 && isCalledPage(reply) && !path.endsWith(".html") && !path.endsWith(".htm")
                ? new ConnectorError.Undecodable(
                        trace.withVendor(PAGE_FOR_PEOPLE, "a page was answered and not the file"))
                : null;
    }

    /**
     * Whether an answer is a page for people: HTML by its beginning, or markup that is called HTML. JSON under that name
     * is none, nor are other kinds of markup. Of a streamed answer only what it is called is looked at.
     *
     * @param reply the answer
     * @return true for a page
     */
    public static boolean isPage(HttpReply reply) {
        String start = start(reply);
        return MARKUP.matcher(start).matches()
                || (isCalledPage(reply)
                        && (reply.isStreamed() || start.stripLeading().startsWith("<")));
    }

    private static boolean isCalledPage(HttpReply reply) {
        return reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    }

    /**
     * The members of a body that is a JSON object.
     *
     * @param reply the answer
     * @return the members in plain values; empty when the body is anything else
     */
    @SuppressWarnings("unchecked") // JSON objects have no other keys than strings
    public static Map<String, @Nullable Object> object(HttpReply reply) {
        try {
            return Json.decodePlain(reply.body()) instanceof Map<?, ?> map
                    ? (Map<String, @Nullable Object>) map
                    : Map.of();
        } catch (JsonException notJson) {
            return Map.of();
        }
    }

    /**
     * What an error says under the first of some names.
     *
     * @param body members, see {@link #object(HttpReply)}
     * @param names where it may stand, the best first
     * @return a text that is not blank, or a number as text; null when none of the names has one
     */
    public static @Nullable String first(Map<?, ?> body, String... names) {
        for (String name : names) {
            Object value = body.get(name);
            if (value instanceof Number || (value instanceof String text && !text.isBlank())) {
                return value.toString();
            }
        }
        return null;
    }

    private static String start(HttpReply reply) {
        byte[] body = reply.body();
        return new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
    }

    /**
     * The beginning of a body, for a message.
     *
     * @param reply the answer
     * @return one line of at most 200 characters without markup
     */
    public static String excerpt(HttpReply reply) {
        String start = start(reply);
        if (start.stripLeading().startsWith("<")) {
            // Masked before the tags go, because a tag's name may be all that tells a secret.
            start = Redaction.mask(start);
            start = start.replaceAll("(?s)<(style|script)\\b.*?(</\\1>|$)", " ").replaceAll("<[^>]*(>|$)", " ");
        }
        return Redaction.clean(start, EXCERPT);
    }
}
