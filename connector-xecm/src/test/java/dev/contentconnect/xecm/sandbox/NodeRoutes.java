package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Nodes, their audit and their permissions. */
final class NodeRoutes {
    private final Vault vault;

    NodeRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("POST", "/v2/nodes/list", this::byIds);
        sandbox.on("GET", "/v2/nodes/{id}", this::get);
        sandbox.on("POST", "/v2/nodes", this::create);
        sandbox.on("PUT", "/v2/nodes/{id}", this::update);
        sandbox.on("DELETE", "/v2/nodes/{id}", this::delete);
        sandbox.on("GET", "/v2/nodes/{id}/nodes", this::children);
        sandbox.on("POST", "/v1/validation/nodes/names", this::collisions);
        sandbox.on("GET", "/v2/nicknames/{nick}/nodes", this::byNickname);
        sandbox.on("PUT", "/v2/nodes/{id}/nicknames", this::setNickname);
        sandbox.on("GET", "/v2/volumes/{type}", this::volume);
        sandbox.on("GET", "/v2/nodes/{id}/audit", this::audit);
        sandbox.on("GET", "/v2/nodes/{id}/permissions", this::permissions);
        sandbox.on("POST", "/v2/nodes/{id}/permissions/custom", this::grant);
        sandbox.on("PUT", "/v2/nodes/{id}/permissions/custom/{right}", this::regrant);
        sandbox.on("DELETE", "/v2/nodes/{id}/permissions/custom/{right}", this::revoke);
        sandbox.on("GET", "/v2/nodes/{id}/permissions/effective/{right}", this::effective);
    }

    private Node node(SandboxRequest request) {
        return vault.visible(Vault.id(request.parameter("id")));
    }

    static List<String> fields(SandboxRequest request) {
        return request.query().getOrDefault("fields", List.of());
    }

    private SandboxResponse one(Node node, List<String> fields) {
        return SandboxResponse.json(map("links", map(), "results", vault.element(node, fields)));
    }

    private SandboxResponse get(SandboxRequest request) {
        Node node = node(request);
        Map<String, Object> element = vault.element(node, fields(request));
        if (request.query().containsKey("state")) {
            Map<String, Object> tokens = new LinkedHashMap<>();
            node.categories
                    .keySet()
                    .forEach(id -> tokens.put(id + "_1", map("metadata_token", CategoryRoutes.token(node, id))));
            element.put("state", map("categories", tokens));
        }
        return SandboxResponse.json(map("links", map(), "results", element));
    }

    private SandboxResponse create(SandboxRequest request) {
        Form form = Form.of(request);
        Map<String, Object> body = form.body();
        if (body.isEmpty()) {
            throw new Refusal(400, "Argument 'type' is required.");
        }
        int type = (int) Vault.id(body.get("type"));
        Node parent = vault.writable(Vault.id(body.get("parent_id")));
        Map<String, Object> values = flat(body);
        if (type == 144 && !form.hasFile()) {
            throw new Refusal(400, "Argument 'file' is required.");
        }
        long original = type == 1 ? vault.visible(Vault.id(body.get("original_id"))).id : 0;
        Node made = vault.create(type, parent.id, (String) body.get("name"));
        made.description =
                body.get("description") == null ? "" : body.get("description").toString();
        if (type == 140) {
            made.url = String.valueOf(body.get("url"));
        }
        if (type == 1) {
            made.original = original;
        }
        if (form.hasFile()) {
            made.versions.add(
                    new Node.Version(1, form.fileName(), form.fileType(), form.file(), "", vault.now(), vault.user));
        }
        describe(made, values);
        return one(made, List.of("properties"));
    }

    /** A node whose attributes are refused is not made. */
    private void describe(Node made, Map<String, Object> values) {
        try {
            CategoryRoutes.store(vault, made, values);
        } catch (Refusal refused) {
            vault.nodes.remove(made.id);
            throw refused;
        }
    }

    /** This call wants categories flat; by category they are what it cannot parse. */
    private static Map<String, Object> flat(Map<String, Object> body) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (body.get("roles") instanceof Map<?, ?> roles && roles.get("categories") instanceof Map<?, ?> categories) {
            categories.forEach((key, value) -> {
                if (!key.toString().contains("_")) {
                    throw new Refusal(500, "The categories cannot be parsed.");
                }
                out.put(key.toString(), value);
            });
        }
        return out;
    }

    private SandboxResponse update(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        Map<String, Object> body = Form.of(request).body();
        if (body.get("name") instanceof String name && !name.equals(node.name)) {
            if (!name.equalsIgnoreCase(node.name)) {
                vault.checkFree(node.parent, name);
            }
            node.name = name;
            vault.touch(node, 5);
        }
        if (body.containsKey("description")) {
            node.description = String.valueOf(body.get("description"));
            vault.touch(node, 5);
        }
        if (body.get("url") instanceof String url) {
            node.url = url;
            vault.touch(node, 5);
        }
        if (body.get("parent_id") != null) {
            node.parent = vault.visible(Vault.id(body.get("parent_id"))).id;
            vault.touch(node, 5);
        }
        return one(node, List.of("properties"));
    }

    private SandboxResponse delete(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        vault.nodes.remove(node.id);
        return SandboxResponse.json(map("links", map(), "results", map()));
    }

    private SandboxResponse children(SandboxRequest request) {
        Node parent = node(request);
        List<String> types = request.query().getOrDefault("where_type", List.of());
        String name = request.query("where_name").orElse("").toLowerCase(Locale.ROOT);
        List<Node> found = new ArrayList<>(vault.children(parent.id).stream()
                .filter(one -> types.isEmpty() || types.contains(Integer.toString(one.type)))
                .filter(one -> one.name.toLowerCase(Locale.ROOT).contains(name))
                .toList());
        switch (request.query("sort").orElse("asc_name")) {
            case "desc_modify_date" ->
                found.sort(Comparator.comparing((Node one) -> one.modified)
                        .reversed()
                        .thenComparing(one -> one.id));
            default -> found.sort(Comparator.comparing(one -> one.name));
        }
        return list(request, found, fields(request));
    }

    private SandboxResponse list(SandboxRequest request, List<Node> found, List<String> fields) {
        int page = request.query("page", 1);
        int limit = request.query("limit", 100);
        List<Object> results = new ArrayList<>();
        vault.slice(found, page, limit).forEach(one -> results.add(vault.element(one, fields)));
        return SandboxResponse.json(map(
                "collection", map("paging", vault.page(found, page, limit), "sorting", map()),
                "links", map("data", map()),
                "results", results));
    }

    private SandboxResponse byIds(SandboxRequest request) {
        String ids = Form.of(request).required("ids");
        List<?> wanted = (List<?>) Json.decodePlain(ids.getBytes(StandardCharsets.UTF_8));
        if (wanted.size() > 250) {
            throw new Refusal(400, "Too many ids.");
        }
        List<Object> results = new ArrayList<>();
        wanted.forEach(id -> {
            Node node = vault.nodes.get(Vault.id(id));
            if (node != null && !node.hidden) {
                results.add(vault.element(node, List.of()));
            }
        });
        return SandboxResponse.json(map("results", results));
    }

    private SandboxResponse collisions(SandboxRequest request) {
        Map<String, Object> body = Form.of(request).body();
        long parent = vault.visible(Vault.id(body.get("parent_id"))).id;
        List<Object> results = new ArrayList<>();
        ((List<?>) body.get("names"))
                .forEach(name -> vault.nodes.values().stream()
                        .filter(one -> one.parent == parent && one.name.equalsIgnoreCase(name.toString()))
                        .forEach(one -> results.add(map("id", one.hidden ? null : one.id, "name", one.name))));
        return SandboxResponse.json(map("results", results));
    }

    private SandboxResponse byNickname(SandboxRequest request) {
        return vault.nodes.values().stream()
                .filter(one -> request.parameter("nick").equals(one.nickname) && !one.hidden)
                .findFirst()
                .map(one -> one(one, List.of("properties")))
                .orElseThrow(() -> new Refusal(404, "Could not find a node with the nickname."));
    }

    private SandboxResponse setNickname(SandboxRequest request) {
        Node node = node(request);
        String nickname = Form.of(request).required("nickname");
        if (!vault.nicknamesAllowed) {
            throw new Refusal(500, "Insufficient permissions to perform this action.");
        }
        if (!nickname.matches("[^\\s!%()\\-{}\\[\\]\";'<>?,./\\\\#]{1,248}")) {
            throw new Refusal(400, "Invalid nickname specified.");
        }
        boolean taken = vault.nodes.values().stream().anyMatch(one -> one != node && nickname.equals(one.nickname));
        if (taken) {
            throw new Refusal(400, "The nickname already exists.");
        }
        node.nickname = nickname;
        return one(node, List.of("properties"));
    }

    private SandboxResponse volume(SandboxRequest request) {
        int type = (int) Vault.id(request.parameter("type"));
        return vault.nodes.values().stream()
                .filter(one -> one.type == type && one.parent == -1)
                .findFirst()
                .map(one -> one(one, List.of("properties")))
                .orElseThrow(Refusal::invisible);
    }

    // Audit and permissions

    private SandboxResponse audit(SandboxRequest request) {
        Node node = node(request);
        String start = request.query("where_audit_date_start").orElse("0000-00-00");
        if (!start.matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw new Refusal(400, "Invalid date specified.");
        }
        List<Node.Entry> found = new ArrayList<>(node.audit.stream()
                .filter(one -> vault.local(one.at()).substring(0, 10).compareTo(start) >= 0)
                .toList());
        java.util.Collections.reverse(found);
        int page = request.query("page", 1);
        int limit = request.query("limit", 100);
        List<Object> rows = new ArrayList<>();
        for (Node.Entry one : vault.slice(found, page, limit)) {
            rows.add(map(
                    "id",
                    node.id,
                    "event_type",
                    one.type(),
                    "audit_name",
                    "Event " + one.type(),
                    "audit_date",
                    vault.date(one.at()),
                    "user_id",
                    one.user(),
                    "agent_id",
                    null));
        }
        return SandboxResponse.json(map(
                "collection", map("paging", vault.page(found, page, limit)),
                "results", map("data", map("audit", rows, "audit_event_types", List.of()))));
    }

    private SandboxResponse permissions(SandboxRequest request) {
        List<Object> results = new ArrayList<>();
        node(request)
                .permissions
                .forEach((right, words) -> results.add(map(
                        "data", map("permissions", map("right_id", right, "permissions", words, "type", "custom")))));
        return SandboxResponse.json(map("results", results));
    }

    private SandboxResponse grant(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        Map<String, Object> body = Form.of(request).body();
        long right = Vault.id(body.get("right_id"));
        if (node.permissions.containsKey(right)) {
            throw new Refusal(500, "The user already exists.");
        }
        node.permissions.put(right, words(body));
        vault.touch(node, 9);
        return SandboxResponse.json(map("results", map()));
    }

    private static List<String> words(Map<String, Object> body) {
        return body.get("permissions") instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private SandboxResponse regrant(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        long right = Vault.id(request.parameter("right"));
        if (!node.permissions.containsKey(right)) {
            throw new Refusal(400, "The user has no permissions.");
        }
        node.permissions.put(right, words(Form.of(request).body()));
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse revoke(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        if (node.permissions.remove(Vault.id(request.parameter("right"))) == null) {
            throw new Refusal(500, "The user has no permissions.");
        }
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse effective(SandboxRequest request) {
        List<String> words = node(request).permissions.getOrDefault(Vault.id(request.parameter("right")), List.of());
        return SandboxResponse.json(map("results", map("data", map("permissions", map("permissions", words)))));
    }
}
