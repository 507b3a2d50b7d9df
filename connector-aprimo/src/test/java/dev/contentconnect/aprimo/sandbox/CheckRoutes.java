package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What checks find about versions. */
final class CheckRoutes {
    private static final String RESULTS = "/api/core/fileversion/{id}/checkresults";

    private final Vault vault;

    CheckRoutes(AprimoSandbox sandbox) {
        this.vault = sandbox.vault;
        sandbox.add("GET", RESULTS, request -> new Shaping(request).whole(of(request)));
        sandbox.add("POST", RESULTS, this::add);
    }

    private List<Map<String, @Nullable Object>> of(SandboxRequest request) {
        String version = String.valueOf(vault.version(request.parameter("id")).get("id"));
        return vault.checkResults.computeIfAbsent(version, any -> new ArrayList<>());
    }

    private SandboxResponse add(SandboxRequest request) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(request.json());
        if (!Set.of("pass", "fail", "warning", "info").contains(result.get("outcome"))
                || result.get("checkId") == null) {
            throw Refusal.invalid("A check result has a check and an outcome");
        }
        result.put("id", vault.nextId());
        of(request).add(result);
        return new Shaping(request).json(201, Map.of("id", String.valueOf(result.get("id"))));
    }
}
