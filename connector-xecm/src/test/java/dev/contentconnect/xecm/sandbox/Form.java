package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.SandboxRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a request sent: fields of a form, and a file where there is one. The server reads nothing else. */
final class Form {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private byte[] file;
    private String fileName;
    private String fileType;

    static Form of(SandboxRequest request) {
        Form out = new Form();
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("multipart/form-data")) {
            out.readParts(request, type.substring(type.indexOf("boundary=") + 9));
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            for (String pair : request.text().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    out.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return out;
    }

    private void readParts(SandboxRequest request, String boundary) {
        if (request.header("Transfer-Encoding").isPresent()) {
            throw new Refusal(400, "chunked transfer is not taken");
        }
        // One byte a character, so that the bytes of a file stay what they are.
        String text = new String(request.body(), StandardCharsets.ISO_8859_1);
        for (String part : text.split("--" + java.util.regex.Pattern.quote(boundary), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0) {
                readPart(utf8(part.substring(0, end)), part.substring(end + 4, part.length() - 2));
            }
        }
    }

    private void readPart(String head, String content) {
        String name = between(head, " name=\"", "\"");
        if (head.contains("filename=\"")) {
            fileName = between(head, "filename=\"", "\"").replace("%22", "\"");
            fileType = between(head + "\r\n", "Content-Type: ", "\r\n");
            file = content.getBytes(StandardCharsets.ISO_8859_1);
        } else {
            add(name, utf8(content));
        }
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    String text(String name) {
        List<String> values = fields.get(name);
        return values == null ? null : values.get(0);
    }

    String required(String name) {
        String value = text(name);
        if (value == null || value.isBlank()) {
            throw new Refusal(400, "Argument '" + name + "' is required.");
        }
        return value;
    }

    Map<String, List<String>> fields() {
        return fields;
    }

    /** The JSON text in the field {@code body}; without it the server does as if nothing had been sent. */
    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    Map<String, Object> body() {
        String text = text("body");
        if (text == null) {
            return new LinkedHashMap<>();
        }
        try {
            Object plain = Json.decodePlain(text.getBytes(StandardCharsets.UTF_8));
            if (plain instanceof Map<?, ?>) {
                return new LinkedHashMap<>((Map<String, Object>) plain);
            }
        } catch (JsonException notJson) {
            throw new Refusal(500, "The body cannot be parsed.");
        }
        throw new Refusal(500, "The body cannot be parsed.");
    }

    boolean hasFile() {
        return file != null;
    }

    byte[] file() {
        return file;
    }

    String fileName() {
        return fileName;
    }

    String fileType() {
        return fileType;
    }
}
