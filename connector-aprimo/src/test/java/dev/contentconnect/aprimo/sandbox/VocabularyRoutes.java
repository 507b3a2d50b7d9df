package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Definitions of fields, languages, classifications, and who we are. */
final class VocabularyRoutes {
    private static final Pattern FILTER = Pattern.compile("([a-zA-Z]+)='((?:[^']|'')*)'");

    private final Vault vault;

    VocabularyRoutes(AprimoSandbox sandbox) {
        this.vault = sandbox.vault;
        sandbox.add("GET", "/api/core/fielddefinitions", request -> filtered(request, vault.definitions));
        sandbox.add("GET", "/api/core/fielddefinition/{id}", request -> one(request, vault.definitions));
        sandbox.add("GET", "/api/core/languages", request -> filtered(request, vault.languages));
        sandbox.add("GET", "/api/core/classifications", request -> filtered(request, vault.classifications));
        sandbox.add("GET", "/api/core/classification/{id}", request -> one(request, vault.classifications));
        sandbox.add("GET", "/api/core/classification", this::byPath);
        sandbox.add("GET", "/api/core/classification/{id}/children", this::children);
        sandbox.add(
                "GET",
                "/api/users/me",
                request -> SandboxResponse.json(Map.of("userId", 4711, "adamUserId", AprimoSandbox.USER)));
    }

    private SandboxResponse filtered(SandboxRequest request, Map<String, Map<String, @Nullable Object>> all) {
        String filter = request.query("filter").orElse("");
        Matcher matcher = FILTER.matcher(filter);
        if (!filter.isEmpty() && !matcher.matches()) {
            throw Refusal.invalid("The filter cannot be read: " + filter);
        }
        return new Shaping(request)
                .page(all.values().stream()
                        .filter(one -> filter.isEmpty()
                                || matcher.group(2)
                                        .replace("''", "'")
                                        .equalsIgnoreCase(String.valueOf(one.get(matcher.group(1)))))
                        .toList());
    }

    private static SandboxResponse one(SandboxRequest request, Map<String, Map<String, @Nullable Object>> all) {
        Map<String, @Nullable Object> found = all.get(Vault.normal(request.parameter("id")));
        if (found == null) {
            throw Refusal.notFound("It");
        }
        return new Shaping(request).json(200, found);
    }

    private SandboxResponse byPath(SandboxRequest request) {
        String path = request.query("namePath").orElse("");
        return vault.classifications.values().stream()
                .filter(one -> path.equals(one.get("namePath")))
                .findFirst()
                .map(one -> new Shaping(request).json(200, one))
                .orElseThrow(() -> Refusal.notFound("Classification " + path));
    }

    private SandboxResponse children(SandboxRequest request) {
        String parent = Vault.normal(request.parameter("id"));
        List<Map<String, @Nullable Object>> found = vault.classifications.values().stream()
                .filter(one -> parent.equals(one.get("parentId")))
                .toList();
        return new Shaping(request).whole(found);
    }
}
