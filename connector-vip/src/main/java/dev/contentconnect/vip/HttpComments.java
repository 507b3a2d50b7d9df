package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.api.Comments;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireComment;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Comments over HTTP. Their raw text is for those who may moderate; others read them as they are shown. */
record HttpComments(WordpressHttp http, AtomicBoolean asReader) implements Comments {
    private static final String COMMENTS = "comments";
    private static final String LIST = "comments.list";

    @Override
    public Paged<WireComment> list(WordpressQuery query) {
        return Paged.of(VipConnector.SYSTEM, LIST, cursor -> {
            if (!asReader.get()) {
                try {
                    return full(query).page(cursor);
                } catch (ConnectorException e) {
                    if (e.kind() != ErrorKind.FORBIDDEN
                            || !String.valueOf(e.error().trace().vendorCode()).startsWith("rest_forbidden")) {
                        throw e;
                    }
                    asReader.set(true);
                }
            }
            return http.list(LIST, () -> http.route(COMMENTS), query, WireComment.class, WireComment::id)
                    .page(cursor);
        });
    }

    private Paged<WireComment> full(WordpressQuery query) {
        WordpressQuery all = query.parameters().containsKey("status") ? query : query.with("status", "all");
        return http.list(
                LIST, () -> http.route(COMMENTS).query("context", "edit"), all, WireComment.class, WireComment::id);
    }

    @Override
    public WireComment add(long post, String text, long parent) {
        return http.item(
                HttpCall.post("comments.add", http.route(COMMENTS).build())
                        .json(Map.of("post", post, "content", text, "parent", parent)),
                WireComment.class,
                WireComment::id);
    }

    @Override
    public void delete(long id) {
        http.send(HttpCall.delete(
                "comments.delete",
                http.route(COMMENTS, Long.toString(id)).query("force", true).build()));
    }
}
