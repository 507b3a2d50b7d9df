package dev.contentconnect.vip;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.Comments;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireComment;
import java.util.Map;

/** Comments over HTTP. */
record HttpComments(WordpressHttp http) implements Comments {
    private static final String COMMENTS = "comments";

    @Override
    public Paged<WireComment> list(WordpressQuery query) {
        WordpressQuery all = query.parameters().containsKey("status") ? query : query.with("status", "all");
        return http.list("comments.list", () -> http.route(COMMENTS).query("context", "edit"), all, WireComment.class);
    }

    @Override
    public WireComment add(long post, String text, long parent) {
        return http.read(
                HttpCall.post(
                                "comments.add",
                                http.route(COMMENTS).query("context", "edit").build())
                        .json(Map.of("post", post, "content", text, "parent", parent)),
                WireComment.class);
    }
}
