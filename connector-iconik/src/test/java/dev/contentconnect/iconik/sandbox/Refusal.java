package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRefusal;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.List;
import java.util.Map;

/** An error answer in one of the two forms of iconik. */
final class Refusal extends SandboxRefusal {
    private static final long serialVersionUID = 1L;

    private Refusal(SandboxResponse answer) {
        super(answer);
    }

    static Refusal of(int status, String text) {
        return new Refusal(SandboxResponse.json(status, Map.of("errors", List.of(text))));
    }

    static Refusal ofField(String field, String text) {
        return new Refusal(SandboxResponse.json(400, Map.of("errors", Map.of(field, List.of(text)))));
    }
}
