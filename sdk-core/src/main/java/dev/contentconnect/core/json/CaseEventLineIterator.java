package dev.contentconnect.core.json;

import dev.contentconnect.core.model.CaseEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads line by line. The reader decodes bytes one to one, so that a cut inside a character cannot fail early. */
final class CaseEventLineIterator implements Iterator<CaseEvent> {
    private final BufferedReader reader;
    private int line;
    private @Nullable CaseEvent next;
    private boolean ended;

    CaseEventLineIterator(BufferedReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            String text = line();
            if (text != null && !text.isBlank()) {
                next = event(text);
            }
        }
        return next != null;
    }

    @Override
    public CaseEvent next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        CaseEvent event = next;
        next = null;
        return event;
    }

    private CaseEvent event(String text) {
        try {
            return CanonicalJson.readCaseEvent(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (JsonException e) {
            throw new JsonException("line " + line + " " + e.getMessage());
        }
    }

    /** The next line that has its end; null at the end of the file. A rest without a line end was cut off. */
    private @Nullable String line() {
        StringBuilder text = new StringBuilder(512);
        try {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    line++;
                    return text.toString();
                }
                text.append((char) c);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ended = true;
        return null;
    }
}
