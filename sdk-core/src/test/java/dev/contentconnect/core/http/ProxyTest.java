package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy stands between us and the system, and says no. */
@Timeout(30)
class ProxyTest {
    private static ConnectorException failure(String scheme, RawServer.Script answer) throws IOException {
        try (RawServer proxy = RawServer.of(answer)) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.uri("/").getPort());
            HttpClient client = HttpClient.newBuilder()
                    .proxy(ProxySelector.of(address))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            HttpSettings plain = Channels.settings(5_000, 5_000, 10_000);
            HttpChannel channel = HttpChannel.builder("vendor")
                    .settings(new HttpSettings(
                            client,
                            plain.connectTimeout(),
                            plain.requestTimeout(),
                            plain.bodyTimeout(),
                            plain.callTimeout(),
                            plain.maxResponseBytes(),
                            plain.gzip(),
                            plain.userAgent()))
                    .retry(RetryPolicy.none())
                    .build();
            HttpCall call = HttpCall.get("things.get", URI.create(scheme + "://library.example/x"))
                    .build();
            return catchThrowableOfType(ConnectorException.class, () -> channel.send(call));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void itWantsAPassword(String scheme) throws IOException {
        ConnectorException e = failure(scheme, RawServer.answer(407, "", "Proxy-Authenticate: Basic realm=\"office\""));
        assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(e).hasMessageContaining("407 \"the proxy wants credentials; bring an httpClient");
        assertThat(e.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @Test
    void itDoesNotLetUsThrough() throws IOException {
        ConnectorException e = failure("https", RawServer.answer(403, "blocked"));
        assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(e).hasMessageContaining("the proxy lets nobody through to this host: Tunnel failed, got: 403");
        assertThat(e.error().trace().delivery()).isEqualTo(Delivery.NOT_SENT);
    }
}
