package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
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

    /**
     * Of all bytes of a content, as they are now.
     *
     * @param content is read to its end
     * @param name says in a failure what was read
     * @param algorithm as the platform calls it, for example {@code SHA-256}
     * @return the checksum
     * @throws UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException when the platform does not know the algorithm
     */
    public static Checksum checksum(Content content, String name, String algorithm) {
        try (InputStream bytes = content.open();
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance(algorithm))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return new Checksum(
                    algorithm,
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("unknown checksum algorithm: " + algorithm, e);
        }
    }
}
