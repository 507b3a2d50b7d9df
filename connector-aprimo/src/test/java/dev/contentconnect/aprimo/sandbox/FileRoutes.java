package dev.contentconnect.aprimo.sandbox;

import dev.contentconnect.aprimo.sandbox.Shaping.Part;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files, versions, renditions and public links. */
final class FileRoutes {
    private static final String VERSION = "/api/core/fileversion/{id}";

    private final AprimoSandbox sandbox;
    private final Vault vault;

    FileRoutes(AprimoSandbox sandbox) {
        this.sandbox = sandbox;
        this.vault = sandbox.vault;
        sandbox.add("GET", "/api/core/file/{id}", this::file);
        sandbox.add("GET", "/api/core/file/{id}/fileversions", this::versions);
        sandbox.add("POST", "/api/core/file/{id}/checkouts", this::checkOut);
        sandbox.add("DELETE", "/api/core/file/{id}/checkouts", request -> {
            vault.checkouts.remove(Vault.normal(request.parameter("id")));
            return SandboxResponse.status(204);
        });
        sandbox.add("GET", VERSION, request -> {
            Shaping shaping = new Shaping(request);
            return shaping.json(200, shape(shaping, vault.version(request.parameter("id"))));
        });
        sandbox.add("GET", VERSION + "/renditions", request -> {
            Shaping shaping = new Shaping(request);
            return shaping.whole(renditions(shaping, vault.version(request.parameter("id"))));
        });
        sandbox.add(
                "GET",
                VERSION + "/publiclinks",
                request -> new Shaping(request).whole(links("fileVersionId", Vault.normal(request.parameter("id")))));
        sandbox.add(
                "GET",
                "/api/core/rendition/{id}/publiclinks",
                request -> new Shaping(request).whole(links("_rendition", Vault.normal(request.parameter("id")))));
        sandbox.add("POST", "/api/core/publiclinks", this::createLink);
        sandbox.add("GET", "/api/core/publiclink/{id}", request -> new Shaping(request).json(200, link(request)));
        sandbox.add("DELETE", "/api/core/publiclink/{id}", request -> {
            vault.links.remove(String.valueOf(link(request).get("id")));
            return SandboxResponse.status(204);
        });
    }

    private SandboxResponse file(SandboxRequest request) {
        String id = Vault.normal(request.parameter("id"));
        vault.versions(id);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("checkedOut", vault.checkouts.containsKey(id));
        return new Shaping(request).json(200, out);
    }

    private SandboxResponse versions(SandboxRequest request) {
        Shaping shaping = new Shaping(request);
        return shaping.whole(vault.versions(request.parameter("id")).stream()
                .map(one -> shape(shaping, one))
                .toList());
    }

    private SandboxResponse checkOut(SandboxRequest request) {
        String id = Vault.normal(request.parameter("id"));
        vault.versions(id);
        String holder = vault.checkouts.putIfAbsent(id, AprimoSandbox.USER);
        if (holder != null && !holder.equals(AprimoSandbox.USER)) {
            throw Refusal.of(409, "CheckedOut", "File " + id + " is checked out by another user");
        }
        return SandboxResponse.status(204);
    }

    Map<String, @Nullable Object> shape(Shaping shaping, Map<String, @Nullable Object> version) {
        return shaping.object(
                "fileversion",
                version,
                List.of(
                        new Part("renditions", Shaping.items(renditions(shaping, version))),
                        new Part(
                                "publicLinks",
                                Shaping.items(links("fileVersionId", String.valueOf(version.get("id")))))));
    }

    private List<Map<String, @Nullable Object>> renditions(Shaping shaping, Map<String, @Nullable Object> version) {
        List<Map<String, @Nullable Object>> out = new ArrayList<>();
        for (Map<String, @Nullable Object> one :
                vault.renditions.getOrDefault(String.valueOf(version.get("id")), List.of())) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>(one);
            members.put(
                    "uri",
                    shaping.isSelected("rendition", "uri") ? sandbox.sign(String.valueOf(one.get("_blob"))) : null);
            out.add(shaping.object(
                    "rendition",
                    members,
                    List.of(new Part(
                            "publicLinks", Shaping.items(links("_rendition", String.valueOf(one.get("id"))))))));
        }
        return out;
    }

    private List<Map<String, @Nullable Object>> links(String member, String id) {
        return vault.links.values().stream()
                .filter(one -> id.equals(one.get(member)))
                .map(FileRoutes::plain)
                .toList();
    }

    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> in) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(in);
        out.keySet().removeIf(name -> name.startsWith("_"));
        return out;
    }

    private Map<String, @Nullable Object> link(SandboxRequest request) {
        Map<String, @Nullable Object> found = vault.links.get(Vault.normal(request.parameter("id")));
        if (found == null) {
            throw Refusal.notFound("Public link");
        }
        return plain(found);
    }

    private SandboxResponse createLink(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        long targets = List.of("recordId", "fileVersionId", "additionalFileId").stream()
                .filter(sent::containsKey)
                .count();
        if (targets != 1 || sent.get("uri") == null || sent.get("provider") == null) {
            throw Refusal.invalid("A public link has an address, a provider and exactly one target");
        }
        Map<String, @Nullable Object> link = new LinkedHashMap<>(sent);
        link.put("id", vault.nextId());
        link.put("origin", "Api");
        link.put("status", "Published");
        link.put("canDelete", true);
        vault.links.put(String.valueOf(link.get("id")), link);
        return new Shaping(request).json(201, Map.of("id", String.valueOf(link.get("id"))));
    }
}
