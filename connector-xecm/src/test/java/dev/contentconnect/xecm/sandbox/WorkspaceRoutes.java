package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Business workspaces: pages at the top of the answer, one workspace as an object or as a list of one. */
public final class WorkspaceRoutes {
    private static final long CAMPAIGN = 31;

    private final Vault vault;
    private final Map<Long, Type> types = new LinkedHashMap<>();
    private boolean asList;
    private boolean namesAreMade;

    WorkspaceRoutes(Vault vault) {
        this.vault = vault;
        types.put(CAMPAIGN, new Type(CAMPAIGN, "campaign", 9001));
        types.put(32L, new Type(32, "bare", 0));
    }

    /** A type; 0 for no template. */
    private record Type(long id, String name, long template) {
        Map<String, Object> properties() {
            return map(
                    "wksp_type_id",
                    id,
                    "wksp_type_name",
                    name,
                    "templates",
                    template == 0 ? List.of() : List.of(map("id", template, "name", name + " template")),
                    "wksp_creation_enabled",
                    template != 0);
        }
    }

    /**
     * Adds a type of workspace with a template.
     *
     * @param id its id; that of its template is 9000 more
     * @param name its name
     * @param categories ids of the categories that its workspaces have from the beginning
     */
    public void define(long id, String name, long... categories) {
        Node template = vault.put(new Node(9_000 + id, 848, 9_000, name + " template", vault.now()));
        for (long category : categories) {
            template.categories.put(category, CategoryRoutes.blank(vault, category));
        }
        types.put(id, new Type(id, name, template.id));
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/businessworkspacetypes", this::types);
        sandbox.on("GET", "/v2/externalsystems/{ext}/botypes/{bo}/boids/{id}", this::byKey);
        sandbox.on("GET", "/v2/forms/businessworkspaces/create", this::form);
        sandbox.on("GET", "/v2/businessworkspaces", this::list);
        sandbox.on("POST", "/v2/businessworkspaces", this::create);
        sandbox.on("GET", "/v2/businessworkspaces/{id}", this::get);
        sandbox.on("PUT", "/v2/businessworkspaces/{id}/workspacereferences", this::refer);
        sandbox.on("GET", "/v2/businessworkspaces/{id}/relateditems", this::related);
        sandbox.on("POST", "/v2/businessworkspaces/{id}/relateditems", this::relate);
        sandbox.on("DELETE", "/v2/businessworkspaces/{id}/relateditems/{other}", this::unrelate);
        sandbox.on("GET", "/v1/nodes/{id}/businessworkspace", this::rootOf);
        new TeamRoutes(vault).register(sandbox);
    }

    /** Answers one workspace as a list of one, as some versions do. */
    public void answerAsList() {
        asList = true;
    }

    /** Gives workspaces names of its own, made of the type and the business key, whatever name is sent. */
    public void makeNames() {
        namesAreMade = true;
    }

    /** Somebody makes a workspace for a business object, and gives its id. */
    public long personMakes(String name, String key) {
        Node made = vault.put(new Node(vault.nextId(), 848, 4712, name, vault.now()));
        made.workspace = new Node.Workspace();
        made.workspace.typeId = CAMPAIGN;
        made.workspace.typeName = "campaign";
        made.workspace.externalSystem = XecmSandbox.EXTERNAL_SYSTEM;
        made.workspace.objectType = XecmSandbox.CAMPAIGN_OBJECT;
        made.workspace.objectId = key;
        return made.id;
    }

    private SandboxResponse types(SandboxRequest request) {
        return SandboxResponse.json(map(
                "results",
                types.values().stream()
                        .map(one -> map("data", map("properties", one.properties())))
                        .toList()));
    }

    private Node workspace(SandboxRequest request) {
        return vault.workspace(request.parameter("id"));
    }

    private List<Node> all() {
        return new ArrayList<>(vault.nodes.values().stream()
                .filter(one -> one.workspace != null && !one.hidden)
                .toList());
    }

    private Map<String, Object> item(Node node) {
        Map<String, Object> properties = vault.properties(node);
        // Dates of lists never have a zone.
        properties.put("create_date", vault.local(node.created));
        properties.put("modify_date", vault.local(node.modified));
        properties.put("wnf_wksp_type_id", node.workspace.typeId);
        return map("data", map("properties", properties));
    }

