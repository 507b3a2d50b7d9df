package dev.contentconnect.tradinggrid.sandbox;

import dev.contentconnect.core.testkit.SandboxRefusal;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is turned down, in the shape of the service that does so. */
final class Refusal extends SandboxRefusal {
    private static final long serialVersionUID = 1L;

    private Refusal(SandboxResponse answer) {
        super(answer);
    }

    /** The gateway's own. */
    static Refusal fault(int status, String code, String text) {
        Map<String, Object> fault = Map.of("faultstring", text, "detail", Map.of("errorcode", code));
        return new Refusal(SandboxResponse.json(status, Map.of("fault", fault)));
    }

    /** A policy of the gateway. */
    static Refusal policy(int status, String code, String text) {
        return new Refusal(SandboxResponse.json(status, Map.of("ErrorCode", code, "Error", text)));
    }

    /** Cartographer's since 25.3: mind the hyphen. */
    static Refusal cartographer(int status, String code, String text) {
        return new Refusal(SandboxResponse.json(
                status, Map.of("status", Integer.toString(status), "message", text, "error-code", code)));
    }

    /** Cartographer's until 25.1. */
    static Refusal olderCartographer(int status, String code, String text) {
        return new Refusal(SandboxResponse.json(
                status,
                Map.of(
                        "errorCode",
                        code,
                        "errorMessage",
                        text,
                        "httpStatus",
                        "BAD_REQUEST",
                        "status",
                        "error",
                        "statusCode",
                        status)));
    }

    /** Whatever the others send. */
    static Refusal plain(int status, String text) {
        return new Refusal(SandboxResponse.json(status, Map.of("message", text, "status", status)));
    }

    /** Lens says so with status 200. */
    static Refusal graphql(String text) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("errors", List.of(Map.of("message", text)));
        out.put("data", null);
        return new Refusal(SandboxResponse.json(200, out));
    }
}
