package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.api.Files;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireFileSet;
import dev.contentconnect.iconik.wire.WireFormat;
import dev.contentconnect.iconik.wire.WireKeyframe;
import dev.contentconnect.iconik.wire.WireProxy;
import dev.contentconnect.iconik.wire.WireStorage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files over HTTP. Bytes move over the channel without credential. */
record HttpFiles(IconikHttp http) implements Files {
    private static final String SERVICE = "files";
    static final int PARTS_AT_ONCE = 100;

    private RequestUri uri(String asset, String... path) {
        String[] all = new String[path.length + 2];
        all[0] = "assets";
        all[1] = asset;
        System.arraycopy(path, 0, all, 2, path.length);
        return http.uri(SERVICE, all);
    }

    private RequestUri list(String asset, @Nullable String version, String what, boolean signed) {
        RequestUri uri = version == null ? uri(asset, what) : uri(asset, "versions", version, what);
        return uri.query("generate_signed_url", signed);
    }

    private <T> Paged<T> after(String operation, Supplier<RequestUri> base, Class<T> type) {
        return new IconikLists(http).after(operation, base, "last_id", "id", ListQuery.ALL, type);
    }

    @Override
    public Paged<WireFormat> formats(String asset, boolean allVersions) {
        return after(
                "files.formats",
                () -> uri(asset, "formats").query("include_all_versions", allVersions),
                WireFormat.class);
    }

    @Override
    public WireFormat createFormat(String asset, Map<String, ?> fields) {
        return http.post("files.createFormat", uri(asset, "formats"), fields, WireFormat.class);
    }

    @Override
    public Paged<WireFileSet> fileSets(String asset) {
        return after("files.fileSets", () -> uri(asset, "file_sets"), WireFileSet.class);
    }

    @Override
    public WireFileSet createFileSet(String asset, Map<String, ?> fields) {
        return http.post("files.createFileSet", uri(asset, "file_sets"), fields, WireFileSet.class);
    }

    @Override
    public Paged<WireFile> files(String asset, @Nullable String version) {
        return after("files.files", () -> list(asset, version, "files", false), WireFile.class);
    }

    @Override
    public WireFile file(String asset, String id) {
        RequestUri uri = uri(asset, "files", id).query("generate_signed_post_url", true);
        return http.get("files.file", uri, WireFile.class);
    }

    @Override
    public WireFile createFile(String asset, Map<String, ?> fields) {
        return http.post("files.createFile", uri(asset, "files"), fields, WireFile.class);
    }

    @Override
    public WireFile updateFile(String asset, String id, Map<String, ?> change) {
        return http.patch("files.updateFile", uri(asset, "files", id), change, WireFile.class);
    }

    private record Url(@Nullable String url) {}

    @Override
    public URI downloadUrl(String asset, String id) {
        String operation = "files.downloadUrl";
        return address(
                operation,
                http.get(operation, uri(asset, "files", id, "download_url"), Url.class)
                        .url());
    }

    private URI address(String operation, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw REFUSED.notFound(operation, "the service gave no address");
        }
        try {
            return RequestUri.lenient(http.config().options().endpoint(), text);
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(operation, "the service gave no address but something else");
        }
    }

    @Override
    public Paged<WireProxy> proxies(String asset, @Nullable String version) {
        return after("files.proxies", () -> list(asset, version, "proxies", true), WireProxy.class);
    }

    @Override
    public Paged<WireKeyframe> keyframes(String asset, @Nullable String version) {
        return after("files.keyframes", () -> list(asset, version, "keyframes", true), WireKeyframe.class);
    }

    private record JobId(@JsonProperty("job_id") @Nullable String jobId) {}

    @Override
    public @Nullable String makeProxies(String asset, String file) {
        HttpCall call = HttpCall.of(
                        "files.makeProxies",
                        "POST",
                        uri(asset, "files", file, "keyframes").build(),
                        Effect.UNSAFE)
                .json(Map.of())
                .build();
        HttpReply reply = http.send(call.toBuilder());
        // 204 where there is nothing to make.
        return reply.body().length == 0
                ? null
                : http.decode(call, reply, JobId.class).jobId();
    }

    @Override
    public WireStorage matchingStorage(String purpose) {
        return http.get("files.matchingStorage", http.uri(SERVICE, "storages", "matching", purpose), WireStorage.class);
    }

    @Override
    public WireStorage storage(String id) {
        return http.get("files.storage", http.uri(SERVICE, "storages", id), WireStorage.class);
    }

    @Override
    public Paged<WireStorage> storages(ListQuery query) {
        return new IconikLists(http)
                .numbered("files.storages", () -> http.uri(SERVICE, "storages"), query, WireStorage.class);
    }

    @Override
    public void upload(String asset, WireFile file, String method, Content content) {
        new Uploads(http, this).send(asset, file, method, content);
    }

    private record PartUrl(
            @Nullable Integer number, @Nullable String url) {}

    @Override
    public Paged<Map.Entry<Integer, URI>> partUrls(String asset, String file, String uploadId, int parts) {
        String operation = "files.partUrls";
        ListQuery query = ListQuery.ALL
                .with("upload_id", uploadId)
                .with("parts_num", parts)
                .pages(PARTS_AT_ONCE);
        return new IconikLists(http)
                .numbered(operation, () -> uri(asset, "files", file, "multipart_url", "part"), query, PartUrl.class)
                .map(one -> Map.entry(Objects.requireNonNullElse(one.number(), 0), address(operation, one.url())));
    }

    @Override
    public URI multipartUrl(String asset, String file, String uploadId, String type) {
        String operation = "files.multipartUrl";
        Map<?, ?> answer = http.get(
                operation,
                uri(asset, "files", file, "multipart_url")
                        .query("upload_id", uploadId)
                        .query("type", type),
                Map.class);
        return address(operation, answer.get(type) instanceof String text ? text : null);
    }

    @Override
    public InputStream open(URI source) {
        return http.storages().send(content(source).streamed().build()).stream();
    }

    @Override
    public long download(URI source, Path target) throws IOException {
        return http.storages().download(content(source).build(), target);
    }

    private static HttpCall.Builder content(URI source) {
        return HttpCall.get("files.content", source).header("Accept", "*/*");
    }
}
