package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders, and the storage behind signed addresses, which refuses whoever shows a token. */
final class OrderRoutes {
    private final AprimoSandbox sandbox;
    private final Vault vault;
    private final Map<String, Map<String, @Nullable Object>> orders = new LinkedHashMap<>();
    private final Map<String, Integer> looks = new LinkedHashMap<>();
    private int patience;
    private String end = "Success";
    private boolean kept;

    OrderRoutes(AprimoSandbox sandbox) {
        this.sandbox = sandbox;
        this.vault = sandbox.vault;
        sandbox.add("POST", "/api/core/orders", this::create);
        sandbox.add("GET", "/api/core/order/{id}", this::get);
        sandbox.add("GET", "/blob/{id}", this::blob);
    }

    void processing(int looksNeeded, String word) {
        this.patience = looksNeeded;
        this.end = word;
    }

    private SandboxResponse create(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        String type = String.valueOf(sent.get("type"));
        if (!(sent.get("targets") instanceof List<?> targets) || targets.isEmpty()) {
            throw Refusal.invalid("An order needs targets");
        }
        List<Map<String, @Nullable Object>> versions = new ArrayList<>();
        for (Object target : targets) {
            versions.add(version((Map<?, ?>) target));
        }
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("id", vault.nextId());
        order.put("orderType", type);
        order.put("_versions", versions);
        order.put("createdOn", Vault.stamp(vault.now()));
        orders.put(String.valueOf(order.get("id")), order);
        looks.put(String.valueOf(order.get("id")), patience);
        return new Shaping(request).json(201, shown(order));
    }

    private Map<String, @Nullable Object> version(Map<?, ?> target) {
        Map<String, @Nullable Object> version = target.get("fileVersionId") instanceof String id
                ? vault.version(id)
                : vault.latest(vault.record(String.valueOf(target.get("recordId"))));
        if (version == null) {
            throw Refusal.invalid("The record has no file");
        }
        return version;
    }

    @SuppressWarnings("unchecked") // put there above
    private Map<String, @Nullable Object> shown(Map<String, @Nullable Object> order) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(order);
        var versions = (List<Map<String, @Nullable Object>>) java.util.Objects.requireNonNull(out.remove("_versions"));
        int left = looks.merge(String.valueOf(order.get("id")), -1, Integer::sum);
        String status = left >= 0 ? "AsyncExecuting" : end;
        out.put("status", status);
        out.put("deliveredFiles", null);
        if (left >= 0) {
            return out;
        }
        if (!status.equals("Success")) {
            out.put("message", "A target could not be rendered");
            out.put("failedTargetsCount", 1);
        }
        int delivered = status.equals("Success") ? versions.size() : status.equals("PartiallyFailed") ? 1 : 0;
        boolean download = "download".equals(order.get("orderType"));
        List<Object> files = new ArrayList<>();
        for (Map<String, @Nullable Object> version : versions.subList(0, delivered)) {
            files.add(
                    download
                            ? sandbox.sign(String.valueOf(version.get("_blob")))
                            : Map.of("deliveredPath", publish(version)));
        }
        if (!files.isEmpty()) {
            out.put("deliveredFiles", files);
        }
        return out;
    }

    /** One link a version, however often somebody looks at the order. */
    private String publish(Map<String, @Nullable Object> version) {
        for (Map<String, @Nullable Object> one : vault.links.values()) {
            if (String.valueOf(version.get("id")).equals(one.get("fileVersionId"))
                    && "Order".equals(one.get("origin"))) {
                return String.valueOf(one.get("uri"));
            }
        }
        Map<String, @Nullable Object> link = new LinkedHashMap<>();
        link.put("id", vault.nextId());
        link.put("uri", "https://cdn.example/" + link.get("id") + "/" + version.get("fileName"));
        link.put("provider", "cdn");
        link.put("origin", "Order");
        link.put("status", "Published");
        link.put("fileVersionId", version.get("id"));
        link.put("fileSize", version.get("fileSize"));
        link.put("canDelete", !kept);
        vault.links.put(String.valueOf(link.get("id")), link);
        return String.valueOf(link.get("uri"));
    }

    void keepLinks() {
        this.kept = true;
    }

    private SandboxResponse get(SandboxRequest request) {
        Map<String, @Nullable Object> order = orders.get(Vault.normal(request.parameter("id")));
        if (order == null) {
            throw Refusal.notFound("Order");
        }
        return new Shaping(request).json(200, shown(order));
    }

    private SandboxResponse blob(SandboxRequest request) {
        if (request.header("Authorization").isPresent()
                || !sandbox.isSigned(request.query("sig").orElse(""))) {
            return SandboxResponse.text(403, "application/xml", "<Error><Code>AuthenticationFailed</Code></Error>");
        }
        return SandboxResponse.bytes(
                200, "application/octet-stream", vault.bytes.getOrDefault(request.parameter("id"), new byte[0]));
    }
}
