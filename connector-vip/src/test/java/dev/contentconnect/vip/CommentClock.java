package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.wire.WireComment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The clock of a client; while it waits, comments on the server grow older, as if time had passed there too. */
final class CommentClock implements TimeSource {
    private final Library library;
    private final List<Duration> waits = new ArrayList<>();

    CommentClock(Library library) {
        this.library = library;
    }

    /** How long the client waited. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public Instant now() {
        return library.time().now();
    }

    @Override
    public long nanoTime() {
        return library.time().nanoTime();
    }

    @Override
    public void sleep(Duration duration) {
        waits.add(duration);
        pass(duration);
    }

    /** Comments are as old afterwards as if so much time had passed. */
    void pass(Duration duration) {
        try (VipConnector vip = library.connect()) {
            vip.wordpress().comments().list(WordpressQuery.ALL).forEach(one -> moveBack(one, duration));
        }
    }

    private void moveBack(WireComment said, Duration by) {
        Instant date = Instant.parse(said.dateGmt() + "Z").minus(by);
        String pair = Library.ADMIN + ":" + library.passwords().apply(Library.ADMIN);
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(library.endpoint() + "/wp-json/wp/v2/comments/" + said.id()))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"date_gmt\":\"" + date + "\"}"))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
