package dev.contentconnect.iconik.sandbox;

import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats, file sets, files, proxies and stills. Proxies are there only after they were asked for. */
final class FileRoutes {
    private static final String BASE = "/API/files/v1/";
    private static final String ASSET = BASE + "assets/{id}/";

    private final IconikSandbox sandbox;
    private final Store store;

    FileRoutes(IconikSandbox sandbox) {
        this.sandbox = sandbox;
        this.store = sandbox.store;
        sandbox.add(
                "GET",
                BASE + "storages/",
                request -> Lists.numbered(
                        request, store.storages.values().stream().map(Row::copy).toList()));
        sandbox.add(
                "GET",
                BASE + "storages/{id}/",
                request -> SandboxResponse.json(Store.find(store.storages, request.parameter("id"), "Storage")
                        .copy()));
        sandbox.add(
                "GET",
                BASE + "storages/matching/{purpose}/",
                request -> SandboxResponse.json(sandbox.storage().copy()));
        sandbox.add("GET", ASSET + "formats/", this::formats);
        sandbox.add("POST", ASSET + "formats/", this::createFormat);
        sandbox.add("GET", ASSET + "file_sets/", request -> keyset(request, store.fileSets, null));
        sandbox.add("POST", ASSET + "file_sets/", this::createFileSet);
        sandbox.add("GET", ASSET + "files/", request -> keyset(request, store.files, null));
        sandbox.add("POST", ASSET + "files/", this::createFile);
        sandbox.add("GET", ASSET + "files/{file}/", this::file);
        sandbox.add("PATCH", ASSET + "files/{file}/", this::patchFile);
        sandbox.add("GET", ASSET + "files/{file}/download_url/", this::downloadUrl);
        sandbox.add("POST", ASSET + "files/{file}/keyframes/", this::transcode);
        sandbox.add("GET", ASSET + "proxies/", request -> keyset(request, store.proxies, null));
        sandbox.add("GET", ASSET + "keyframes/", request -> keyset(request, store.keyframes, null));
        for (Map.Entry<String, Map<String, Row>> one : Map.of(
                        "files", store.files, "proxies", store.proxies, "keyframes", store.keyframes)
                .entrySet()) {
            sandbox.add(
                    "GET",
                    ASSET + "versions/{version}/" + one.getKey() + "/",
                    request -> keyset(request, one.getValue(), request.parameter("version")));
        }
        sandbox.add("GET", ASSET + "files/{file}/multipart_url/part/", this::partUrls);
        sandbox.add("GET", ASSET + "files/{file}/multipart_url/", this::multipartUrl);
    }

    private Row find(SandboxRequest request) {
        return Store.find(store.files, request.parameter("file"), "File");
    }

    private SandboxResponse file(SandboxRequest request) {
        Row row = find(request);
        if (request.query("generate_signed_post_url").orElse("").equals("true") && row.is("status", "OPEN")) {
            row.with("upload_url", sandbox.sign("/storage/" + row.id()))
                    .with("multipart_upload_url", sandbox.sign("/storage/" + row.id() + "/begin"));
        }
        return SandboxResponse.json(row.copy());
    }

    /** Signed addresses are left out unless asked for. */
    private SandboxResponse keyset(SandboxRequest request, Map<String, Row> rows, @Nullable String version) {
        String asset = store.asset(request.parameter("id")).id();
        boolean signed = request.query("generate_signed_url").orElse("").equals("true");
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        store.ofAsset(rows, asset)
                .filter(row -> version == null || row.is("version_id", version))
                .forEach(row -> {
                    Map<String, @Nullable Object> one = row.copy();
                    one.remove("upload_url");
                    one.remove("multipart_upload_url");
                    if (signed) {
                        one.put("url", sandbox.sign("/storage/" + row.text("_bytes")));
                    }
                    all.add(one);
                });
        return Lists.after(request, "last_id", "id", all);
    }

    private SandboxResponse formats(SandboxRequest request) {
        boolean all = request.query("include_all_versions").orElse("").equals("true");
        String current = store.currentVersion(store.asset(request.parameter("id")));
        return keyset(request, store.formats, all ? null : current);
    }

    private String version(SandboxRequest request) {
        return request.json().get("version_id") instanceof String version
                ? version
                : store.currentVersion(store.asset(request.parameter("id")));
    }

    private SandboxResponse createFormat(SandboxRequest request) {
        Row row = Row.of(
                        "id",
                        store.nextId(),
                        "asset_id",
                        store.asset(request.parameter("id")).id())
                .with("status", "ACTIVE")
                .with("archive_status", null)
                .take(request.json(), "id", "asset_id")
                .with("version_id", version(request))
                .with("components", List.of(Map.of("id", store.nextId(), "name", "ORIGINAL", "type", "OTHER")));
        store.formats.put(row.id(), row);
        return SandboxResponse.json(201, row.copy());
    }

