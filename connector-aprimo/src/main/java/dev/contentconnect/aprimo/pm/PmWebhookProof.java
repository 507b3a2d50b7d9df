package dev.contentconnect.aprimo.pm;

import dev.contentconnect.core.config.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How events that Productivity Management pushes are proved. The vendor says that a code is sent with a secret that an
 * administrator sets; header, algorithm and encoding are not confirmed, so all are options.
 *
 * @param secrets those that are good now, several during a rotation; empty takes everything, which has to be wanted
 * @param header the header that carries the code
 * @param algorithm how it is made
 * @param hex whether it is written in hexadecimal digits, else in base64
 * @param ownUser the user of our credential, whose events are dropped; null drops none
 */
public record PmWebhookProof(
        List<Secret> secrets,
        String header,
        Algorithm algorithm,
        boolean hex,
        @Nullable Long ownUser) {
    /** Ways to make the code. */
    public enum Algorithm {
        /** HMAC with SHA-1. */
        SHA1("HmacSHA1"),
        /** HMAC with SHA-256. */
        SHA256("HmacSHA256");

        private final String standardName;

        Algorithm(String standardName) {
            this.standardName = standardName;
        }

        String standardName() {
            return standardName;
        }
    }

    /**
     * Makes the value; the list is copied.
     *
     * @param secrets those that are good now
     * @param header the header that carries the code
     * @param algorithm how it is made
     * @param hex whether it is written in hexadecimal digits
     * @param ownUser the user of our credential, or null
     */
    public PmWebhookProof {
        secrets = List.copyOf(secrets);
    }
}
