package dev.contentconnect.core.model;

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
                throw new IllegalArgumentException("not hexadecimal: " + hex);
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
}
