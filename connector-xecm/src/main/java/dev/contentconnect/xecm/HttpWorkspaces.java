package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Workspaces;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireWorkspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Business workspaces over HTTP. */
record HttpWorkspaces(XecmHttp http) implements Workspaces {
    private static final String WORKSPACES = "businessworkspaces";
    private static final String RELATED = "relateditems";
    private static final String ROLES = "roles";
    private static final String MEMBERS = "members";

    @Override
    public List<WireFields> types() {
        RequestUri uri = http.v2("businessworkspacetypes")
                .query("expand_templates", true)
                .query("expand_wksp_info", true);
        return PagedLists.results(http.get("workspaces.types", uri)).stream()
                .map(one -> one.object("data").object("properties"))
                .toList();
    }

    @Override
    public Optional<WireWorkspace> byBusinessKey(
            String externalSystem, String businessObjectType, String businessObjectId) {
        String operation = "workspaces.byBusinessKey";
        // Servers and proxies refuse an escaped slash in a path.
        boolean inPath = businessObjectId.chars().noneMatch(c -> c == '/' || c == '\\' || c == '%' || c == ';');
        RequestUri uri = inPath
                ? http.v2("externalsystems", externalSystem, "botypes", businessObjectType, "boids", businessObjectId)
                : http.v2(WORKSPACES)
                        .query("expanded_view", true)
                        .query("where_ext_system_id", externalSystem)
                        .query("where_bo_type", businessObjectType)
                        .query("where_bo_id", businessObjectId);
        WireFields answer;
        try {
            answer = http.get(operation, uri);
        } catch (ConnectorException e) {
            // There is none: 404, or another refusal without a reason.
            int status = e.error().trace().status();
            boolean none = e.kind() == ErrorKind.NOT_FOUND || (e.kind() == ErrorKind.REJECTED && status < 500);
            if (none && !XecmErrors.isUnsupported(e)) {
                return Optional.empty();
            }
            throw e;
        }
        return PagedLists.results(answer).stream()
                .map(HttpWorkspaces::workspace)
                .findFirst();
    }

    @Override
    public Paged<WireWorkspace> list(XecmQuery query) {
        // Without it, only those that the user opened lately.
        return PagedLists.of(
                http,
                "workspaces.list",
                () -> http.v2(WORKSPACES),
                query.with("expanded_view", true),
                PagedLists::results,
                HttpWorkspaces::workspace);
    }

    @Override
    public WireWorkspace get(long workspace) {
        RequestUri uri = http.v2(WORKSPACES, workspace)
                .query("fields", List.of("properties", "business_properties", "categories", "workspace_references"));
        return workspace(http.get("workspaces.get", uri).object("results"));
    }

    @Override
    public WireFields form(XecmQuery query) {
        RequestUri uri = http.v2("forms", WORKSPACES, "create");
        query.parameters().forEach(uri::query);
        return http.get("workspaces.form", uri);
    }

    @Override
    public long create(Map<String, ?> body) {
        String operation = "workspaces.create";
        WireFields answer = http.post(operation, http.v2(WORKSPACES), XecmHttp.body(body), Effect.UNSAFE);
        Long id = answer.object("results").number("id");
        if (id == null) {
            throw REFUSED.undecodable(operation, "the answer has no id");
        }
        return id;
    }

    @Override
    public Optional<Long> rootOf(long node) {
        try {
            return Optional.ofNullable(http.get("workspaces.rootOf", http.v1("nodes", node, "businessworkspace"))
                    .number("id"));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void setReference(
            long workspace, String externalSystem, String businessObjectType, String businessObjectId) {
        HttpBody body = XecmHttp.body(
                Map.of("ext_system_id", externalSystem, "bo_type", businessObjectType, "bo_id", businessObjectId));
        http.put(
                "workspaces.setReference",
                http.v2(WORKSPACES, workspace, "workspacereferences"),
                body,
                Effect.IDEMPOTENT);
    }

    @Override
    public Paged<WireWorkspace> related(long workspace, XecmQuery query) {
        return PagedLists.of(
                http,
                "workspaces.related",
                () -> http.v2(WORKSPACES, workspace, RELATED),
                query,
                PagedLists::results,
                HttpWorkspaces::workspace);
    }

    @Override
    public void relate(long workspace, long other, String type) {
        HttpBody body = XecmHttp.body(Map.of("rel_bw_id", other, "rel_type", type));
        unlessThere(() -> http.post("workspaces.relate", http.v2(WORKSPACES, workspace, RELATED), body, Effect.UNSAFE));
    }

    @Override
    public void unrelate(long workspace, long other, String type) {
        boolean there = related(workspace, XecmQuery.ALL.with("where_relationtype", type)).stream()
                .anyMatch(one -> one.node().id() == other);
        if (there) {
            http.delete(
                    "workspaces.unrelate",
                    http.v2(WORKSPACES, workspace, RELATED, other).query("rel_type", type));
        }
    }

    @Override
    public List<WireFields> roles(long workspace) {
        RequestUri uri = http.v2(WORKSPACES, workspace, ROLES).query("fields", MEMBERS);
        return PagedLists.results(http.get("workspaces.roles", uri)).stream()
                .map(one -> role(one.object("data")))
                .toList();
    }

    private static WireFields role(WireFields data) {
        Map<String, Object> out = new LinkedHashMap<>();
        data.object("properties").asMap().forEach((name, value) -> {
            if (value != null) {
                out.put(name, value);
            }
        });
        out.put(MEMBERS, data.list(MEMBERS).stream().map(WireFields::asMap).toList());
        return WireFields.of(out);
    }

    @Override
    public void addMember(long workspace, long role, long member) {
        RequestUri uri = http.v2(WORKSPACES, workspace, ROLES, role, MEMBERS);
        unlessThere(() -> http.post("workspaces.addMember", uri, XecmHttp.body(Map.of("id", member)), Effect.UNSAFE));
    }

    @Override
    public void removeMember(long workspace, long role, long member) {
        boolean there = roles(workspace).stream()
                .filter(one -> one.number("id", 0) == role)
                .flatMap(one -> one.list(MEMBERS).stream())
                .anyMatch(one -> one.number("id", 0) == member);
        if (there) {
            http.delete("workspaces.removeMember", http.v2(WORKSPACES, workspace, ROLES, role, MEMBERS, member));
        }
    }

    private static void unlessThere(Runnable write) {
        try {
            write.run();
        } catch (ConnectorException e) {
            if (!XecmErrors.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static WireWorkspace workspace(WireFields element) {
        WireNode node = HttpNodes.element(element);
        return new WireWorkspace(
                node, node.data().object("business_properties"), node.data().list("workspace_references"));
    }
}
