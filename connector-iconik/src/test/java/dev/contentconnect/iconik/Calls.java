package dev.contentconnect.iconik;

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
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is documented of the calls that this connector makes: see {@code calls.txt}. Whatever our client sends and our sandbox
 * answers in any test is held against it.
 *
 * @param calls the calls
 */
record Calls(List<Call> calls) {
    private static final Calls DOCUMENTED = new Calls(read());

    /**
     * One call.
     *
     * @param method the HTTP method
     * @param service the service
     * @param path its path within the service, with names in braces
     * @param query query parameters
     * @param body members of the body; those with a star are required
     * @param answers statuses of good answers
     * @param members members of the answer, or of each of its objects; a star stands for any, a plus is before those of 2026
     */
    record Call(
            String method,
            String service,
            String path,
            Set<String> query,
            Set<String> body,
            Set<String> answers,
            Set<String> members) {
        private List<String> segments() {
            return List.of(path.split("/", -1));
        }

        boolean fits(String verb, List<String> parts) {
            List<String> own = segments();
            if (!verb.equals(method) || own.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < own.size(); i++) {
                if (!own.get(i).startsWith("{") && !own.get(i).equals(parts.get(i))) {
                    return false;
                }
            }
            return true;
        }

        long names() {
            return segments().stream().filter(one -> one.startsWith("{")).count();
        }

        @Override
        public String toString() {
            return method + " " + service + "/" + path;
        }
    }

    static Calls documented() {
        return DOCUMENTED;
    }

    private static List<Call> read() {
        try (InputStream in = Calls.class.getResourceAsStream("calls.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Calls::call)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call call(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        String[] where = words.get(1).split("/", 2);
        return new Call(
                words.get(0),
                where[0],
                where[1],
                part(words, "q:"),
                part(words, "b:"),
                part(words, "a:"),
                part(words, "m:"));
    }

    private static Set<String> part(List<String> words, String mark) {
        Set<String> out = new LinkedHashSet<>();
        int at = words.indexOf(mark);
        for (int i = at + 1; at >= 0 && i < words.size() && !words.get(i).matches("[qbam]:"); i++) {
            out.add(words.get(i));
        }
        return out;
    }

    /** The call that a request is; of several that fit the one with the fewest names in its path. */
    Optional<Call> find(SandboxRequest request) {
        List<String> parts = Arrays.asList(request.path().split("/", -1));
        // "", API, {service}, v1, …
        return calls.stream()
                .filter(call -> parts.size() > 4 && call.service().equals(parts.get(2)))
                .filter(call -> call.fits(request.method(), parts.subList(4, parts.size())))
                .min(Comparator.comparing(Call::names));
    }

    /** What is not as documented; refusals and redirects are not looked at, nor what a test means to be otherwise. */
    List<String> problems(List<Exchange> exchanges) {
        List<String> out = new ArrayList<>();
        for (Exchange one : exchanges) {
            boolean token = one.request().path().startsWith("/API/auth/");
            SandboxResponse response = one.response();
            if (!token && one.onPurpose().isEmpty() && response != null && response.status() < 300) {
                Call call = find(one.request()).orElse(null);
                if (call == null) {
                    out.add(one.request() + " is not documented");
                } else {
                    check(call, one.request(), response, out);
                }
            }
        }
        return out.stream().distinct().toList();
    }

    private static void check(Call call, SandboxRequest request, SandboxResponse response, List<String> out) {
        strays(request.query().keySet(), call.query()).forEach(name -> out.add(call + " q: " + name));
        Set<String> sent =
                request.body().length == 0 ? Set.of() : request.json().keySet();
        Set<String> known = bare(call.body());
        strays(sent, known).forEach(name -> out.add(call + " b: " + name));
        call.body().stream()
                .filter(name -> name.endsWith("*") && !sent.contains(bare(name)))
                .forEach(name -> out.add(call + " misses " + name));
        if (!call.answers().contains(Integer.toString(response.status()))) {
            out.add(call + " a: " + response.status());
        }
        if (!call.members().contains("*")) {
            members(response).stream()
                    .flatMap(object -> strays(object, bare(call.members())).stream())
                    .forEach(name -> out.add(call + " m: " + name));
        }
    }

    /** Without the star of what is required, and without the plus of what the documents of 2026 add. */
    static String bare(String name) {
        return name.replace("*", "").replace("+", "");
    }

    private static Set<String> bare(Set<String> names) {
        return names.stream().map(Calls::bare).collect(Collectors.toSet());
    }

    private static Set<String> strays(Set<String> names, Set<String> known) {
        Set<String> out = new LinkedHashSet<>(names);
        out.removeAll(known);
        return out;
    }

    /** The members of an answer, or of each object of a list. */
    private static List<Set<String>> members(SandboxResponse response) {
        Object plain;
        try {
            plain = response.body().length == 0 ? Map.of() : Json.decodePlain(response.body());
        } catch (JsonException notJson) {
            return List.of(Set.of("not JSON"));
        }
        Map<?, ?> body = plain instanceof Map<?, ?> map ? map : Map.of();
        List<?> objects = body.get("objects") instanceof List<?> list ? list : List.of(body);
        return objects.stream()
                .map(one -> one instanceof Map<?, ?> map ? names(map) : Set.<String>of())
                .toList();
    }

    private static Set<String> names(Map<?, ?> map) {
        return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