    private SandboxResponse paged(SandboxRequest request, List<Node> found, String relation) {
        int page = request.query("page", 1);
        int limit = Math.min(500, request.query("limit", 500));
        List<Object> results = new ArrayList<>();
        vault.slice(found, page, limit).forEach(one -> {
            Map<String, Object> item = item(one);
            if (!relation.isEmpty()) {
                item.put("rel_type", relation);
            }
            results.add(item);
        });
        Map<String, Object> paging = vault.page(found, page, limit);
        boolean more = page < (Integer) paging.get("page_total");
        paging.put("actions", more ? map("next", map("href", "/api/v2/businessworkspaces?page=" + (page + 1))) : map());
        if (request.query("include_total_count").orElse("true").equals("false")) {
            paging.keySet().removeAll(List.of("total_count", "page_total", "range_max"));
        }
        return SandboxResponse.json(map("links", map(), "paging", paging, "results", results, "wksp_info", map()));
    }

    private SandboxResponse byKey(SandboxRequest request) {
        List<Node> found = withKey(request.parameter("ext"), request.parameter("bo"), request.parameter("id"));
        if (found.isEmpty()) {
            throw new Refusal(404, "No workspace was found for the business object.");
        }
        return paged(request, found, "");
    }

    private List<Node> withKey(String external, String object, String id) {
        return all().stream().filter(one -> hasKey(one, external, object, id)).toList();
    }

    private static boolean hasKey(Node one, String external, @Nullable String object, @Nullable String id) {
        return one.workspace != null
                && external.equals(one.workspace.externalSystem)
                && Objects.equals(object, one.workspace.objectType)
                && Objects.equals(id, one.workspace.objectId);
    }

    private SandboxResponse list(SandboxRequest request) {
        boolean expanded = request.query("expanded_view").orElse("false").equals("true");
        List<Node> found = all();
        found.removeIf(one -> !expanded && !one.workspace.recent);
        request.query("where_workspace_type_id")
                .ifPresent(id -> found.removeIf(one -> one.workspace.typeId != Vault.id(id)));
        request.query("where_bo_id").ifPresent(id -> found.removeIf(one -> !id.equals(one.workspace.objectId)));
        found.sort(Comparator.comparing(one -> one.name));
        return paged(request, found, "");
    }

    /** Asks for the name, and for the attributes of the categories that the template has. */
    private SandboxResponse form(SandboxRequest request) {
        Node template = vault.visible(template(request));
        Map<String, Object> schema = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        template.categories.keySet().forEach(id -> {
            Map<String, Object> form = CategoryRoutes.form(vault, id);
            schema.put(Long.toString(id), form.get("schema"));
            fields.put(Long.toString(id), form.get("options"));
        });
        Map<String, Object> name = map("type", "string", "title", "Name", "maxLength", 248, "required", true);
        return SandboxResponse.json(map(
                "forms",
                List.of(
                        map(
                                "data",
                                map("name", ""),
                                "schema",
                                map("properties", map("name", name)),
                                "options",
                                map("fields", map("name", map("label", "Name"))),
                                "role_name",
                                "general"),
                        map(
                                "data",
                                map(),
                                "schema",
                                map("properties", schema),
                                "options",
                                map("fields", fields),
                                "role_name",
                                "categories"))));
    }

    /** Named itself, or by the external system together with the type of the business object. */
    private long template(SandboxRequest request) {
        if (request.query("template_id").isPresent()) {
            return Vault.id(request.query("template_id").get());
        }
        boolean known = request.query("ext_system_id")
                        .filter(XecmSandbox.EXTERNAL_SYSTEM::equals)
                        .isPresent()
                && request.query("bo_type")
                        .filter(XecmSandbox.CAMPAIGN_OBJECT::equals)
                        .isPresent();
        if (!known) {
            throw new Refusal(400, "Argument 'template_id' is required.");
        }
        return types.get(CAMPAIGN).template();
    }

