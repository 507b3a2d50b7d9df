package dev.contentconnect.tradinggrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.testkit.Heap;
import dev.contentconnect.tradinggrid.sandbox.GraphQl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Entries of Lens, polled over HTTP by a JVM of its own, whose heap would not hold them. A million of them, which take two
 * minutes, with {@code -Dcontentconnect.items=1000000}.
 */
class FlatHeapIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int ENTRIES = Integer.getInteger("contentconnect.items", 100_000);
    private static final long SLACK = 2 << 20;
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** Runs in the child. */
    public static void main(String[] args) {
        TradingGridConfig config = TradingGridConfig.builder()
                .endpoint(URI.create(args[0]))
                .consumerKey("key")
                .consumerSecret(Secret.of("a-Secret-4711"))
                .companyId("GC1")
                .feedFrom(START.minusSeconds(1))
                .build();
        long began = System.nanoTime();
        long events = 0;
        long sum = 0;
        long early = 0;
        try (TradingGridConnector grid = TradingGridConnector.create(config)) {
            CaseFeed feed = grid.require(CaseFeed.class);
            Cursor cursor = null;
            ChangeBatch batch;
            do {
                batch = feed.changes(cursor, 900);
                for (CaseEvent event : batch.events()) {
                    events++;
                    sum += Long.parseLong(event.id().substring(3, event.id().indexOf(':')));
                }
                cursor = batch.next();
                early = early == 0 && events >= ENTRIES / 100 ? Heap.alive() : early;
            } while (batch.more());
            long late = Heap.alive();
            System.out.println(events + " events, sum " + sum + ", " + (late - early < SLACK ? "flat" : "growing")
                    + ", heap " + early / 1_024 + " KiB then " + late / 1_024 + " KiB, ms "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    @Test
    @Timeout(900)
    void moreEntriesThanTheHeapHoldsArePolled() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext(
                "/v1/oauth2/tokens", exchange -> answer(exchange, Json.encode(Map.of("access_token", "t"))));
        server.createContext("/visibility_transaction_search", FlatHeapIT::search);
        server.start();
        try {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-Dcontentconnect.items=" + ENTRIES,
                            "-cp",
                            System.getProperty("java.class.path"),
                            FlatHeapIT.class.getName(),
                            "http://127.0.0.1:" + server.getAddress().getPort())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor()).as(said).isZero();
            System.out.println("polled " + said.strip());
            assertThat(said).contains(ENTRIES + " events, sum " + (long) ENTRIES * (ENTRIES - 1) / 2 + ", flat, ");
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void search(HttpExchange exchange) throws IOException {
        String document = String.valueOf(
                ((Map<?, ?>) Json.decodePlain(exchange.getRequestBody().readAllBytes())).get("query"));
        Map<?, ?> query =
                (Map<?, ?>) GraphQl.read(document).fields().get(0).arguments().get("query");
        Map<?, ?> range = (Map<?, ?>) query.get("ranges");
        boolean statuses = range.get("field").equals(new GraphQl.Word("statusdate"));
        long before = Duration.between(START, Instant.parse(String.valueOf(range.get("from"))))
                .toMillis();
        long first = Math.max(0, Math.floorDiv(before + EVERY.toMillis() - 1, EVERY.toMillis()));
        long total = statuses ? Math.max(0, ENTRIES - first) : 0;
        long from = first + (Long) query.get("offset");
        long to = Math.min(first + total, from + (Long) query.get("count"));
        StringBuilder out = new StringBuilder(1 << 20)
                .append("{\"data\":{\"getTransactions\":{\"total\":")
                .append(total)
                .append(",\"transactions\":[");
        for (long i = from; i < to; i++) {
            entry(out.append(i > from ? "," : ""), i);
        }
        answer(exchange, out.append("]}}}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(StringBuilder out, long number) {
        Instant at = START.plus(EVERY.multipliedBy(number));
        out.append("{\"transactionid\":\"tx-")
                .append(number)
                .append("\",\"correlationid\":\"process-")
                .append(number)
                .append("\",\"status\":\"Delivered\",\"transactionlevel\":\"File\",\"statusdate\":\"")
                .append(at)
                .append("\",\"arrivaltime\":\"")
                .append(at)
                .append("\",\"sendername\":\"Acme\",\"receivername\":\"Verona Vittles\",\"senderfilename\":\"poster-")
                .append(number)
                .append(
                        ".jpg\",\"insize\":\"123456\",\"fastatus\":null,\"contentkeys\":[{\"key\":\"reference id\",\"value\":\"vip:")
                .append(number)
                .append("\"}]}");
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
