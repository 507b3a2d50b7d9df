package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that are read while they come. */
class JsonItemsTest {
    private static final String BOOK =
            "{\"code\":200,\"data\":[{\"name\":\"one\"},null,{\"name\":\"two\",\"more\":[1,{}]}"
                    + ",{\"name\":\"три\"}],\"success\":true,\"note\":{\"a\":[1,2]}}";

    private final List<MappingIssue> issues = new ArrayList<>();

    record Item(@Nullable String name) {}

    private JsonItems<Item> read(HttpChannel channel, RawServer server, String pointer) {
        return channel.readItems(
                HttpCall.get("books.list", server.uri("/book")).build(), pointer, Item.class, issues::add);
    }

    private JsonItems<Item> read(RawServer server, String pointer) {
        return read(Channels.once(), server, pointer);
    }

    private static List<@Nullable String> names(JsonItems<Item> items) {
        List<@Nullable String> out = new ArrayList<>();
        items.forEachRemaining(item -> out.add(item.name()));
        return out;
    }

    private static ConnectorException failure(JsonItems<Item> items) {
        return catchThrowableOfType(ConnectorException.class, () -> names(items));
    }

    @Test
    void handsOutElementsAndKeepsWhatStandsBeside() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, BOOK));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(items.next().name()).isEqualTo("one");
            assertThat(items.envelope()).isEqualTo(Map.of("code", 200));
            assertThat(names(items)).containsExactly("two", "три");
            assertThat(items.envelope())
                    .isEqualTo(Map.of("code", 200, "success", true, "note", Map.of("a", List.of(1, 2))));
            assertThat(issues).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';[{\"name\":\"x\"}]",
                "/a/b;{\"a\":{\"z\":1,\"b\":[{\"name\":\"x\"}],\"c\":2},\"b\":[]}",
                "/a~1b/~0;{\"a/b\":{\"~\":[{\"name\":\"x\"}]}}",
                "/;{\"\":[{\"name\":\"x\"}]}",
            })
    void findsTheArrayWhereThePointerSays(String pointer, String text) throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(server, pointer)) {
            assertThat(names(items)).containsExactly("x");
        }
    }

    @Test
    void refusesWhatIsNoPointerBeforeItAsks() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, BOOK))) {
            assertThatIllegalArgumentException().isThrownBy(() -> read(server, "data"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void takesNoCutOffListForAShortOne() throws Exception {
        byte[] whole = BOOK.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = java.util.Arrays.copyOf(whole, length);
            try (RawServer server = RawServer.of(exchange -> exchange.reply(200, part))) {
                assertCutOff(server, length);
            }
        }
    }

    @Test
    void takesNoBrokenConnectionForTheEnd() throws Exception {
        byte[] whole = BOOK.getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {0, 1, 20, 60, whole.length - 1}) {
            try (RawServer server = RawServer.of(exchange -> {
                exchange.send("HTTP/1.1 200 X\r\nContent-Length: " + whole.length + "\r\n\r\n");
                exchange.send(java.util.Arrays.copyOf(whole, length));
                exchange.close();
            })) {
                assertCutOff(server, length);
            }
        }
    }

    @Test
    void takesNoCompressedTextThatBreaksOffForTheEnd() throws Exception {
        byte[] packed = Gzip.of(BOOK.getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {0, 3, packed.length / 2, packed.length - 9, packed.length - 1}) {
            byte[] part = java.util.Arrays.copyOf(packed, length);
            try (RawServer server = RawServer.of(exchange -> exchange.reply(200, part, "Content-Encoding: gzip"))) {
                assertCutOff(server, length);
            }
        }
    }

    private void assertCutOff(RawServer server, int length) {
        ConnectorException broken = catchThrowableOfType(ConnectorException.class, () -> {
            try (JsonItems<Item> items = read(server, "/data")) {
                ConnectorException first = failure(items);
                assertThatThrownBy(items::hasNext).as("it fails again").isSameAs(first);
                throw first;
            }
        });
        assertThat(broken).as("after %d bytes", length).isNotNull();
        assertThat(broken.kind()).as("after %d bytes", length).isEqualTo(ErrorKind.UNDECODABLE);
    }

    @Test
    void unpacksWhatItAskedFor() throws Exception {
        byte[] packed = Gzip.of(BOOK.getBytes(StandardCharsets.UTF_8));
        try (RawServer server = RawServer.of(exchange -> exchange.reply(200, packed, "Content-Encoding: gzip"));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(names(items)).containsExactly("one", "two", "три");
            assertThat(server.requests().get(0).headers()).containsEntry("Accept-Encoding", "gzip");
        }
    }

    @Test
    void unpacksAnAnswerOfSeveralCompressedPartsWhereverTheyAreTornApart() throws Exception {
        byte[] one = Gzip.of("{\"data\":[{\"name\":\"one\"},".getBytes(StandardCharsets.UTF_8));
        byte[] two = Gzip.of("{\"name\":\"two\"}]}".getBytes(StandardCharsets.UTF_8));
        RawServer.Script slowly = exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + (one.length + two.length)
                    + "\r\n\r\n");
            exchange.send(one);
            // The second part must not be there yet when the first was read.
            LockSupport.parkNanos(200_000_000);
            exchange.send(two);
        };
        try (RawServer server = RawServer.of(slowly);
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(names(items)).containsExactly("one", "two");
        }
    }

    @Test
    void countsNullElementsWhereItSaysWhichOneIsWrong() throws Exception {
        String text = "{\"data\":[null,{\"name\":\"one\"},null,\"two\"]}";
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(names(items)).containsExactly("one");
            assertThat(issues).extracting(MappingIssue::path).containsExactly("/data/3");
        }
    }

    @Test
    void leavesOutElementsOfAnotherFormAndSaysWhich() throws Exception {
        String text = "{\"data\":[{\"name\":\"one\"},\"two\",{\"name\":[3]},{\"name\":\"four\"}]}";
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(names(items)).containsExactly("one", "four");
            assertThat(issues).extracting(MappingIssue::path).containsExactly("/data/1", "/data/2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":\"[]\"}",
                "[]",
                "7",
                "null",
                "{\"data\":[],\"data\":[]}",
                "{\"data\":[]} {}",
                "{\"data\":[]}x",
                "<html></html>",
                "{\"data\":[{\"name\":\"one\"}{\"name\":\"two\"}]}",
            })
    void saysThatThereIsNoSuchList(String text) throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(failure(items).kind()).isEqualTo(ErrorKind.UNDECODABLE);
        }
    }

    @Test
    void endsAnEmptyList() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, "{\"data\":[],\"success\":true}"));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(items.hasNext()).isFalse();
            assertThat(items.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"x\":%s}]}", "{\"x\":%s,\"data\":[]}", "{\"data\":[],\"x\":%s}"})
    void givesUpWhatIsNestedTooDeep(String form) throws Exception {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);
        try (RawServer server = RawServer.of(RawServer.answer(200, String.format(form, deep)));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(failure(items)).hasMessageContaining("nested too deep");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"data\":[{\"name\":\"%s\"}]}", "{\"x\":\"%s\",\"data\":[]}", "{\"data\":[],\"x\":\"%s\"}"})
    void givesUpAPieceAboveTheCapForAnswers(String form) throws Exception {
        String large = "x".repeat(100 << 10);
        try (RawServer server = RawServer.of(RawServer.answer(200, String.format(form, large)));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(failure(items))
                    .hasMessageContaining("larger than " + (64 << 10))
                    .extracting(ConnectorException::kind)
                    .isEqualTo(ErrorKind.UNDECODABLE);
        }
    }

    @Test
    void takesAListThatIsLargerThanTheCapForAnswers() throws Exception {
        String item = "{\"name\":\"" + "x".repeat(30 << 10) + "\"},";
        String text = "{\"data\":[" + item.repeat(20) + "null]}";
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(server, "/data")) {
            assertThat(names(items)).hasSize(20);
        }
    }

    @Test
    void saysThatAPageForPeopleIsNoList() throws Exception {
        try (RawServer server = RawServer.of(
                        exchange -> exchange.send(
                                "HTTP/1.1 200 X\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>Sorry.</html> "));
                JsonItems<Item> items = read(server, "/data")) {
            ConnectorException failure = failure(items);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
        }
    }

    private static HttpChannel suspicious() {
        return HttpChannel.builder("vendor")
                .settings(Channels.settings(5_000, 5_000, 10_000))
                .retry(RetryPolicy.none())
                .time(Channels.clock())
                .errors(new ErrorDecoder() {
                    @Override
                    public ConnectorError decode(Trace trace, HttpReply reply) {
                        return HttpErrors.byStatus(trace, reply);
                    }

                    @Override
                    public @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
                        return reply.body().length > 0
                                        && Json.decodePlain(reply.body()) instanceof Map<?, ?> said
                                        && Boolean.FALSE.equals(said.get("ok"))
                                ? new ConnectorError.Rejected(trace.withVendor("e7", "gave up"))
                                : null;
                    }
                })
                .build();
    }

    @Test
    void endsWithAnErrorWhenTheAnswerSaysAfterwardsThatItFailed() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, "{\"data\":[{\"name\":\"one\"}],\"ok\":false}"));
                JsonItems<Item> items = read(suspicious(), server, "/data")) {
            assertThat(items.next().name()).isEqualTo("one");
            assertThatThrownBy(items::hasNext).hasMessageContaining("e7 \"gave up\"");
            assertThatThrownBy(items::hasNext).hasMessageContaining("e7 \"gave up\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"ok\":false,\"data\":[{\"name\":\"one\"}]}", "{\"ok\":false}", "{\"data\":null,\"ok\":false}"
            })
    void handsOutNothingWhenTheAnswerSaysBeforehandThatItFailed(String text) throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, text));
                JsonItems<Item> items = read(suspicious(), server, "/data")) {
            assertThatThrownBy(items::hasNext).hasMessageContaining("e7 \"gave up\"");
        }
    }

    @Test
    void releasesTheConnectionWhenItIsClosedEarly() throws Exception {
        String item = "{\"name\":\"" + "x".repeat(1_000) + "\"},";
        try (RawServer server = RawServer.of(exchange -> {
            exchange.send("HTTP/1.1 200 X\r\nContent-Length: 1000000000\r\n\r\n{\"data\":[");
            while (true) {
                exchange.send(item);
            }
        })) {
            try (Stream<Item> items = read(server, "/data").stream()) {
                assertThat(items.limit(3).count()).isEqualTo(3);
            }
            assertThat(server.clientHasClosed()).isTrue();
        }
    }

    @Test
    void takesNothingMoreOnceItIsClosed() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(200, BOOK))) {
            JsonItems<Item> items = read(server, "/data");
            items.next();
            items.close();
            items.close();
            assertThatIllegalStateException().isThrownBy(items::hasNext);
        }
    }

    @Test
    void givesUpAListThatStandsStill() throws Exception {
        HttpChannel hasty = HttpChannel.builder("vendor")
                .settings(Channels.settings(5_000, 200, 10_000))
                .retry(RetryPolicy.none())
                .build();
        try (RawServer server = RawServer.of(exchange -> {
                    exchange.send("HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{\"data\":[{\"name\":\"one\"},");
                    exchange.socket().getInputStream().read();
                });
                JsonItems<Item> items = read(hasty, server, "/data")) {
            assertThat(items.next().name()).isEqualTo("one");
            assertThat(catchThrowableOfType(ConnectorException.class, items::hasNext)
                            .kind())
                    .isEqualTo(ErrorKind.TIMED_OUT);
            assertThat(server.clientHasClosed()).isTrue();
        }
    }

    @Test
    void stopsWhenItIsInterruptedAndKeepsTheFlag() throws Exception {
        try (RawServer server = RawServer.of(exchange -> {
                    exchange.send("HTTP/1.1 200 X\r\nContent-Length: 1000\r\n\r\n{\"data\":[{\"name\":\"one\"},");
                    exchange.socket().getInputStream().read();
                });
                JsonItems<Item> items = read(server, "/data")) {
            items.next();
            Thread.currentThread().interrupt();
            ConnectorException stopped = catchThrowableOfType(ConnectorException.class, items::hasNext);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stopped.kind()).isEqualTo(ErrorKind.CANCELLED);
        }
    }

    @Test
    void refusesWhatTheSystemRefuses() throws Exception {
        try (RawServer server = RawServer.of(RawServer.answer(404, "{\"data\":[]}"))) {
            assertThat(catchThrowableOfType(ConnectorException.class, () -> read(server, "/data"))
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }
    }
}
