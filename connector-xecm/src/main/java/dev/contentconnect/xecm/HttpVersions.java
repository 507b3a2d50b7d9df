package dev.contentconnect.xecm;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.Multipart;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.api.Versions;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.wire.WireVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Versions and content over HTTP. */
record HttpVersions(XecmHttp http) implements Versions {
    private static final String NODES = "nodes";
    private static final String VERSIONS = "versions";

    @Override
    public Paged<WireVersion> list(long node) {
        // The member is called versions and holds one of them.
        return PagedLists.of(
                http,
                "versions.list",
                () -> http.v2(NODES, node, VERSIONS),
                XecmQuery.ALL,
                PagedLists::results,
                one -> new WireVersion(one.object("data").object(VERSIONS)));
    }

    @Override
    public void add(long node, String fileName, HttpBody content, Map<String, String> fields) {
        Multipart form = HttpBody.multipart();
        fields.forEach(form::field);
        form.file("file", fileName, content);
        http.post("versions.add", http.v2(NODES, node, VERSIONS), form.build(), Effect.UNSAFE);
    }

    @Override
    public InputStream open(long node, @Nullable Long version, boolean mayBePage) {
        return http.channel().send(content(node, version, mayBePage).streamed().build()).stream();
    }

    @Override
    public long download(long node, @Nullable Long version, Path target, boolean mayBePage) throws IOException {
        return http.channel().download(content(node, version, mayBePage).build(), target);
    }

    /** Of the two versions of this call the older one is the one that is known to work. */
    private HttpCall.Builder content(long node, @Nullable Long version, boolean mayBePage) {
        RequestUri uri = version == null
                ? http.v1(NODES, node, "content").query("action", "download")
                : http.v1(NODES, node, VERSIONS, version, "content");
        String operation = mayBePage ? XecmErrors.PAGE : XecmErrors.CONTENT;
        return HttpCall.get(operation, uri.build()).header("Accept", "*/*");
    }

    @Override
    public void promote(long node, long version, String description) {
        RequestUri uri = http.v2(NODES, node, VERSIONS, version, "promote");
        http.post("versions.promote", uri, HttpBody.form(Map.of("description", description)), Effect.UNSAFE);
    }
}
