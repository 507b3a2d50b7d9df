package dev.contentconnect.xecm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The vendor's OpenAPI documents, as far as names go: which calls there are, and what the text of each of them names. The
 * shapes of answers in them are wrong, so nothing else is read.
 */
final class VendorDocuments {
    private static final Pattern PATH = Pattern.compile("^\\s*[\"']?(/v[12]/[^\"':\\s]*)[\"']?\\s*:.*$");
    private static final Pattern METHOD = Pattern.compile("^\\s*[\"']?(get|post|put|delete|head)[\"']?\\s*:.*$");

    private final Map<String, StringBuilder> operations = new LinkedHashMap<>();
    private final StringBuilder whole = new StringBuilder();

    static Optional<Path> configured() {
        String place = System.getProperty("contentconnect.specs", "");
        return place.isBlank() ? Optional.empty() : Optional.of(Path.of(place));
    }

    static VendorDocuments read(Path directory) throws IOException {
        VendorDocuments out = new VendorDocuments();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList()) {
                out.read(Files.readString(file));
            }
        }
        return out;
    }

    private void read(String text) {
        whole.append(text);
        String path = "";
        String operation = "";
        // Documents in JSON may stand on one line.
        String broken = text.lines().count() > 10
                ? text
                : text.replaceAll("\"(?=/v[12]/)|\"(?=(?:get|post|put|delete)\":)", "\n\"");
        for (String line : broken.split("\\R", -1)) {
            Matcher at = PATH.matcher(line);
            Matcher method = METHOD.matcher(line);
            if (at.matches()) {
                path = at.group(1);
                operation = "";
            } else if (method.matches() && !path.isEmpty()) {
                operation = method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path;
            }
            if (!operation.isEmpty()) {
                operations
                        .computeIfAbsent(operation, any -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
    }

    int size() {
        return operations.size();
    }

    /** The text of a call, whatever its parameters in braces are called. */
    Optional<String> find(String method, String path) {
        return operations.entrySet().stream()
                .filter(one -> one.getKey().startsWith(method + " "))
                .filter(one -> Facts.sameShape(one.getKey().substring(method.length() + 1), path))
                .map(one -> one.getValue().toString())
                .findFirst();
    }

    /** Whether the text of a call names something, or something that it refers to does. */
    boolean names(String text, String name) {
        return isIn(text, name) || (text.contains("$ref") && isIn(whole, name));
    }

    private static boolean isIn(CharSequence text, String name) {
        return Pattern.compile("(?<![\\w])" + Pattern.quote(name) + "(?![\\w])")
                .matcher(text)
                .find();
    }
}
