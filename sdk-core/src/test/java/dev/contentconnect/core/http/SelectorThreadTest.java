package dev.contentconnect.core.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK's own client runs its tasks on the thread that watches the sockets: nothing may wait for anything there. */
@Timeout(120)
class SelectorThreadTest {
    private static final int CALLERS = 64;
    private static final int CALLS = 10;
    private static final int SIZE = 150_000;
    private static final int LARGE = 8 << 20;

    private final SSLContext before = defaultContext();
    private WireMockServer server;

    @BeforeEach
    void trustTheTestServer() throws Exception {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Credulous()}, null);
        SSLContext.setDefault(trusting);
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(before);
        server.stop();
    }

    @ParameterizedTest(name = "over HTTP/2: {0}")
    @ValueSource(booleans = {true, false})
    void answersManyCallersOverTlsAtOnce(boolean http2) throws Exception {
        HttpChannel channel = channelTo(http2, Duration.ofMillis(http2 ? 9_001 : 9_002));

        assertThat(manyCalls(channel)).hasSize(CALLERS * CALLS).containsOnly(SIZE);
    }

    @Test
    void aReaderWhoDawdlesHoldsUpNobodyElse() throws Exception {
        HttpChannel channel = channelTo(false, Duration.ofMillis(9_003));
        try (HttpReply unread =
                channel.send(HttpCall.get("large.get", uri("/large")).streamed().build())) {

            assertThat(manyCalls(channel)).hasSize(CALLERS * CALLS).containsOnly(SIZE);

            try (InputStream body = unread.stream()) {
                assertThat(body.readAllBytes()).hasSize(LARGE);
            }
        }
    }

    private List<Integer> manyCalls(HttpChannel channel) throws Exception {
        HttpCall call = HttpCall.get("page.get", uri("/page")).build();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Integer>> sizes = new ArrayList<>();
            for (int i = 0; i < CALLERS * CALLS; i++) {
                sizes.add(callers.submit(() -> channel.send(call).body().length));
            }
            List<Integer> out = new ArrayList<>();
            for (Future<Integer> size : sizes) {
                out.add(size.get());
            }
            return out;
        } finally {
            callers.shutdownNow();
        }
    }

    /** The connect timeout is one that nobody else uses, so that the client is made while the test server is trusted. */
    private HttpChannel channelTo(boolean http2, Duration connectTimeout) {
        server = new WireMockServer(WireMockConfiguration.options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                // A reader who dawdles is cut off by the server's patience otherwise, where the machine is busy.
                .jettyIdleTimeout(300_000L)
                .http2TlsDisabled(!http2));
        server.start();
        server.stubFor(get(urlPathEqualTo("/page")).willReturn(aResponse().withBody(new byte[SIZE])));
        server.stubFor(get(urlPathEqualTo("/large")).willReturn(aResponse().withBody(new byte[LARGE])));
        HttpSettings standard = HttpSettings.standard();
        return HttpChannel.builder("test")
                .settings(new HttpSettings(
                        null,
                        connectTimeout,
                        standard.requestTimeout(),
                        standard.bodyTimeout(),
                        standard.callTimeout(),
                        standard.maxResponseBytes(),
                        false,
                        standard.userAgent()))
                .build();
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + server.httpsPort() + path);
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Believes every certificate: the server is our own, on this machine. */
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
