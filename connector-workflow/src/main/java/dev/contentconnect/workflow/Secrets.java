package dev.contentconnect.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps our credentials out of process variables: whoever may see an instance may read them, and history keeps them. */
final class Secrets {
    private Secrets() {}

    /**
     * Looks through values that are about to be sent.
     *
     * @throws IllegalArgumentException when one holds the client secret, the password or a callback secret
     */
    static void refuse(WorkflowConfig config, Map<String, Object> values) {
        values.forEach((name, value) -> {
            String text = String.valueOf(value);
            boolean ours = holds(text, config.clientSecret().reveal())
                    || (config.password() != null
                            && holds(text, config.password().reveal()))
                    || config.webhookSecrets().stream().anyMatch(secret -> holds(text, secret.reveal()));
            if (ours) {
                throw new IllegalArgumentException("attribute " + name + " holds one of our secrets");
            }
        });
    }

    private static boolean holds(@Nullable String text, String secret) {
        return text != null && text.contains(secret);
    }
}
