package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A sandbox that closes finds what was not as the vendor has it, and lets pass what a test meant so. */
class ConformanceTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final XecmSandbox sandbox = new XecmSandbox(new FakeClock(Instant.parse("2031-05-04T03:02:01Z")));

    private String send(String method, String path, String type, String body) {
        String user = XecmSandbox.USER + ":" + XecmSandbox.PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/api" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void sendJson() {
        assertThat(send("POST", "/v2/nodes", "application/json", "{\"type\":0}"))
                .as("the server reads forms only")
                .contains("Argument 'body' is required");
    }

    @Test
    void findsARequestThatIsNone() {
        sendJson();
        assertThatThrownBy(sandbox::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /v2/nodes form misses body");
    }

    @Test
    void findsACallThatNobodyKnows() {
        send("GET", "/v2/nodes/4711/colours", "text/plain", "");
        assertThatThrownBy(sandbox::close).isInstanceOf(AssertionError.class).hasMessageContaining("is no known call");
    }

    @Test
    void holdsARequestThatAFaultAnsweredAgainstThemToo() {
        sandbox.failNext(1, "POST", "/", Fault.status(503));
        send("POST", "/v2/nodes", "application/x-www-form-urlencoded", "colour=red");
        assertThatThrownBy(sandbox::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /v2/nodes form has colour");
    }

    @Test
    void letsPassWhatATestSendsOnPurpose() {
        sandbox.failNext(1, "PUT", "/", Fault.status(503));
        sandbox.onPurpose("no client sends these", () -> {
            sendJson();
            send("PUT", "/v2/nodes/4711", "application/json", "{}");
        });
        assertThatCode(sandbox::close).doesNotThrowAnyException();
    }
}
