package dev.contentconnect.core.report;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.state.TrailEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file of JSON lines. */
final class JsonRows implements TrailRows {
    private final BufferedReader in;
    private long line;

    JsonRows(BufferedReader in) {
        this.in = in;
    }

    @Override
    public @Nullable CaseEvent nextEvent() {
        String text = line();
        if (text == null) {
            return null;
        }
        try {
            return withoutPlace(CanonicalJson.readCaseEvent(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException refused) {
            throw new JsonException("line " + line + " " + refused.getMessage());
        }
    }

    @Override
    public @Nullable TrailEntry nextEntry() {
        String text = line();
        return text == null ? null : JsonLines.read(text, line);
    }

    /** The member that chaining adds is none that the event had. */
    private static CaseEvent withoutPlace(CaseEvent event) {
        Map<String, @Nullable Object> unknown =
                new LinkedHashMap<>(event.extensions().get(CanonicalJson.UNKNOWN_MEMBERS));
        if (unknown.get("") instanceof Map<?, ?> own && own.get("members") instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> rest = new LinkedHashMap<>();
            members.forEach((name, value) -> rest.put(name.toString(), value));
            rest.remove("trail");
            if (rest.isEmpty()) {
                unknown.remove("");
            } else {
                unknown.put("", Map.of("members", rest));
            }
            Extensions extensions = event.extensions().with(CanonicalJson.UNKNOWN_MEMBERS, unknown);
            return event.toBuilder().extensions(extensions).build();
        }
        return event;
    }

    /** The next line that is not blank; null at the end. */
    private @Nullable String line() {
        try {
            while (true) {
                StringBuilder text = new StringBuilder(512);
                int c = in.read();
                while (c >= 0 && c != '\n') {
                    if (text.length() >= Csv.MAX_ROW) {
                        throw new JsonException(
                                "line " + (line + 1) + " is longer than " + Csv.MAX_ROW + " characters");
                    }
                    text.append((char) c);
                    c = in.read();
                }
                if (c < 0 && text.isEmpty()) {
                    return null;
                }
                line++;
                if (c < 0) {
                    throw new JsonException("line " + line + " was cut off");
                }
                if (!text.toString().isBlank()) {
                    return text.toString();
                }
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new JsonException("line " + (line + 1) + " or one of the next is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
