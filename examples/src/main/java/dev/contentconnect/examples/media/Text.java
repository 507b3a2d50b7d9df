package dev.contentconnect.examples.media;

import com.drew.metadata.StringValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads texts as people meant them. */
final class Text {
    private Text() {}

    /** Trims blanks and the zero bytes that fixed-length fields are padded with; a blank text is no text. */
    static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.replace('\0', ' ').strip();
        return clean.isEmpty() ? null : clean;
    }

    static List<String> clean(List<String> texts) {
        return texts.stream().map(Text::clean).filter(Objects::nonNull).toList();
    }

    /** Splits a list that was written as one text. */
    static List<String> split(@Nullable String text, String separators) {
        return text == null ? List.of() : clean(Arrays.asList(text.split(separators)));
    }

    /**
     * Decodes bytes whose encoding nobody stated: UTF-8 if they are, else Latin-1. The library alone would use the
     * platform's encoding, so the same file would read differently on another machine.
     */
    static @Nullable String decode(@Nullable StringValue value) {
        if (value == null) {
            return null;
        }
        Charset stated = value.getCharset();
        if (stated != null && !stated.equals(StandardCharsets.US_ASCII)) {
            return clean(value.toString(stated));
        }
        try {
            return clean(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return clean(value.toString(StandardCharsets.ISO_8859_1));
        }
    }
}
