package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpReply;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every reader of error answers bears: a body of any form, a page for people, a wait that the system asks for. Extended by
 * the test of one, which adds the system's own words. Never touches the network.
 */
public abstract class ErrorDecoderContract {
    private static final URI ADDRESS = URI.create("https://system.example/api/v1/things");
    private static final List<String> BODIES = List.of("", "null", "[]", "7", "\"no\"", "{}", "{\"", "\u0000");
    private static final List<String> VALUES = List.of("null", "[]", "{}", "7", "\"\"", "[null]");

    private final ErrorDecoder decoder;
    private final Trace trace;
    private final List<String> members;

    /**
     * The reader to look at.
     *
     * @param decoder reads
     * @param trace system and operation of the answers
     * @param members where in an answer the system says what went wrong; each is tried with values of other forms
     */
    protected ErrorDecoderContract(ErrorDecoder decoder, Trace trace, String... members) {
        this.decoder = decoder;
        this.trace = trace;
        this.members = List.of(members);
    }

    /**
     * An answer.
     *
     * @param status its status
     * @param headers its headers, name to value
     * @param body its body
     * @return the answer
     */
    protected static HttpReply reply(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return HttpReply.of(
                ADDRESS, status, HttpHeaders.of(all, (name, value) -> true), body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What an error answer is read as.
     *
     * @param status its status
     * @param body its body
     * @return the error
     */
    protected ConnectorError decode(int status, String body) {
        return decoder.decode(trace, reply(status, Map.of(), body));
    }

    /**
     * What an answer of status 200 is read as.
     *
     * @param operation the operation that it answers
     * @param body its body
     * @return the failure in it, or null
     */
    protected @Nullable ConnectorError failureIn(String operation, String body) {
        return decoder.failureIn(Trace.local(trace.system(), operation, ""), reply(200, Map.of(), body));
    }

    @Test
    final void survivesAnyBody() {
        List<String> bodies = new ArrayList<>(BODIES);
        members.forEach(member -> VALUES.forEach(value -> bodies.add("{\"" + member + "\":" + value + "}")));
        for (String body : bodies) {
            assertThat(decode(400, body).kind()).as(body).isEqualTo(ErrorKind.REJECTED);
            assertThat(decode(404, body).kind()).as(body).isEqualTo(ErrorKind.NOT_FOUND);
            assertThatCode(() -> failureIn(trace.operation(), body)).as(body).doesNotThrowAnyException();
        }
    }

    @Test
    final void readsPagesForPeople() {
        ConnectorError error = decode(502, "<html><style>p{}</style><p>Bad gateway</p></html>");
        assertThat(error.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(error.trace().message()).contains("Bad gateway").doesNotContain("<");
    }

    @Test
    final void waitsAsLongAsTheSystemAsksFor() {
        HttpReply quota = reply(429, Map.of("Retry-After", "7"), "{}");
        assertThat(decoder.decode(trace, quota))
                .isInstanceOfSatisfying(
                        ConnectorError.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }
}
