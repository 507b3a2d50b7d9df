package dev.contentconnect.core.report;

import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.state.TrailEntry;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents as recorded, a line each. The member {@code trail} of a chained one is put behind the recorded text and cut off
 * again, byte for byte: the hash is over the text, not over what a JSON library would make of it.
 */
final class JsonLines implements TrailExport.Lines {
    private static final String MEMBER = "\"trail\":{\"number\":";
    private static final Pattern REST =
            Pattern.compile("([1-9][0-9]{0,18}),\"recordedAt\":\"([0-9TZ:.+-]{1,40})\",\"hash\":\"([0-9a-f]{64})\"}}");

    private final boolean chained;

    JsonLines(boolean chained) {
        this.chained = chained;
    }

    @Override
    public void write(TrailEntry entry, Writer out) throws IOException {
        String json = entry.json();
        if (!chained) {
            out.append(json).append('\n');
            return;
        }
        out.append(json, 0, json.length() - 1)
                .append(json.length() > 2 ? "," : "")
                .append(MEMBER)
                .append(Long.toString(entry.number()))
                .append(",\"recordedAt\":\"")
                .append(entry.recordedAt().toString())
                .append("\",\"hash\":\"")
                .append(entry.hash())
                .append("\"}}\n");
    }

    static TrailEntry read(String line, long number) {
        int at = line.lastIndexOf(MEMBER);
        Matcher rest = REST.matcher(at < 0 ? "" : line.substring(at + MEMBER.length()));
        if (!rest.matches()) {
            throw new JsonException("line " + number + " does not end with the place in the trail");
        }
        String json = line.substring(0, line.charAt(at - 1) == ',' ? at - 1 : at) + "}";
        return entry("line " + number, rest.group(1), rest.group(2), rest.group(3), json);
    }

    static TrailEntry entry(String where, String number, String recordedAt, String hash, String json) {
        try {
            Instant at = Instant.ofEpochMilli(Instant.parse(recordedAt).toEpochMilli());
            return new TrailEntry(Long.parseLong(number), at, json, hash);
        } catch (NumberFormatException | ArithmeticException | java.time.DateTimeException refused) {
            throw new JsonException(where + " does not name its place in the trail");
        }
    }
}
