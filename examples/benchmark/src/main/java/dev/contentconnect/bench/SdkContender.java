package dev.contentconnect.bench;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.CachedTokenSource;
import dev.contentconnect.core.auth.Token;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.RateGate;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The SDK with all its steps: log, retry, a token that expires, a rate gate, send. */
final class SdkContender implements Contender {
    private final URI server;
    private final boolean prefetch;
    private final HttpChannel channel;

    SdkContender(URI server, boolean prefetch) {
        this.server = server;
        this.prefetch = prefetch;
        TimeSource time = TimeSource.system();
        CachedTokenSource tokens = new CachedTokenSource(
                "bench",
                stale -> Token.bearer("loopback-only", Instant.now().plusSeconds(3_600)),
                Duration.ofSeconds(60),
                time);
        this.channel = HttpChannel.builder("bench")
                .time(time)
                .auth(new AuthStep(tokens, List.of(server)))
                .gate(new RateGate(1_000_000, 100_000, time))
                .build();
    }

    @Override
    public Asset get(int waitMillis) {
        URI uri = RequestUri.of(server)
                .path("assets", "a-4711")
                .query("wait", waitMillis)
                .build();
        return Assets.of(channel.read(HttpCall.get("assets.get", uri).build(), WireAsset.class));
    }

    @Override
    public void list(int total, Consumer<Asset> each) {
        // Mapped by the caller, so that with prefetch the next page is on its way meanwhile.
        Paged<WireAsset> assets = Paged.of("bench", "assets.list", cursor -> page(cursor, total));
        (prefetch ? assets.prefetch() : assets).forEach(asset -> each.accept(Assets.of(asset)));
    }

    private Page<WireAsset> page(@Nullable Cursor cursor, int total) {
        URI uri = RequestUri.of(server)
                .path("assets")
                .query("page", cursor == null ? "0" : cursor.value())
                .query("total", total)
                .build();
        WireAsset.WirePage page = channel.read(HttpCall.get("assets.list", uri).build(), WireAsset.WirePage.class);
        String next = page.next().strip();
        return Page.of(page.items(), next.isEmpty() ? null : Cursor.of(next));
    }

    @Override
    public void download(long bytes, Path target) throws IOException {
        URI uri = RequestUri.of(server).path("file").query("bytes", bytes).build();
        long size = channel.download(HttpCall.get("file.get", uri).build(), target);
        Contents.expect(bytes, size);
    }

    @Override
    public void upload(Path source) throws IOException {
        URI uri = RequestUri.of(server).path("file").build();
        HttpBody body = new HttpBody.Stream(
                "application/octet-stream", Files.size(source), true, () -> Files.newInputStream(source));
        channel.send(HttpCall.put("file.put", uri).body(body).build());
    }
}
