package dev.contentconnect.core.http;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;

/** A server whose certificate nobody vouches for. */
final class SelfSignedServer implements AutoCloseable {
    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().dynamicHttpsPort());

    static SelfSignedServer start() {
        SelfSignedServer started = new SelfSignedServer();
        started.server.start();
        return started;
    }

    URI uri(String path) {
        return URI.create("https://127.0.0.1:" + server.httpsPort() + path);
    }

    @Override
    public void close() {
        server.stop();
    }
}