    private SandboxResponse createFileSet(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        for (String name : List.of("base_dir", "component_ids", "format_id", "name")) {
            if (sent.get(name) == null) {
                throw Refusal.ofField(name, "Missing data for required field.");
            }
        }
        Row format = Store.find(store.formats, String.valueOf(sent.get("format_id")), "Format");
        List<?> components = format.list("components").stream()
                .map(one -> ((Map<?, ?>) one).get("id"))
                .toList();
        Row row = Row.of("id", store.nextId(), "asset_id", request.parameter("id"), "status", "ACTIVE")
                .take(sent, "id", "asset_id")
                .with("version_id", format.text("version_id"));
        if (!components.equals(sent.get("component_ids"))) {
            // Taken without a word; jobs that archive the asset fail much later.
            sandbox.mismatched(row.id());
        }
        store.fileSets.put(row.id(), row);
        return SandboxResponse.json(201, row.copy());
    }

    private SandboxResponse createFile(SandboxRequest request) {
        Map<String, @Nullable Object> sent = request.json();
        for (String name : List.of("directory_path", "original_name", "type")) {
            if (sent.get(name) == null) {
                throw Refusal.ofField(name, "Missing data for required field.");
            }
        }
        Row storage = Store.find(store.storages, String.valueOf(sent.get("storage_id")), "Storage");
        String id = store.nextId();
        Row row = Row.of(
                        "id",
                        id,
                        "asset_id",
                        store.asset(request.parameter("id")).id(),
                        "_bytes",
                        id)
                .take(sent, "id", "asset_id")
                .with("name", sent.get("original_name"))
                .with("version_id", version(request))
                .with("storage_method", storage.text("method"))
                .with("upload_url", sandbox.sign("/storage/" + id))
                .with("multipart_upload_url", sandbox.sign("/storage/" + id + "/begin"))
                .with("checksum", null)
                .with("date_created", store.now());
        store.files.put(id, row);
        return SandboxResponse.json(201, row.copy());
    }

    private SandboxResponse patchFile(SandboxRequest request) {
        Row row = find(request).take(request.json(), "id", "asset_id", "_bytes", "upload_url");
        return SandboxResponse.json(row.copy());
    }

    private SandboxResponse downloadUrl(SandboxRequest request) {
        return SandboxResponse.json(
                Map.of("url", sandbox.sign("/storage/" + find(request).text("_bytes"))));
    }

    private SandboxResponse transcode(SandboxRequest request) {
        Row file = find(request);
        String name = file.text("original_name");
        if (name.endsWith(".txt")) {
            // Nothing to show of it.
            return SandboxResponse.status(204);
        }
        Row proxy = Row.of("id", store.nextId(), "asset_id", file.text("asset_id"), "_bytes", file.text("_bytes"))
                .with("version_id", file.text("version_id"))
                .with("filename", name + ".mp4")
                .with("format", "mp4")
                .with("status", "CLOSED")
                .with("frame_rate", "25")
                .with("resolution", Map.of("width", 640, "height", 360))
                .with("size", null);
        store.proxies.put(proxy.id(), proxy);
        Row poster = Row.of("id", store.nextId(), "asset_id", file.text("asset_id"), "_bytes", file.text("_bytes"))
                .with("version_id", file.text("version_id"))
                .with("type", "POSTER")
                .with("format", null)
                .with("filename", "poster.jpg")
                .with("status", "CLOSED")
                .with("resolution", null);
        store.keyframes.put(poster.id(), poster);
        Row job = Row.of("id", store.nextId(), "type", "TRANSCODE", "status", "FINISHED", "title", "Transcode");
        store.jobs.put(job.id(), job);
        return SandboxResponse.json(Map.of("job_id", job.id()));
    }

    private SandboxResponse partUrls(SandboxRequest request) {
        int parts = request.query("parts_num", 1);
        int size = request.query("per_page", 10);
        int page = request.query("page", 1);
        List<Map<String, Object>> out = new ArrayList<>();
        for (int number = (page - 1) * size + 1; number <= Math.min(parts, page * size); number++) {
            String target = "/storage/" + find(request).id() + "/part/" + number;
            out.add(Map.of("number", number, "url", sandbox.sign(target)));
        }
        return SandboxResponse.json(Map.of("objects", out));
    }

    private SandboxResponse multipartUrl(SandboxRequest request) {
        String type = request.query("type").orElse("");
        String end = type.equals("complete_url") ? "/complete" : "/abort";
        return SandboxResponse.json(
                Map.of(type, sandbox.sign("/storage/" + find(request).id() + end)));
    }
}
