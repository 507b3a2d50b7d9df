package dev.contentconnect.core.http;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.internal.KnownSecrets;
import dev.contentconnect.core.internal.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The proofs of identity that went out with the attempts of one call, for {@link Masking}. Costs next to nothing until a
 * call fails. Safe for several threads.
 */
final class Presented {
    /** Attempts, each with a token that was turned away and its successor, and as many redirects. */
    private static final int MOST = 64;

    private final List<Proofs> sent = new ArrayList<>(1);

    /** Where the secrets of a call are. */
    record Proofs(List<Map.Entry<String, String>> headers, Set<String> credentialHeaders, List<Secret> secrets) {
        boolean isCredential(String header) {
            return credentialHeaders.stream().anyMatch(header::equalsIgnoreCase) || Redaction.isSecretName(header);
        }

        /** How many headers; not what they hold. */
        @Override
        public String toString() {
            return "Proofs[" + headers.size() + " headers]";
        }
    }

    /** What goes over the wire now. */
    synchronized void add(Proofs proofs) {
        boolean known = !sent.isEmpty() && sent.get(sent.size() - 1).equals(proofs);
        if (!known && sent.size() < MOST) {
            sent.add(proofs);
        }
    }

    synchronized Masking masking() {
        Set<String> secrets = new LinkedHashSet<>();
        for (Proofs proofs : sent) {
            for (Map.Entry<String, String> header : proofs.headers()) {
                if (proofs.isCredential(header.getKey())) {
                    take(header.getValue(), secrets);
                }
            }
            proofs.secrets().stream().map(Secret::reveal).forEach(secrets::add);
        }
        return new Masking(KnownSecrets.of(secrets));
    }

    /** The value itself, what follows a word such as {@code Bearer}, and the password of {@code Basic}. */
    private static void take(String header, Set<String> secrets) {
        secrets.add(header);
        int blank = header.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String proof = header.substring(blank + 1).strip();
        secrets.add(proof);
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
            secrets.add(pair);
            secrets.add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            // A host's own step put it there; as a whole it is known all the same.
            return;
        }
    }
}
