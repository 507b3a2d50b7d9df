package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.FakeClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloadTest {
    private static final String[] STRONG = {"ETag: \"v1\"", "Accept-Ranges: bytes"};

    @TempDir
    Path folder;

    private final FakeClock clock = Channels.clock();
    private final Semaphore headSeen = new Semaphore(0);
    private final HttpChannel channel = Channels.retrying(clock)
            .perAttempt(List.of((call, next) -> {
                headSeen.drainPermits();
                HttpReply reply = next.proceed(call);
                headSeen.release();
                return reply;
            }))
            .build();

    /** Breaks off only once the client is reading: the JDK drops what it has not yet handed on when the end comes early. */
    private RawServer.Script cut(int announced, String sent, String... headers) {
        return exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: " + announced + "\r\n" + "X-Test: 1\r\n"
                    + String.join("\r\n", headers) + (headers.length == 0 ? "\r\n" : "\r\n\r\n") + sent);
            headSeen.acquire();
            exchange.close();
        };
    }

    private long download(RawServer server) throws IOException {
        return channel.download(HttpCall.get("content.get", server.uri("/f")).build(), folder.resolve("out.bin"));
    }

    private String content() throws IOException {
        return Files.readString(folder.resolve("out.bin"));
    }

    @Test
    void unpacksWhatComesCompressedThoughNobodyAskedForThat() throws IOException {
        byte[] packed = Gzip.of("the whole film".getBytes(StandardCharsets.UTF_8));
        RawServer.Script zipped =
                exchange -> exchange.reply(200, packed, "Content-Encoding: gzip", STRONG[0], STRONG[1]);
        RawServer.Script half = exchange -> exchange.reply(
                200, Arrays.copyOf(packed, packed.length / 2), "Content-Encoding: gzip", STRONG[0], STRONG[1]);
        try (RawServer server = RawServer.of(half, zipped)) {
            assertThat(download(server)).isEqualTo("the whole film".length());
            assertThat(content()).isEqualTo("the whole film");
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(request.headers())
                            .containsEntry("Accept-Encoding", "identity")
                            .doesNotContainKey("Range"));
        }
    }

    private ConnectorException failure(RawServer server) {
        return catchThrowableOfType(ConnectorException.class, () -> download(server));
    }

    @AfterEach
    void leavesNoPartBehind() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.equals("out.bin") || name.equals("taken"));
        }
    }

    @Test
    void writesTheWholeFileAndReplacesAnOlderOne() throws IOException {
        Files.writeString(folder.resolve("out.bin"), "older and longer");
        String large = "0123456789".repeat(200_000);
        try (RawServer server = RawServer.of(RawServer.answer(200, large))) {
            assertThat(download(server)).isEqualTo(2_000_000);
            assertThat(content()).isEqualTo(large);
        }
    }

    @Test
    void leavesAFileThatIsAsReadableAsAnyOther() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path other = Files.createFile(folder.resolve("taken"));
        try (RawServer server = RawServer.of(RawServer.answer(200, "x"))) {
            download(server);
            assertThat(Files.getPosixFilePermissions(folder.resolve("out.bin")))
                    .isEqualTo(Files.getPosixFilePermissions(other));
        }
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        try (RawServer server = RawServer.of(
                cut(10, "01234", STRONG),
                RawServer.answer(206, "56789", "Content-Range: bytes 5-9/10", "ETag: \"v1\""))) {
            assertThat(download(server)).isEqualTo(10);
            assertThat(content()).isEqualTo("0123456789");
            assertThat(server.requests().get(0).headers())
                    .doesNotContainKey("Range")
                    .containsEntry("Accept-Encoding", "identity");
            assertThat(server.requests().get(1).headers())
                    .containsEntry("Range", "bytes=5-")
                    .containsEntry("If-Range", "\"v1\"");
        }
    }

    @Test
    void startsOverWhenTheContentHasChanged() throws IOException {
        try (RawServer server = RawServer.of(cut(10, "01234", STRONG), RawServer.answer(200, "abc", "ETag: \"v2\""))) {
            assertThat(download(server)).isEqualTo(3);
            assertThat(content()).isEqualTo("abc");
        }
    }

    @Test
    void startsOverWhenTheSystemOverlooksIfRange() throws IOException {
        List<RawServer.Script> lying = List.of(
                RawServer.answer(206, "fghij", "Content-Range: bytes 5-9/10", "ETag: \"v2\""),
                RawServer.answer(206, "fghijk", "Content-Range: bytes 5-10/11"),
                RawServer.answer(206, "01234", "Content-Range: bytes 0-4/10"),
                RawServer.answer(206, "01234"),
                RawServer.answer(206, "5678901", "Content-Range: bytes 5-11/10"),
                RawServer.answer(416, "", "Content-Range: bytes */3"));
        for (RawServer.Script script : lying) {
            try (RawServer server = RawServer.of(cut(10, "01234", STRONG), script, RawServer.answer(200, "whole"))) {
                download(server);
                assertThat(content()).isEqualTo("whole");
                assertThat(server.requests().get(2).headers()).doesNotContainKey("Range");
            }
        }
    }

    @Test
    void startsOverWithoutRangesOrWithAWeakTag() throws IOException {
        for (String[] headers : List.of(
                new String[] {"ETag: \"v1\""},
                new String[] {"X: y"},
                new String[] {"Accept-Ranges: none", "ETag: \"v1\""},
                new String[] {"Accept-Ranges: bytes", "ETag: W/\"v1\""})) {
            try (RawServer server = RawServer.of(cut(5, "who", headers), RawServer.answer(200, "whole"))) {
                download(server);
                assertThat(content()).isEqualTo("whole");
                assertThat(server.requests().get(1).headers()).doesNotContainKey("Range");
            }
        }
    }

    @Test
    void goesOnByDateOnlyWhenTheDateIsOldEnoughToTellContentsApart() throws IOException {
        String changed = "Last-Modified: Sat, 21 Nov 2026 09:00:00 GMT";
        RawServer.Script rest = RawServer.answer(206, "56789", "Content-Range: bytes 5-9/10", changed);
        RawServer.Script whole = RawServer.answer(200, "whole");
        try (RawServer server = RawServer.of(
                cut(10, "01234", "Accept-Ranges: bytes", changed, "Date: Sat, 21 Nov 2026 10:00:00 GMT"), rest)) {
            download(server);
            assertThat(content()).isEqualTo("0123456789");
        }
        for (String date : List.of("Date: Sat, 21 Nov 2026 09:00:00 GMT", "Date: soon", "X: y")) {
            try (RawServer server = RawServer.of(cut(10, "01234", "Accept-Ranges: bytes", changed, date), whole)) {
                download(server);
                assertThat(server.requests().get(1).headers()).doesNotContainKey("Range");
            }
        }
        RawServer.Script other = RawServer.answer(
                206, "fghij", "Content-Range: bytes 5-9/10", "Last-Modified: Sat, 21 Nov 2026 09:30:00 GMT");
        try (RawServer server = RawServer.of(
                cut(10, "01234", "Accept-Ranges: bytes", changed, "Date: Sat, 21 Nov 2026 10:00:00 GMT"),
                other,
                whole)) {
            download(server);
            assertThat(content()).isEqualTo("whole");
        }
    }

    @Test
    void takesNoPartForTheWhole() throws IOException {
        try (RawServer server = RawServer.of(
                RawServer.answer(206, "0123", "Content-Range: bytes 0-3/10"), RawServer.answer(200, "0123456789"))) {
            assertThat(download(server)).isEqualTo(10);
        }
        try (RawServer server = RawServer.of(RawServer.answer(206, "0123", "Content-Range: bytes 0-3/10"))) {
            assertThat(failure(server).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(server.requests()).hasSizeLessThan(10);
        }
    }

    @Test
    void takesNoOtherAnswerForTheFile() throws IOException {
        Files.writeString(folder.resolve("out.bin"), "old");
        for (int status : new int[] {202, 204, 404}) {
            RawServer.Script other =
                    exchange -> exchange.send("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n");
            try (RawServer server = RawServer.of(other)) {
                HttpCall call = HttpCall.get("content.get", server.uri("/f"))
                        .accept(404)
                        .build();
                assertThat(catchThrowableOfType(
                                        ConnectorException.class,
                                        () -> channel.download(call, folder.resolve("out.bin")))
                                .kind())
                        .isEqualTo(status == 404 ? ErrorKind.NOT_FOUND : ErrorKind.UNDECODABLE);
                assertThat(content()).isEqualTo("old");
            }
        }
    }

    @Test
    void givesUpWhenNothingMoreComesAndKeepsTheOldFile() throws IOException {
        Files.writeString(folder.resolve("out.bin"), "old");
        try (RawServer server = RawServer.of(cut(10, "01234"))) {
            ConnectorException e = failure(server);
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e).hasMessageContaining("content.get").hasMessageContaining("5 bytes");
            assertThat(content()).isEqualTo("old");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void leavesNothingWhenThereIsNoSuchFile() throws IOException {
        try (RawServer server = RawServer.of(RawServer.answer(404, "<html>"))) {
            assertThat(failure(server).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(folder.resolve("out.bin")).doesNotExist();
        }
    }

    @Test
    void endsWhenTheNextBytesDoNotComeInTime() throws Exception {
        HttpChannel impatient = Channels.retrying(clock)
                .settings(Channels.settings(5_000, 200, 60_000))
                .build();
        try (RawServer server =
                RawServer.of(exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nxx"))) {
            HttpCall call = HttpCall.get("content.get", server.uri("/f")).build();
            ConnectorException e = catchThrowableOfType(
                    ConnectorException.class, () -> impatient.download(call, folder.resolve("out.bin")));
            assertThat(e.kind()).isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(server.clientHasClosed()).isTrue();
        }
    }

    @Test
    void endsAtOnceWhenInterruptedAndKeepsTheFlag() throws IOException {
        for (String sent : List.of("", "xx")) {
            Thread caller = Thread.currentThread();
            try (RawServer server = RawServer.of(exchange -> {
                exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + sent);
                while (caller.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            })) {
                ConnectorException e = failure(server);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
            }
        }
    }

    @Test
    void reportsAnInterruptionWhileWritingAsSuch() throws IOException {
        HttpChannel interrupting = Channels.retrying(clock)
                .perCall(List.of((call, next) -> {
                    HttpReply reply = next.proceed(call);
                    Thread.currentThread().interrupt();
                    return HttpReply.of(reply.uri(), 200, reply.headers(), new byte[] {1, 2});
                }))
                .build();
        try (RawServer server = RawServer.of(RawServer.answer(200, "xx"))) {
            HttpCall call = HttpCall.get("content.get", server.uri("/f")).build();
            ConnectorException e = catchThrowableOfType(
                    ConnectorException.class, () -> interrupting.download(call, folder.resolve("out.bin")));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
        }
    }

    @Test
    void saysWhenTheFileCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("taken"));
        try (RawServer server = RawServer.of(RawServer.answer(200, "xx"))) {
            HttpCall call = HttpCall.get("content.get", server.uri("/f")).build();
            assertThat(catchThrowableOfType(IOException.class, () -> channel.download(call, folder.resolve("taken"))))
                    .isNotNull();
            assertThat(catchThrowableOfType(
                            IOException.class, () -> channel.download(call, folder.resolve("none/out.bin"))))
                    .isNotNull();
        }
    }

    @Test
    void aStreamThatBrokeStaysBroken() throws IOException {
        try (RawServer server = RawServer.of(cut(10, "01234"))) {
            HttpCall call =
                    HttpCall.get("content.get", server.uri("/f")).streamed().build();
            try (HttpReply reply = channel.send(call)) {
                assertThat(reply.stream().readNBytes(5)).hasSize(5);
                long start = System.nanoTime();
                for (int i = 0; i < 2; i++) {
                    assertThat(catchThrowableOfType(
                                    IOException.class, () -> reply.stream().read()))
                            .hasMessageContaining("broke off");
                }
                assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
            }
        }
    }

    @Test
    void closingAStreamEndsAReadThatWaitsOnAnotherThread() throws Exception {
        try (RawServer server =
                RawServer.of(exchange -> exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"))) {
            HttpChannel patient = Channels.retrying(clock)
                    .settings(Channels.settings(5_000, 100_000, 100_000))
                    .build();
            HttpCall call =
                    HttpCall.get("content.get", server.uri("/f")).streamed().build();
            HttpReply reply = patient.send(call);
            AtomicReference<IOException> seen = new AtomicReference<>();
            Thread reader = new Thread(() -> seen.set(
                    catchThrowableOfType(IOException.class, () -> reply.stream().read())));
            reader.start();
            while (reader.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            reply.close();
            reader.join();
            assertThat(seen.get()).isNotNull();
        }
    }

    @Test
    void closingAStreamEarlyReleasesTheConnection() throws Exception {
        try (RawServer server = RawServer.of(exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            while (!exchange.socket().isClosed()) {
                exchange.send(new byte[64 << 10]);
            }
        })) {
            HttpCall call =
                    HttpCall.get("content.get", server.uri("/f")).streamed().build();
            try (HttpReply reply = channel.send(call)) {
                assertThat(reply.stream().read()).isZero();
            }
            assertThat(server.clientHasClosed()).isTrue();
        }
    }
}
