package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.SandboxRefusal;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.Map;

/** An error answer in the form of Smint.io. */
final class Refusal extends SandboxRefusal {
    private static final long serialVersionUID = 1L;

    private Refusal(SandboxResponse answer) {
        super(answer);
    }

    static Refusal of(int status, String code, String message) {
        return new Refusal(SandboxResponse.json(status, Map.of("error_code", code, "error_message", message)));
    }

    /** Without a body, as a token that is not known is refused. */
    static Refusal unknownToken() {
        return new Refusal(SandboxResponse.status(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }
}
