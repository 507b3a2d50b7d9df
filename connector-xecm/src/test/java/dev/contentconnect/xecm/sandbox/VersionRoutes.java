package dev.contentconnect.xecm.sandbox;

import static dev.contentconnect.xecm.sandbox.Vault.map;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Versions and content. There are minor and major versions only where the node is told to count so. */
final class VersionRoutes {
    private final Vault vault;

    VersionRoutes(Vault vault) {
        this.vault = vault;
    }

    void register(XecmSandbox sandbox) {
        sandbox.on("GET", "/v2/nodes/{id}/versions", this::versions);
        sandbox.on("POST", "/v2/nodes/{id}/versions", this::add);
        sandbox.on("POST", "/v2/nodes/{id}/versions/{n}/promote", this::promote);
        sandbox.on("GET", "/v1/nodes/{id}/content", request -> content(request, 0));
        sandbox.on(
                "GET",
                "/v1/nodes/{id}/versions/{n}/content",
                request -> content(request, (int) Vault.id(request.parameter("n"))));
    }

    private Node node(SandboxRequest request) {
        return vault.visible(Vault.id(request.parameter("id")));
    }

    private Map<String, Object> element(Node node, Node.Version version) {
        return map("data", map("versions", Vault.version(node, version, vault.date(version.at()))));
    }

    private SandboxResponse versions(SandboxRequest request) {
        Node node = node(request);
        int page = request.query("page", 1);
        int limit = request.query("limit", 100);
        List<Object> results = new ArrayList<>();
        vault.slice(node.versions, page, limit).forEach(one -> results.add(element(node, one)));
        return SandboxResponse.json(
                map("collection", map("paging", vault.page(node.versions, page, limit)), "results", results));
    }

    private SandboxResponse add(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        Form form = Form.of(request);
        String description = form.text("description") == null ? "" : form.text("description");
        if (!form.hasFile() || description.length() > 255) {
            throw new Refusal(400, "Argument 'file' is required.");
        }
        int number = node.versions.size() + 1;
        node.versions.add(new Node.Version(
                number, form.fileName(), form.fileType(), form.file(), description, vault.now(), vault.user));
        vault.touch(node, 11);
        return SandboxResponse.json(map("results", map("data", map("versions", map("version_number", number)))));
    }

    private SandboxResponse promote(SandboxRequest request) {
        Node node = vault.writable(Vault.id(request.parameter("id")));
        int number = (int) Vault.id(request.parameter("n"));
        if (!node.countsMinorVersions) {
            throw new Refusal(
                    500, "You cannot promote a version for " + node.name + " which is using standard versioning");
        }
        if (number < 1 || number > node.versions.size() || !node.majors.add(number)) {
            throw new Refusal(500, "Error getting version for node");
        }
        String description = Form.of(request).text("description");
        Node.Version promoted = node.versions.get(number - 1).described(description == null ? "" : description);
        node.versions.set(number - 1, promoted);
        vault.touch(node, 11);
        return SandboxResponse.json(map("results", element(node, promoted)));
    }

    private SandboxResponse content(SandboxRequest request, int number) {
        Node node = node(request);
        if (number > node.versions.size() || node.versions.isEmpty()) {
            throw new Refusal(500, "The version does not exist.");
        }
        Node.Version version = number == 0 ? node.current() : node.versions.get(number - 1);
        return SandboxResponse.bytes(200, version.mimeType(), version.bytes());
    }
}
