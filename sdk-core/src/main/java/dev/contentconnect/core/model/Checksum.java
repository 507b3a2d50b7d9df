package dev.contentconnect.core.model;

import dev.contentconnect.core.internal.Sha256;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A fingerprint of content.
 *
 * @param algorithm the name as in {@code java.security}, for example {@code SHA-256}; never blank
 * @param hex the value in lower-case hexadecimal
 */
public record Checksum(String algorithm, String hex) {

    /**
     * Makes a checksum; letters of {@code hex} become lower case.
     *
     * @param algorithm the name as in {@code java.security}, for example {@code SHA-256}; never blank
     * @param hex the value in lower-case hexadecimal
     * @throws IllegalArgumentException when a part is blank or {@code hex} is not hexadecimal
     */
    public Checksum {
        Words.word(algorithm, "algorithm");
        hex = Words.word(hex, "hex").toLowerCase(Locale.ROOT);
        for (int i = 0; i < hex.length(); i++) {
            if (!HexFormat.isHexDigit(hex.charAt(i))) {
                throw new IllegalArgumentException("not hexadecimal: " + Words.quoted(hex));
            }
        }
    }

    /**
     * A SHA-256 fingerprint.
     *
     * @param hex the value in hexadecimal
     * @return the checksum
     */
    public static Checksum sha256(String hex) {
        return new Checksum("SHA-256", hex);
    }

    /**
     * The SHA-256 fingerprint of bytes in memory.
     *
     * @param bytes the bytes
     * @return the checksum, with 64 digits
     */
    public static Checksum sha256Of(byte[] bytes) {
        return sha256(HexFormat.of().formatHex(Sha256.fresh().digest(bytes)));
    }

    /**
     * The SHA-256 fingerprint of a text in UTF-8.
     *
     * @param text any text
     * @return the checksum, with 64 digits
     */
    public static Checksum sha256Of(String text) {
        return sha256(HexFormat.of().formatHex(Sha256.of(text)));
    }
}
