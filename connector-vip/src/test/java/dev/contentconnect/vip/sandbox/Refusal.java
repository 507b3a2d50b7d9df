package dev.contentconnect.vip.sandbox;

import dev.contentconnect.core.testkit.SandboxRefusal;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error answer in the form of WordPress. */
final class Refusal extends SandboxRefusal {
    private static final long serialVersionUID = 1L;

    private Refusal(SandboxResponse answer) {
        super(answer);
    }

    boolean isOutage() {
        return answer().status() >= 500;
    }

    static Refusal of(int status, String code, String message) {
        return of(status, code, message, Map.of());
    }

    static Refusal of(int status, String code, String message, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("status", status));
        data.putAll(more);
        return new Refusal(SandboxResponse.json(status, Map.of("code", code, "message", message, "data", data)));
    }

    /** A page for people, as a web server or a database that is down shows it. */
    static Refusal page(int status, String words) {
        return new Refusal(SandboxResponse.text(
                status,
                "text/html",
                "<html><head><style>p{color:red}</style></head><body><p>" + words + "</p></body></html>"));
    }

    /** As {@link #page(int, String)}, after an attachment was stored. */
    static Refusal page(int status, String words, long attachment) {
        return new Refusal(SandboxResponse.text(status, "text/html", "<html><body><p>" + words + "</p></body></html>")
                .header("X-WP-Upload-Attachment-ID", Long.toString(attachment)));
    }

    /** One parameter is wrong; the nested code says how. */
    static Refusal parameter(String name, String nested, int status, String message) {
        return of(
                400,
                "rest_invalid_param",
                "Invalid parameter(s): " + name,
                Map.of(
                        "params",
                        Map.of(name, message),
                        "details",
                        Map.of(name, Map.of("code", nested, "message", message, "data", Map.of("status", status)))));
    }
}
