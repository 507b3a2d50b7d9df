package dev.contentconnect.core.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 without the exception for platforms that lack it: every Java platform has it. */
public final class Sha256 {
    private Sha256() {}

    /**
     * A digest to be fed.
     *
     * @return a new one, for one thread
     */
    public static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The digest of a text in UTF-8.
     *
     * @param text any text
     * @return 32 bytes
     */
    public static byte[] of(String text) {
        return fresh().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
