package dev.contentconnect.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The JDK's client the straightforward way: its own executor, the body as a string, one object mapper. */
final class JdkContender implements Contender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ObjectMapper mapper = Mapping.mapper();
    private final URI server;

    JdkContender(URI server) {
        this.server = server;
    }

    @Override
    public Asset get(int waitMillis) throws IOException {
        String body = send(request("/assets/a-4711?wait=" + waitMillis).build(), BodyHandlers.ofString());
        return Assets.of(mapper.readValue(body, WireAsset.class));
    }

    @Override
    public void list(int total, Consumer<Asset> each) throws IOException {
        for (String page = "0"; !page.isEmpty(); ) {
            String body =
                    send(request("/assets?page=" + page + "&total=" + total).build(), BodyHandlers.ofString());
            WireAsset.WirePage wire = mapper.readValue(body, WireAsset.WirePage.class);
            Assets.of(wire.items()).forEach(each);
            page = wire.next().strip();
        }
    }

    @Override
    public void download(long bytes, Path target) throws IOException {
        send(request("/file?bytes=" + bytes).build(), BodyHandlers.ofFile(target));
        Contents.expect(bytes, Files.size(target));
    }

    @Override
    public void upload(Path source) throws IOException {
        send(request("/file").PUT(HttpRequest.BodyPublishers.ofFile(source)).build(), BodyHandlers.discarding());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer loopback-only");
    }

    private <T> T send(HttpRequest request, BodyHandler<T> handler) throws IOException {
        try {
            HttpResponse<T> response = client.send(request, handler);
            Contents.expect(200, response.statusCode());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
