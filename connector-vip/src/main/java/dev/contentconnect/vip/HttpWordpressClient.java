package dev.contentconnect.vip;

import dev.contentconnect.vip.api.Comments;
import dev.contentconnect.vip.api.Media;
import dev.contentconnect.vip.api.Posts;
import dev.contentconnect.vip.api.Terms;
import dev.contentconnect.vip.wire.WireUser;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@link WordpressClient} over HTTP: a record for each group, one short method for each endpoint. */
final class HttpWordpressClient implements WordpressClient {
    private final WordpressHttp http;
    private final AtomicBoolean commentsAsReader = new AtomicBoolean();

    HttpWordpressClient(WordpressConfig config) {
        this.http = new WordpressHttp(config);
    }

    @Override
    public WireUser me() {
        return http.site().ask().user();
    }

    @Override
    public Media media() {
        return new HttpMedia(http);
    }

    @Override
    public Comments comments() {
        return new HttpComments(http, commentsAsReader);
    }

    @Override
    public Terms terms(String restBase) {
        return new HttpTerms(http, restBase);
    }

    @Override
    public Posts posts(String restBase) {
        return new HttpPosts(http, restBase);
    }

    @Override
    public void close() {
        http.close();
    }
}
