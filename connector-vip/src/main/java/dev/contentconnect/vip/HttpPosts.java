package dev.contentconnect.vip;

import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WirePost;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items of a post type over HTTP. */
record HttpPosts(WordpressHttp http, String restBase) implements Posts {
    @Override
    public Paged<WirePost> list(WordpressQuery query) {
        WordpressQuery all = query.parameters().containsKey("status") ? query : query.with("status", "any");
        return http.list(restBase + ".list", () -> edit(restBase), all, WirePost.class, WirePost::id);
    }

    @Override
    public WirePost get(long id) {
        return item(HttpCall.get(
                restBase + ".get", edit(restBase, Long.toString(id)).build()));
    }

    @Override
    public WirePost create(Map<String, ? extends @Nullable Object> fields) {
        return item(HttpCall.post(restBase + ".create", edit(restBase).build()).body(body(fields)));
    }

    @Override
    public WirePost update(long id, Map<String, ? extends @Nullable Object> change) {
        URI uri = edit(restBase, Long.toString(id)).build();
        HttpCall.Builder call = HttpCall.of(restBase + ".update", "POST", uri, Effect.IDEMPOTENT);
        return item(call.body(body(change)));
    }

    @Override
    public void delete(long id) {
        http.send(HttpCall.delete(
                restBase + ".delete",
                edit(restBase, Long.toString(id)).query("force", true).build()));
    }

    @Override
    public List<String> schema() {
        return http.names(restBase + ".schema", restBase);
    }

    private WirePost item(HttpCall.Builder call) {
        return http.item(call, WirePost.class, WirePost::id);
    }

    private static HttpBody body(Map<String, ? extends @Nullable Object> fields) {
        return new HttpBody.Bytes("application/json", Json.encodeWithNulls(fields));
    }

    private RequestUri edit(String... path) {
        return http.route(path).query("context", "edit");
    }
}
