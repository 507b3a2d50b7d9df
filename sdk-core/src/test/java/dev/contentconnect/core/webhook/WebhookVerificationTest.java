package dev.contentconnect.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.webhook.WebhookRejection.Reason;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebhookVerificationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Secret OLD = Secret.of("old-secret-value");
    private static final Secret NEW = Secret.of("new-secret-value");

    private static WebhookRequest request(Map<String, String> headers, byte[] body, Instant at) {
        Map<String, List<String>> many = new HashMap<>();
        headers.forEach((name, value) -> many.put(name, List.of(value)));
        return WebhookRequest.of(many, body, at);
    }

    private static Reason reason(Either<WebhookRejection, ?> result) {
        return result.getLeft().reason();
    }

    @Nested
    class SharedSecrets {
        private final WebhookSecrets secrets = WebhookSecrets.of(List.of(NEW, OLD));

        @Test
        void acceptsTheNewAndTheOldSecretWhileTheyChange() {
            for (Secret secret : List.of(NEW, OLD)) {
                WebhookRequest request = request(Map.of("x-hook", secret.reveal()), BODY, NOW);
                assertThat(secrets.verify(request, "X-Hook").get()).isSameAs(request);
            }
        }

        @Test
        void refusesAWrongAPartialAMissingAndADoubledSecret() {
            assertThat(secrets.match("new-secret-valuE")).isFalse();
            assertThat(secrets.match("new-secret")).isFalse();
            assertThat(secrets.match("")).isFalse();
            assertThat(secrets.match(null)).isFalse();
            WebhookRequest none = request(Map.of(), BODY, NOW);
            assertThat(reason(secrets.verify(none, "X-Hook"))).isEqualTo(Reason.UNVERIFIED);
            WebhookRequest two = WebhookRequest.of(Map.of("X-Hook", List.of(NEW.reveal(), NEW.reveal())), BODY, NOW);
            assertThat(reason(secrets.verify(two, "X-Hook"))).isEqualTo(Reason.UNVERIFIED);
        }

        @Test
        void refusesToStandOpen() {
            assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecrets.of(List.of()));
        }

        @Test
        void showsNoSecret() {
            assertThat(secrets.toString()).doesNotContain("secret-value");
        }
    }

    @Nested
    class Hmac {
        private final HmacSignature plain =
                HmacSignature.of(List.of(NEW, OLD), "X-Signature", HmacSignature.Encoding.HEX);
        private final HmacSignature timed = plain.prefixed("sha256=").timed("X-Time", Duration.ofMinutes(5));

        @Test
        void writesTheValueThatOtherToolsCompute() {
            HmacSignature known =
                    HmacSignature.of(List.of(Secret.of("key")), "X-Signature", HmacSignature.Encoding.HEX);
            byte[] text = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.UTF_8);
            assertThat(known.sign(text, NOW))
                    .containsExactly(Map.entry(
                            "X-Signature", "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"));
        }

        @Test
        void acceptsWhatItSignedInBothSpellings() {
            for (HmacSignature.Encoding encoding : HmacSignature.Encoding.values()) {
                HmacSignature one = HmacSignature.of(List.of(NEW), "X-Signature", encoding);
                assertThat(one.verify(request(one.sign(BODY, NOW), BODY, NOW)).isRight())
                        .isTrue();
            }
        }

        @Test
        void acceptsASenderThatStillSignsWithTheOldSecret() {
            HmacSignature sender = HmacSignature.of(List.of(OLD), "X-Signature", HmacSignature.Encoding.HEX);
            assertThat(plain.verify(request(sender.sign(BODY, NOW), BODY, NOW)).isRight())
                    .isTrue();
        }

        @Test
        void refusesAChangedBody() {
            byte[] changed = "{\"id\":2}".getBytes(StandardCharsets.UTF_8);
            assertThat(reason(plain.verify(request(plain.sign(BODY, NOW), changed, NOW))))
                    .isEqualTo(Reason.UNVERIFIED);
        }

        @Test
        void refusesAChangedTime() {
            Map<String, String> headers = new HashMap<>(timed.sign(BODY, NOW));
            headers.put("X-Time", Long.toString(NOW.getEpochSecond() + 1));
            assertThat(reason(timed.verify(request(headers, BODY, NOW)))).isEqualTo(Reason.UNVERIFIED);
        }

        @Test
        void toleratesClocksThatDifferInBothDirectionsAndNoMore() {
            WebhookRequest late = request(timed.sign(BODY, NOW), BODY, NOW.plusSeconds(300));
            WebhookRequest early = request(timed.sign(BODY, NOW), BODY, NOW.minusSeconds(300));
            assertThat(timed.verify(late).isRight()).isTrue();
            assertThat(timed.verify(early).isRight()).isTrue();
            WebhookRequest tooLate = request(timed.sign(BODY, NOW), BODY, NOW.plusSeconds(301));
            WebhookRequest tooEarly = request(timed.sign(BODY, NOW), BODY, NOW.minusSeconds(301));
            assertThat(reason(timed.verify(tooLate))).isEqualTo(Reason.STALE);
            assertThat(reason(timed.verify(tooEarly))).isEqualTo(Reason.STALE);
        }

        @Test
        void refusesGarbageWithoutAnException() {
            for (String garbage : List.of("", "sha256=", "sha256=zz", "sha256=00", "md5=00", "é", "sha256=\u0000")) {
                WebhookRequest request = request(Map.of("X-Signature", garbage, "X-Time", "1"), BODY, NOW);
                assertThat(reason(timed.verify(request))).isEqualTo(Reason.UNVERIFIED);
            }
            Map<String, String> signed = timed.sign(BODY, NOW);
            for (String time : List.of("", "-1", "now", "99999999999999999999")) {
                Map<String, String> headers = new HashMap<>(signed);
                headers.put("X-Time", time);
                assertThat(reason(timed.verify(request(headers, BODY, NOW)))).isEqualTo(Reason.UNVERIFIED);
            }
        }

        @Test
        void refusesToStandOpen() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HmacSignature.of(List.of(), "X", HmacSignature.Encoding.HEX));
        }

        @Test
        void showsNoSecret() {
            assertThat(timed.toString()).contains("X-Signature").doesNotContain("secret-value");
        }
    }

    @Nested
    class BodyLimit {
        private final WebhookBodyLimit limit = new WebhookBodyLimit(8);

        @Test
        void readsABodyOfExactlyTheLimit() throws IOException {
            assertThat(limit.read(new ByteArrayInputStream(BODY)).get()).isEqualTo(BODY);
            assertThat(limit.check(request(Map.of(), BODY, NOW)).isRight()).isTrue();
        }

        @Test
        @SuppressWarnings("InputStreamSlowMultibyteRead") // counts single bytes on purpose
        void refusesALargerOneWithoutReadingItToTheEnd() throws IOException {
            int[] served = {0};
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    served[0]++;
                    return 'x';
                }
            };
            assertThat(reason(limit.read(endless))).isEqualTo(Reason.TOO_LARGE);
            assertThat(served[0]).isLessThanOrEqualTo(9);
            WebhookRequest large = request(Map.of(), new byte[9], NOW);
            assertThat(limit.check(large).getLeft().status()).isEqualTo(413);
        }
    }

    @Nested
    class Requests {
        @Test
        void keepTheBytesAsTheyCame() {
            byte[] mine = BODY.clone();
            WebhookRequest request = request(Map.of(), mine, NOW);
            mine[0] = 'X';
            request.body()[0] = 'Y';
            assertThat(request.body()).isEqualTo(BODY);
            assertThat(request.size()).isEqualTo(BODY.length);
        }

        @Test
        void takeTwoSpellingsOfAHeaderForTheSameHeader() {
            Map<String, List<String>> headers = Map.of("X-Hook", List.of("one"), "x-hook", List.of("two"));

            assertThat(WebhookRequest.of(headers, BODY, NOW).header("X-HOOK")).isEmpty();
        }

        @Test
        void showSizesOnly() {
            assertThat(request(Map.of("Authorization", "hidden-thing"), BODY, NOW)
                            .toString())
                    .doesNotContain("hidden-thing")
                    .doesNotContain("id");
        }

        @Test
        void answerWithTheStatusThatStopsOrKeepsTheSenderTrying() {
            assertThat(List.of(Reason.values()).stream().map(reason -> new WebhookRejection(reason, "").status()))
                    .containsExactly(401, 401, 413, 400, 204);
        }
    }
}
