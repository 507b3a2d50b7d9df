package dev.contentconnect.examples.flows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short stand-in for what was looked at, so that a later look can tell whether it is still the same. */
public final class Fingerprint {
    private static final int BYTES = 12;

    private Fingerprint() {}

    /**
     * Of several parts, none of which can be mistaken for a piece of another.
     *
     * @param parts what was looked at
     * @return 24 hexadecimal digits, the same for the same parts
     */
    public static String of(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
