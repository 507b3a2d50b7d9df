package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.tradinggrid.wire.WireEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Lens answered.
 *
 * @param entries the entries
 * @param count how many there were, those of another form included
 * @param total how many match, where it says so
 * @param issues entries of another form, and what the service said beside its data
 * @param errors what the service said instead of data; empty when there are data
 */
record LensAnswer(
        List<WireEntry> entries, int count, @Nullable Long total, List<MappingIssue> issues, List<Failure> errors) {
    private static final String ROOT = "getTransactions";

    private static final Pattern QUOTED = Pattern.compile("['\"`]([A-Za-z0-9_./]+)['\"`]");
    private static final String BETWEEN_WORDS = "[^A-Za-z0-9_]+";

    /** An entry of {@code errors}: its words, its code, what it names in quotes or by its path, and every word of it. */
    record Failure(String message, @Nullable String code, Set<String> named, Set<String> words) {}

    static LensAnswer read(byte[] body) {
        if (!(Json.decodePlain(body) instanceof Map<?, ?> answer)) {
            throw new JsonException("not an object");
        }
        List<Failure> errors = failures(answer.get("errors"));
        Object data = answer.get("data") instanceof Map<?, ?> map ? map.get(ROOT) : null;
        if (data instanceof List<?> wrapped && wrapped.size() == 1) {
            data = wrapped.get(0);
        }
        if (!(data instanceof Map<?, ?> found)) {
            if (errors.isEmpty()) {
                throw new JsonException("neither data nor errors");
            }
            return new LensAnswer(List.of(), 0, null, List.of(), errors);
        }
        List<MappingIssue> issues = new ArrayList<>();
        errors.forEach(one -> issues.add(MappingIssue.of("errors", one.message())));
        List<WireEntry> entries = new ArrayList<>();
        List<?> transactions = found.get("transactions") instanceof List<?> list ? list : List.of();
        for (int i = 0; i < transactions.size(); i++) {
            if (transactions.get(i) instanceof Map<?, ?> one) {
                entries.add(WireEntry.of(one));
            } else {
                issues.add(MappingIssue.of("transactions[" + i + "]", "is not an object"));
            }
        }
        Long total = found.get("total") instanceof Number number ? (Long) number.longValue() : null;
        return new LensAnswer(entries, transactions.size(), total, issues, List.of());
    }

    private static List<Failure> failures(@Nullable Object errors) {
        List<Failure> out = new ArrayList<>();
        if (errors instanceof List<?> list) {
            for (Object one : list) {
                out.add(failure(one));
            }
        } else if (errors != null) {
            out.add(failure(errors));
        }
        return out;
    }

    private static Failure failure(@Nullable Object one) {
        Map<?, ?> error = one instanceof Map<?, ?> map ? map : Map.of();
        String message = error.get("message") instanceof String text ? text : String.valueOf(one);
        String code = error.get("extensions") instanceof Map<?, ?> more && more.get("code") instanceof String text
                ? text
                : null;
        Set<String> named = new LinkedHashSet<>();
        QUOTED.matcher(message).results().forEach(found -> named.addAll(words(found.group(1))));
        if (error.get("path") instanceof List<?> path) {
            path.forEach(step -> named.add(String.valueOf(step)));
        }
        return new Failure(message, code, named, new LinkedHashSet<>(words(message)));
    }

    private static List<String> words(String text) {
        return List.of(text.split(BETWEEN_WORDS));
    }

    /** Attributes that the service named in its refusal. Some, as "type", are ordinary words: quotes and paths count first. */
    Set<String> refused(List<String> asked) {
        Set<String> named = among(asked, Failure::named);
        return named.isEmpty() ? among(asked, Failure::words) : named;
    }

    private Set<String> among(List<String> asked, Function<Failure, Set<String>> part) {
        Set<String> out = new LinkedHashSet<>(asked);
        Set<String> named = new LinkedHashSet<>();
        errors.forEach(one -> named.addAll(part.apply(one)));
        out.retainAll(named);
        return out;
    }
}
