package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.state.StateLink;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Answers as texts that outlive the reviews in which they were given. */
final class Answers {
    private Answers() {}

    /** All of it but what the vendor adds. */
    static String write(Approval answer) {
        Approval plain = answer.toBuilder().extensions(Extensions.none()).build();
        return new String(CanonicalJson.write(plain), StandardCharsets.UTF_8);
    }

    static Approval read(String text) {
        return CanonicalJson.readApproval(text.getBytes(StandardCharsets.UTF_8));
    }

    static Approval read(StateLink note) {
        return read(Objects.requireNonNull(note.fingerprint()));
    }
}
