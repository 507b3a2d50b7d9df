package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users. */
final class MemberRoutes {
    private final Vault vault;

    MemberRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/members", this::find);
        sandbox.on("GET", "/v2/members/{id}", this::get);
    }

    private Map<String, Object> user(long id, String login) {
        return map(
                "data",
                map(
                        "properties",
                        map(
                                "id",
                                id,
                                "name",
                                login,
                                "type",
                                0,
                                "first_name",
                                login.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + login.substring(1),
                                "last_name",
                                "Example",
                                "business_email",
                                login + "@example.com")));
    }

    private SandboxResponse get(SandboxRequest request) {
        long id = Vault.id(request.parameter("id"));
        String login = vault.users.get(id);
        if (login == null) {
            throw Refusal.invisible();
        }
        return SandboxResponse.json(map("results", user(id, login)));
    }

    private SandboxResponse find(SandboxRequest request) {
        String part = request.query("where_name").orElse("");
        List<Object> found = new ArrayList<>();
        vault.users.forEach((id, login) -> {
            if (login.startsWith(part)) {
                found.add(user(id, login));
            }
        });
        int page = request.query("page", 1);
        int limit = request.query("limit", 100);
        return SandboxResponse.json(map(
                "collection", map("paging", vault.page(found, page, limit)),
                "results", vault.slice(found, page, limit)));
    }
}
