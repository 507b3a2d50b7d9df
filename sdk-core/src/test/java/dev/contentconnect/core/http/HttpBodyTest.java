package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HttpBodyTest {
    @TempDir
    Path folder;

    private final HttpChannel channel = HttpChannel.builder("vendor")
            .retry(RetryPolicy.standard())
            .time(new FakeClock(Instant.parse("2026-11-21T10:00:00Z")))
            .build();

    private static HttpBody stream(String text, boolean repeatable) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new HttpBody.Stream("text/plain", bytes.length, repeatable, () -> new ByteArrayInputStream(bytes));
    }

    private HttpReply put(RawServer server, HttpBody body) {
        return channel.send(
                HttpCall.put("files.put", server.uri("/f")).body(body).build());
    }

    @Test
    void writesAFormAsBrowsersDoAndEncodesEverythingElse() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("a b", "c+d&e=f");
        fields.put("many", List.of("x", 2));
        fields.put("ä", "");
        HttpBody.Bytes form = (HttpBody.Bytes) HttpBody.form(fields);
        assertThat(new String(form.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("a%20b=c%2Bd%26e%3Df&many=x&many=2&%C3%A4=");
        assertThat(form.contentType()).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void sendsMultipartByteForByteWithItsLength() throws IOException {
        HttpBody body = HttpBody.multipart()
                .field("title", "Grüße")
                .file("file", "a \"b\"\r\nX-Evil: 1.txt", stream("12345", true))
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
            put(server, body);
            RawServer.Request request = server.requests().get(0);
            String boundary = body.contentType().substring("multipart/form-data; boundary=".length());
            assertThat(request.body())
                    .isEqualTo("--" + boundary + "\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nGrüße\r\n"
                            + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\";"
                            + " filename=\"a %22b%22%0D%0AX-Evil: 1.txt\"\r\nContent-Type: text/plain\r\n\r\n12345\r\n"
                            + "--" + boundary + "--\r\n");
            assertThat(request.headers()).containsEntry("Content-Length", Long.toString(body.length()));
            assertThat(request.headers()).containsEntry("Content-Type", body.contentType());
        }
    }

    @Test
    void uploadsAFileWithItsLengthAndWithoutChunks() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bin"), "x".repeat(300_000));
        HttpBody body = new HttpBody.Stream(
                "application/octet-stream", Files.size(file), true, () -> Files.newInputStream(file));
        try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
            put(server, body);
            RawServer.Request request = server.requests().get(0);
            assertThat(request.headers()).containsEntry("Content-Length", "300000");
            assertThat(request.headers()).doesNotContainKey("Transfer-Encoding");
            assertThat(request.body()).isEqualTo("x".repeat(300_000));
        }
    }

    @Test
    void repeatsABodyThatCanBeOpenedAgain() throws IOException {
        try (RawServer server = RawServer.of(RawServer.answer(503, ""), RawServer.answer(200, ""))) {
            put(server, stream("again", true));
            assertThat(server.requests()).extracting(RawServer.Request::body).containsExactly("again", "again");
        }
    }

    @Test
    void neverRepeatsABodyThatCanBeReadOnce() throws IOException {
        HttpBody inside =
                HttpBody.multipart().file("f", "n", stream("once", false)).build();
        for (HttpBody body : List.of(stream("once", false), inside)) {
            for (int status : new int[] {429, 503}) {
                try (RawServer server = RawServer.of(RawServer.answer(status, ""), RawServer.answer(200, ""))) {
                    var unused = catchThrowableOfType(ConnectorException.class, () -> put(server, body));
                    assertThat(server.requests()).hasSize(1);
                }
            }
        }
    }

    @Test
    void closesWhatItOpenedAlsoWhenTheTransferFails() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        HttpBody stuck = new HttpBody.Stream("text/plain", 200L << 20, false, () -> new InputStream() {
            private int pieces = 8;

            @Override
            public int read() {
                return -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (pieces-- > 0) {
                    return length;
                }
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        try (RawServer server = RawServer.of(exchange -> {})) {
            HttpChannel impatient = HttpChannel.builder("vendor")
                    .settings(Channels.settings(400, 400, 600))
                    .build();
            var unused = catchThrowableOfType(
                    ConnectorException.class,
                    () -> impatient.send(HttpCall.put("files.put", server.uri("/f"))
                            .body(stuck)
                            .build()));
            assertThat(closed.getCount()).isZero();
            assertThat(server.clientHasClosed()).isTrue();
        }
    }

    @Test
    void blamesTheSourceOfABodyThatCannotBeReadAndNotTheConnection() throws IOException {
        HttpBody missing = new HttpBody.Stream("text/plain", 5, true, () -> {
            throw new FileNotFoundException("gone");
        });
        HttpBody broken =
                new HttpBody.Stream("text/plain", 5, true, () -> new FilterInputStream(InputStream.nullInputStream()) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        throw new FileNotFoundException("gone");
                    }
                });
        for (HttpBody body : List.of(missing, broken)) {
            try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
                ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> put(server, body));
                assertThat(e)
                        .hasMessageContaining("files.put")
                        .hasMessageContaining("the body of the request could not be read (FileNotFoundException)")
                        .hasStackTraceContaining("gone");
                assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
                assertThat(e.error().retryable()).isFalse();
                assertThat(e.error().trace().vendorCode()).isEqualTo("content_unreadable");
                assertThat(e.error().trace().attempts()).isEqualTo(1);
                assertThat(e.error().trace().delivery())
                        .isEqualTo(body == missing ? Delivery.NOT_SENT : Delivery.UNKNOWN);
                assertThat(server.requests())
                        .extracting(RawServer.Request::body)
                        .allMatch(String::isEmpty);
            }
        }
    }

    @Test
    void tellsWhatTheSystemSaysThatTheContentComesFrom() throws IOException {
        // Also where both systems are of one kind and the two calls have one name.
        for (String source : List.of("library", "vendor")) {
            ConnectorException theirs = new ConnectorException(
                    new ConnectorError.Unavailable(Trace.local(source, "files.get", "being looked after"), null));
            HttpBody opening = new HttpBody.Stream("text/plain", 5, true, () -> {
                throw theirs;
            });
            HttpBody reading = new HttpBody.Stream("text/plain", 5, true, () -> new InputStream() {
                @Override
                public int read() {
                    throw theirs;
                }

                @Override
                public int read(byte[] target, int offset, int length) {
                    throw theirs;
                }
            });
            for (HttpBody body : List.of(opening, reading)) {
                try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
                    ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> put(server, body));
                    assertThat(e.error()).isEqualTo(theirs.error());
                }
            }
        }
    }

    @Test
    void takesAConnectionOfTheContentThatBreaksForWeather() throws IOException {
        HttpBody broken = new HttpBody.Stream("text/plain", 5, true, () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new BodyCutOff(new IOException("closed"));
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new BodyCutOff(new IOException("closed"));
            }
        });
        try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> put(server, broken));
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        }
    }

    @Test
    void refusesAMediaTypeThatWouldBeginAHeaderWithoutRepeatingItAndAnUnknownLength() {
        String evil = "image/png\r\nX-Evil: hidden-1";
        byte[] bytes = {1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpBody.Bytes(evil, bytes))
                .withMessageNotContaining("hidden-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpBody.Stream("image/图", 1, true, () -> new ByteArrayInputStream(bytes)))
                .withMessageNotContaining("图");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpBody.Stream("image/png", -1, true, () -> new ByteArrayInputStream(bytes)));
        assertThatIllegalArgumentException().isThrownBy(() -> new HttpBody.Parts(evil, List.of()));
    }

    @Test
    void theTimeThatIsLeftForTheCallDoesNotCutAnUploadShort() throws IOException {
        byte[] bytes = {1, 2, 3};
        HttpBody silent = new HttpBody.Stream("text/plain", bytes.length, true, () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                // What is timed out runs on the machine's clock, so that this takes a moment.
                LockSupport.parkNanos(700_000_000);
                return super.read(target, offset, length);
            }
        });
        HttpChannel channel = HttpChannel.builder("vendor")
                .settings(Channels.settings(10_000, 10_000, 400))
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, "done"))) {
            HttpCall call =
                    HttpCall.put("files.put", server.uri("/f")).body(silent).build();
            assertThat(channel.send(call).text()).isEqualTo("done");
        }
    }

    @Test
    void anUploadMayTakeAsLongAsItMoves() throws IOException {
        byte[] bytes = new byte[6 * StreamPublisher.PIECE];
        HttpBody slow = new HttpBody.Stream("text/plain", bytes.length, true, () -> new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                // What is timed out runs on the machine's clock, so that this takes a moment: 6 times 100 ms.
                LockSupport.parkNanos(100_000_000);
                return super.read(target, offset, length);
            }
        });
        HttpChannel impatient = HttpChannel.builder("vendor")
                .settings(Channels.settings(400, 400, 500))
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, "done"))) {
            HttpCall call =
                    HttpCall.put("files.put", server.uri("/f")).body(slow).build();
            assertThat(impatient.send(call).text()).isEqualTo("done");
        }
    }

    @Test
    void failsWhenABodyIsShorterThanAnnounced() throws IOException {
        HttpBody lying = new HttpBody.Stream("text/plain", 50, false, () -> new ByteArrayInputStream(new byte[5]));
        try (RawServer server = RawServer.of(RawServer.answer(200, ""))) {
            ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> put(server, lying));
            assertThat(e).hasMessageContaining("files.put").hasMessageContaining("ended 45 bytes before");
            assertThat(e.kind()).isEqualTo(ErrorKind.REJECTED);
        }
    }

    @Test
    void showsSizesOnly() {
        assertThat(HttpBody.form(Map.of("password", "hidden-thing")).toString()).doesNotContain("hidden-thing");
    }
}
