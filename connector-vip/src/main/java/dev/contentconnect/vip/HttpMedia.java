package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.Multipart;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.Media;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireMedia;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files over HTTP. */
record HttpMedia(WordpressHttp http) implements Media {
    private static final String MEDIA = "media";
    private static final int AT_ONCE = 100;

    @Override
    public Paged<WireMedia> list(WordpressQuery query) {
        WordpressQuery all = query.parameters().containsKey("status") ? query : query.with("status", "inherit,private");
        return http.list("media.list", () -> edit(MEDIA), all, WireMedia.class, WireMedia::id);
    }

    @Override
    public WireMedia get(long id) {
        return item(HttpCall.get("media.get", edit(MEDIA, Long.toString(id)).build()));
    }

    @Override
    public WireMedia uploadMultipart(String fileName, HttpBody bytes, Map<String, String> fields) {
        Multipart form = HttpBody.multipart();
        fields.forEach(form::field);
        form.file("file", fileName, bytes);
        return item(HttpCall.post("media.upload", edit(MEDIA).build()).body(form.build()));
    }

    @Override
    public WireMedia uploadRaw(String fileName, HttpBody bytes, Map<String, String> fields) {
        RequestUri uri = edit(MEDIA);
        fields.forEach(uri::query);
        HttpCall.Builder call = HttpCall.post("media.upload", uri.build())
                .header("Content-Disposition", "attachment; filename=\"" + fileName.replace("\"", "") + "\"")
                .body(bytes);
        return item(call);
    }

    @Override
    public WireMedia update(long id, Map<String, ? extends @Nullable Object> change) {
        URI uri = edit(MEDIA, Long.toString(id)).build();
        HttpBody body = new HttpBody.Bytes("application/json", Json.encodeWithNulls(change));
        return item(HttpCall.of("media.update", "POST", uri, Effect.IDEMPOTENT).body(body));
    }

    @Override
    public WireMedia createImages(long id) {
        URI uri = http.route(MEDIA, Long.toString(id), "post-process").build();
        return item(HttpCall.of("media.createImages", "POST", uri, Effect.IDEMPOTENT)
                .json(Map.of("action", "create-image-subsizes")));
    }

    @Override
    public void delete(long id) {
        http.send(HttpCall.delete(
                "media.delete",
                edit(MEDIA, Long.toString(id)).query("force", true).build()));
    }

    @Override
    public Set<Long> existing(Collection<Long> ids) {
        List<Long> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
        Set<Long> found = new LinkedHashSet<>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            String some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            list(WordpressQuery.ALL.with("include", some).with("_fields", "id")).forEach(one -> found.add(one.id()));
        }
        return found;
    }

    @Override
    public List<String> schema() {
        return http.names("media.schema", MEDIA);
    }

    @Override
    public long length(URI source) {
        HttpCall.Builder call = HttpCall.of(WordpressErrors.CONTENT, "HEAD", source, Effect.SAFE)
                .header("Accept", "*/*")
                .header("Accept-Encoding", "identity");
        try {
            return WordpressHttp.number(http.channel().send(call.build()), "Content-Length");
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.REJECTED) {
                return -1;
            }
            throw e;
        }
    }

    @Override
    public InputStream open(URI source) {
        HttpReply reply = http.channel().send(content(source).streamed().build());
        return reply.stream();
    }

    @Override
    public long download(URI source, Path target) throws IOException {
        return http.channel().download(content(source).build(), target);
    }

    private static HttpCall.Builder content(URI source) {
        return HttpCall.get(WordpressErrors.CONTENT, source).header("Accept", "*/*");
    }

    private WireMedia item(HttpCall.Builder call) {
        return http.item(call, WireMedia.class, WireMedia::id);
    }

    private RequestUri edit(String... path) {
        return http.route(path).query("context", "edit");
    }
}
