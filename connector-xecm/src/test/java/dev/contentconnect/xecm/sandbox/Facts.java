package dev.contentconnect.xecm.sandbox;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.testkit.Exchange;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the calls that this connector makes: see {@code facts.txt}. Whatever our client sends and our sandbox
 * answers in any test is held against it.
 *
 * @param all the calls
 */
public record Facts(List<Fact> all) {
    private static final Facts KNOWN = new Facts(read());

    /** Where nothing was found these are empty, and have none of their members. */
    private static final Set<String> NOTHING_FOUND = Set.of("", "results", "data");

    /**
     * What is known of one call.
     *
     * @param method the HTTP method
     * @param path from {@code /v1} or {@code /v2} on, or that of the directory server; with names in braces
     * @param query query parameters; with a star what is always there, here and below
     * @param form fields of the form
     * @param body members of the JSON text in the field {@code body}, or of the JSON that the directory server reads
     * @param answer paths of members of a good answer; with a question mark what may be missing
     * @param fromClients whether the documents do not have it
     */
    public record Fact(
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

        long names() {
            return path.chars().filter(c -> c == '{').count();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /**
     * What is known.
     *
     * @return all of it
     */
    public static Facts known() {
        return KNOWN;
    }

    /** Whether a path is one of a template; names in braces take any segment. */
    private static boolean sameShape(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] there = path.split("/", -1);
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

    private static List<Fact> read() {
        try (InputStream in = Objects.requireNonNull(Facts.class.getResourceAsStream("facts.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Facts::fact)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /**
     * The call that a request is: a template without a name in braces goes before one with it.
     *
     * @param request the request
     * @return what is known of it, or nothing
     */
    public Optional<Fact> find(SandboxRequest request) {
        String path = path(request);
        return all.stream().filter(one -> one.fits(request.method(), path)).min(Comparator.comparingLong(Fact::names));
    }

    /** From the version on. */
    static String path(SandboxRequest request) {
        String path = request.path();
        return path.startsWith(XecmSandbox.API) ? path.substring(XecmSandbox.API.length()) : path;
    }

    /** What a request has and should not, and the other way round; and the same of its answer. */
    List<String> problems(Exchange one) {
        Fact fact = find(one.request()).orElse(null);
        if (fact == null) {
            return List.of(one.request() + " is no known call");
        }
        List<String> out = new ArrayList<>();
        compare(fact + " query", one.request().query().keySet(), fact.query(), out);
        compare(fact + " form", Fields.names(one.request()), fact.form(), out);
        Set<String> body = Fields.body(one.request()).keySet();
        compare(fact + " body", body, fact.body(), out);
        SandboxResponse response = one.response();
        if (response != null && response.status() == 200 && !fact.answer().isEmpty()) {
            Object answer = decoded(response);
            fact.answer().stream()
                    .filter(path -> !path.endsWith("?") && !has(answer, path, ""))
                    .forEach(path -> out.add(fact + " answers without " + path));
        }
        return out;
    }

    private static void compare(String what, Set<String> there, Set<String> known, List<String> out) {
        Set<String> bare = known.stream().map(Facts::bare).collect(Collectors.toSet());
        there.stream().filter(name -> !bare.contains(name)).forEach(name -> out.add(what + " has " + name));
        known.stream()
                .filter(name -> name.endsWith("*") && !there.contains(bare(name)))
                .forEach(name -> out.add(what + " misses " + bare(name)));
    }

    private static String bare(String name) {
        return name.endsWith("*") || name.endsWith("?") ? name.substring(0, name.length() - 1) : name;
    }

    private static Object decoded(SandboxResponse response) {
        try {
            return Json.decodePlain(response.body());
        } catch (JsonException notJson) {
            return "not JSON";
        }
    }

    /** Whether each object on the way has the next name; what was not found is no object. */
    private static boolean has(Object value, String rest, String walked) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(one -> has(one, rest, walked));
        }
        if (rest.isEmpty()) {
            return true;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return false;
        }
        String name = rest.split("\\.", 2)[0];
        boolean nothing = map.isEmpty() && NOTHING_FOUND.contains(walked);
        return nothing || (map.containsKey(name) && has(map.get(name), after(rest), name));
    }

    private static String after(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1);
    }

    /**
     * Those members of the answer that are really there, with a value.
     *
     * @param one of a known call
     * @return their paths as the facts write them
     */
    public Set<String> reached(Exchange one) {
        Set<String> out = new LinkedHashSet<>();
        SandboxResponse response = one.response();
        if (response != null && response.status() == 200) {
            Fact fact = find(one.request()).orElseThrow();
            Object answer = fact.answer().isEmpty() ? "" : decoded(response);
            fact.answer().stream().filter(path -> reaches(answer, bare(path))).forEach(out::add);
        }
        return out;
    }

    private static boolean reaches(Object value, String rest) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(one -> reaches(one, rest));
        }
        if (rest.isEmpty()) {
            return value != null && !(value instanceof Map<?, ?> map && map.isEmpty());
        }
        return value instanceof Map<?, ?> map && reaches(map.get(rest.split("\\.", 2)[0]), after(rest));
    }
}
