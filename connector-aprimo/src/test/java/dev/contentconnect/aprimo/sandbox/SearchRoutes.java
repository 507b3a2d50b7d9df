package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The index of records. Page, size and order are looked for in the address alone. */
final class SearchRoutes {
    private final AprimoSandbox sandbox;
    private final RecordRoutes records;

    SearchRoutes(AprimoSandbox sandbox, RecordRoutes records) {
        this.sandbox = sandbox;
        this.records = records;
        sandbox.add("POST", "/api/core/search/records", this::search);
    }

    private SandboxResponse search(SandboxRequest request) {
        if (!(request.json().get("searchExpression") instanceof Map<?, ?> expression)
                || !(expression.get("expression") instanceof String text)
                || text.isBlank()) {
            throw Refusal.invalid("A searchExpression must contain either an expression or subExpressions");
        }
        List<?> parameters = expression.get("parameters") instanceof List<?> list ? list : List.of();
        Predicate<Rec> fits = Expression.of(text, parameters, sandbox);
        List<Rec> found = new ArrayList<>();
        sandbox.vault.index().stream()
                .filter(one -> sandbox.ignoresBounds() || fits.test(one))
                .forEach(found::add);
        found.sort(order(request.query("sort").orElse("")));
        Shaping shaping = new Shaping(request);
        return shaping.page(
                found.stream().map(one -> records.shape(shaping, one)).toList());
    }

    private static Comparator<Rec> order(String sort) {
        boolean down = sort.startsWith("-");
        Comparator<Rec> out = switch (down ? sort.substring(1) : sort) {
            case "CreatedOn" -> Comparator.comparing(one -> one.createdOn);
            case "ModifiedOn" -> Comparator.comparing(one -> one.modifiedOn);
            case "" -> Comparator.comparing(one -> one.id);
            default -> throw Refusal.invalid("Cannot sort by " + sort);
        };
        return (down ? out.reversed() : out).thenComparing(one -> one.id);
    }
}
