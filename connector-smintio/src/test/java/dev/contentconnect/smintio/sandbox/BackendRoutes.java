package dev.contentconnect.smintio.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom forms with an optimistic lock, and groups under a path that is not the vendor's. */
final class BackendRoutes {
    private final Map<String, Map<String, @Nullable Object>> forms = new LinkedHashMap<>();

    BackendRoutes(SmintioSandbox sandbox) {
        String base = "/backend/v1";
        sandbox.add("GET", base + "/customForms", request -> SandboxResponse.json(List.copyOf(forms.values())));
        sandbox.add("POST", base + "/customForms", this::create);
        sandbox.add(
                "GET", base + "/customForms/{form}", request -> SandboxResponse.json(form(request.parameter("form"))));
        sandbox.add("PUT", base + "/customForms/{form}", this::update);
        sandbox.add("DELETE", base + "/customForms/{form}", request -> {
            locked(request);
            forms.remove(request.parameter("form"));
            return SandboxResponse.status(204);
        });
        sandbox.add(
                "GET",
                base + "/customForm/{form}/formGroups",
                request -> SandboxResponse.json(Map.of("custom_form_groups", new ArrayList<>())));
        sandbox.add("PUT", base + "/tenants/{tenant}", request -> SandboxResponse.status(204));
        sandbox.add("POST", "/admin/v1/groups/{group}/users", request -> SandboxResponse.status(204));
    }

    private Map<String, @Nullable Object> form(String id) {
        Map<String, @Nullable Object> found = forms.get(id);
        if (found == null) {
            throw Refusal.of(404, "not_found", "No such form");
        }
        return found;
    }

    private SandboxResponse create(SandboxRequest request) {
        String id = "form-" + (forms.size() + 1);
        Map<String, @Nullable Object> form = new LinkedHashMap<>(request.json());
        form.put("uuid", id);
        form.put("version", 1);
        forms.put(id, form);
        return SandboxResponse.json(201, form).header("Location", "/backend/v1/customForms/" + id);
    }

    private Map<String, @Nullable Object> locked(SandboxRequest request) {
        Map<String, @Nullable Object> form = form(request.parameter("form"));
        if (!String.valueOf(form.get("version")).equals(request.query("version").orElse(""))) {
            throw Refusal.of(409, "custom_form_optimistic_lock_violated", "Somebody else was faster");
        }
        return form;
    }

    /** Only the members that are there change; null clears. */
    private SandboxResponse update(SandboxRequest request) {
        Map<String, @Nullable Object> form = locked(request);
        request.json().forEach((name, value) -> {
            if (value == null) {
                form.remove(name);
            } else {
                form.put(name, value);
            }
        });
        form.merge("version", 1, (old, one) -> ((Number) old).intValue() + 1);
        return SandboxResponse.status(204);
    }
}
