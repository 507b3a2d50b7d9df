package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads scalars that may be missing, null or odd. */
public final class Reading {
    private Reading() {}

    /**
     * A date; without an offset it is UTC.
     *
     * @param text the text, or null
     * @return the moment, or null where it is missing or cannot be read
     */
    public static @Nullable Instant date(@Nullable String text) {
        return Timestamps.read(text);
    }

    /**
     * A text that was sent plain and comes back in base64.
     *
     * @param text the text in base64, or null
     * @return the plain text; the text itself where it is not base64; null where it is missing or blank
     */
    public static @Nullable String base64(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String plain = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
            return plain.isBlank() ? null : plain;
        } catch (IllegalArgumentException notBase64) {
            return text;
        }
    }
}
