package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRefusal;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error answer of the DAM, with a stack trace that nobody should see. */
final class Refusal extends SandboxRefusal {
    private static final long serialVersionUID = 1L;

    private Refusal(SandboxResponse answer) {
        super(answer);
    }

    static Refusal of(int status, String type, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("exceptionMessage", message);
        body.put("exceptionType", "Adam." + type + "Exception");
        body.put("stackTrace", "at Adam.Core.Secret.Place()");
        return new Refusal(SandboxResponse.json(status, body));
    }

    static Refusal notFound(String what) {
        return of(404, "ItemNotFound", what + " was not found");
    }

    static Refusal invalid(String why) {
        return of(400, "Validation", why);
    }
}