    private SandboxResponse create(SandboxRequest request) {
        Map<String, Object> body = Form.of(request).body();
        if (body.isEmpty()) {
            throw new Refusal(400, "Argument 'template_id' is required.");
        }
        Node template = vault.visible(Vault.id(body.get("template_id")));
        Type type = types.get(Vault.id(body.get("wksp_type_id")));
        if (type == null) {
            throw new Refusal(400, "Invalid workspace type specified.");
        }
        Map<String, Object> values = nested(body);
        String external = (String) body.get("ext_system_id");
        String id = (String) body.get("bo_id");
        // Also by a workspace that the caller may not see.
        if (external != null
                && vault.nodes.values().stream()
                        .anyMatch(one -> hasKey(one, external, (String) body.get("bo_type"), id))) {
            throw new Refusal(500, "A business workspace for this business object already exists.");
        }
        // Names of workspaces of one key are free: the folder of each type tells them apart here.
        Object name = namesAreMade ? (type.name() + " " + Objects.toString(id, "")).strip() : body.get("name");
        if (name == null) {
            throw new Refusal(400, "Argument 'name' is required.");
        }
        Node made = vault.put(new Node(vault.nextId(), 848, 4712, name.toString(), vault.now()));
        vault.note(made, 1);
        made.workspace = new Node.Workspace();
        made.workspace.typeId = type.id();
        made.workspace.typeName = type.name();
        made.workspace.externalSystem = external;
        made.workspace.objectType = (String) body.get("bo_type");
        made.workspace.objectId = id;
        made.workspace.roles.put(TeamRoutes.ROLE, new ArrayList<>());
        template.categories.keySet().forEach(one -> made.categories.put(one, CategoryRoutes.blank(vault, one)));
        try {
            CategoryRoutes.store(vault, made, values);
        } catch (Refusal refused) {
            vault.nodes.remove(made.id);
            throw refused;
        }
        return SandboxResponse.json(map("results", map("id", made.id, "direct_open", true, "sub_folder_id", 0)));
    }

    /** This call wants categories by category; flat they are what it cannot parse. */
    private static Map<String, Object> nested(Map<String, Object> body) {
        Map<String, Object> out = new LinkedHashMap<>();
        if (body.get("roles") instanceof Map<?, ?> roles && roles.get("categories") instanceof Map<?, ?> categories) {
            categories.forEach((id, values) -> {
                if (!(values instanceof Map<?, ?> map) || id.toString().contains("_")) {
                    throw new Refusal(500, "The categories cannot be parsed.");
                }
                map.forEach((key, value) -> out.put(key.toString(), value));
            });
        }
        return out;
    }

    private SandboxResponse get(SandboxRequest request) {
        Node node = workspace(request);
        Map<String, Object> element = vault.element(node, List.of("properties", "categories"));
        Map<String, Object> reference = map(
                "external_system_id", node.workspace.externalSystem,
                "business_object_type", node.workspace.objectType,
                "business_object_id", node.workspace.objectId,
                "workspace_type_id", node.workspace.typeId,
                "workspace_type_name", node.workspace.typeName,
                "isEarly", node.workspace.objectId == null);
        @SuppressWarnings("unchecked") // made just above
        Map<String, Object> data = (Map<String, Object>) element.get("data");
        data.put("business_properties", reference);
        data.put("workspace_references", List.of(reference));
        return SandboxResponse.json(map("links", map(), "results", asList ? List.of(element) : element));
    }

    private SandboxResponse refer(SandboxRequest request) {
        Node node = workspace(request);
        Map<String, Object> body = Form.of(request).body();
        if (!(body.get("ext_system_id") instanceof String external
                && body.get("bo_type") instanceof String object
                && body.get("bo_id") instanceof String id)) {
            throw new Refusal(400, "Argument 'body' is required.");
        }
        if (vault.nodes.values().stream().anyMatch(one -> one != node && hasKey(one, external, object, id))) {
            throw new Refusal(500, "A business workspace for this business object already exists.");
        }
        node.workspace.externalSystem = external;
        node.workspace.objectType = object;
        node.workspace.objectId = id;
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse related(SandboxRequest request) {
        Node node = workspace(request);
        String wanted = request.query("where_relationtype").orElse("child");
        List<Node> found = new ArrayList<>();
        node.workspace.related.forEach((id, type) -> {
            if (type.equals(wanted)) {
                found.add(vault.visible(id));
            }
        });
        return paged(request, found, wanted);
    }

    private SandboxResponse relate(SandboxRequest request) {
        Node node = workspace(request);
        Map<String, Object> body = Form.of(request).body();
        long other = Vault.id(body.get("rel_bw_id"));
        if (node.workspace.related.putIfAbsent(other, String.valueOf(body.get("rel_type"))) != null) {
            throw new Refusal(500, "The relation already exists.");
        }
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse unrelate(SandboxRequest request) {
        if (workspace(request).workspace.related.remove(Vault.id(request.parameter("other"))) == null) {
            throw new Refusal(500, "There is no such relation.");
        }
        return SandboxResponse.json(map("results", map()));
    }

    private SandboxResponse rootOf(SandboxRequest request) {
        Node at = vault.visible(Vault.id(request.parameter("id")));
        while (at != null && at.workspace == null) {
            at = vault.nodes.get(at.parent);
        }
        return SandboxResponse.json(at == null ? map() : map("id", at.id, "workspace_type_id", at.workspace.typeId));
    }
}
