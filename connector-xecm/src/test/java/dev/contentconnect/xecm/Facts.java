package dev.contentconnect.xecm;

import dev.contentconnect.core.testkit.SandboxRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The list of facts about the vendor's calls. */
final class Facts {
    private static final String API = "/cs/cs/api";

    private final List<Fact> all;

    private Facts(List<Fact> all) {
        this.all = all;
    }

    /** What is known of one call. */
    record Fact(
            String method,
            String path,
            Set<String> query,
            Set<String> form,
            Set<String> body,
            Set<String> answer,
            boolean fromClients) {
        boolean fits(String otherMethod, String otherPath) {
            return method.equals(otherMethod) && sameShape(path, otherPath);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Whether a path is one of a template; names in braces take any segment. */
    static boolean sameShape(String template, String path) {
        String[] wanted = trimmed(template).split("/", -1);
        String[] there = trimmed(path).split("/", -1);
        if (wanted.length != there.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].startsWith("{") && !wanted[i].equals(there[i])) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static Facts read() throws IOException {
        List<Fact> out = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Facts.class.getResourceAsStream("facts.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    out.add(fact(line));
                }
            }
        }
        return new Facts(out);
    }

    private static Fact fact(String line) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 6) {
            throw new IllegalStateException("not six columns: " + line);
        }
        String[] call = parts[0].strip().split(" ", 2);
        return new Fact(
                call[0],
                call[1],
                words(parts[1]),
                words(parts[2]),
                words(parts[3]),
                words(parts[4]),
                parts[5].strip().equals("client"));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s+", -1));
    }

    List<Fact> all() {
        return List.copyOf(all);
    }

    /** The most exact one: a template without a name in braces goes before one with it. */
    Optional<Fact> find(SandboxRequest request) {
        String path = path(request);
        return all.stream()
                .filter(one -> one.fits(request.method(), path))
                .min(java.util.Comparator.comparingInt(
                        one -> one.path().length() - one.path().replace("{", "").length()));
    }

    static String path(SandboxRequest request) {
        String path = request.path();
        return path.startsWith(API) ? path.substring(API.length()) : path;
    }
}
