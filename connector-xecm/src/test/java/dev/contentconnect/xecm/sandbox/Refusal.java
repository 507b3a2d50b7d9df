package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error answer, in the server's words and with the status it really has. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    Refusal(int status, String error) {
        this(status, error, "");
    }

    Refusal(int status, String error, String detail) {
        super(error);
        this.status = status;
        this.detail = detail;
    }

    static Refusal invisible() {
        return new Refusal(
                400,
                "Sorry, the item you requested could not be accessed. Either it does not exist or you do not have"
                        + " permission to access it.");
    }

    /** A duplicate is a 500. */
    static Refusal taken(String name) {
        return new Refusal(500, "An item with the name '" + name + "' already exists.");
    }

    SandboxResponse answer() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", getMessage());
        if (!detail.isEmpty()) {
            body.put("errorDetail", detail);
        }
        return SandboxResponse.json(status, body);
    }
}
