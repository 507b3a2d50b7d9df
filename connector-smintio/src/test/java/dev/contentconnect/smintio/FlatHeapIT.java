package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.smintio.sandbox.Bought;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Purchases onto a shelf, in a JVM of its own with a small heap that is killed again and again on the way. A million of them,
 * which take two minutes, with {@code -Dcontentconnect.items=1000000}.
 */
class FlatHeapIT {
    private static final int PURCHASES = Integer.getInteger("contentconnect.items", 60_000);
    private static final int PAGE = 50;
    private static final int KILLS = 3;

    /** The child: syncs, and says after each 250 pages where it is. */
    public static void main(String[] args) {
        URI server = URI.create(args[0]);
        SmintioConfig config = SmintioConfig.builder()
                .endpoint(server)
                .licensingEndpoint(server)
                .tenant("northpeak")
                .clientId("app")
                .clientSecret(Secret.of("secret"))
                .redirectUri(URI.create("https://app.example/back"))
                .metadataPath("/words")
                .purchasesPath("/purchases")
                .binariesPath("/{cartPurchaseTransactionUuid}/{licensePurchaseTransactionUuid}")
                .tokens(TokenStore.inMemory(Secret.of("refresh")))
                .build();
        long began = System.nanoTime();
        PurchaseShelf shelf = PurchaseShelf.folder(Path.of(args[1]));
        System.out.println("FROM " + shelf.position());
        int[] pages = {0};
        try (SmintioConnector smintio = SmintioConnector.create(config)) {
            long count = new PurchaseSync(smintio.client().licensing(), shelf, page -> {
                        if (++pages[0] % 250 == 0) {
                            System.out.println("PAGE " + pages[0]);
                        }
                    })
                    .run();
            System.out.println("DONE " + count + " ms " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    /** The stream, made on the way: nobody holds a million purchases. */
    private static final class Stream {
        private final HttpServer server;
        private final String head;
        private final String tail;

        Stream() throws IOException {
            String one = new String(
                    Json.encode(Bought.image("@@", "Beach", Instant.parse("2031-05-04T03:02:01Z"))
                            .build()),
                    StandardCharsets.UTF_8);
            this.head = one.substring(0, one.indexOf("@@"));
            this.tail = one.substring(one.indexOf("@@") + 2).replace("@@", "x");
            // Without it each answer on a kept connection waits 40 ms for an acknowledgement that is late on purpose.
            System.setProperty("sun.net.httpserver.nodelay", "true");
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(2));
            server.createContext("/purchases", exchange -> {
                String query = String.valueOf(exchange.getRequestURI().getQuery());
                int from = query.contains("continuationUuid=")
                        ? Integer.parseInt(query.replaceAll(".*continuationUuid=(\\d+).*", "$1"))
                        : 0;
                answer(exchange, page(from));
            });
            server.createContext(
                    "/connect/token", exchange -> answer(exchange, "{\"access_token\":\"t\",\"expires_in\":36000}"));
            server.start();
        }

        private static void answer(HttpExchange exchange, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private String page(int from) {
            int to = Math.min(PURCHASES, from + PAGE);
            StringBuilder out = new StringBuilder("{\"count\":")
                    .append(to - from)
                    .append(",\"continuation_uuid\":\"")
                    .append(to)
                    .append("\",\"license_purchase_transactions\":[");
            for (int i = from; i < to; i++) {
                out.append(i == from ? "" : ",")
                        .append(head)
                        .append("tx-")
                        .append(i)
                        .append(tail);
            }
            return out.append("]}").toString();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }
    }

    private static Process child(Stream stream, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlatHeapIT.class.getName(),
                        stream.address().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    @Timeout(1_800)
    void morePurchasesThanTheHeapHoldsAndAKillCostsNothing(@TempDir Path folder) throws Exception {
        Stream stream = new Stream();
        try {
            long before = -1;
            for (int kill = 1; kill <= KILLS; kill++) {
                Process child = child(stream, folder);
                try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
                    before = Math.max(before, place(said.readLine()));
                    String page = said.readLine();
                    assertThat(page).startsWith("PAGE ");
                    child.destroyForcibly().waitFor();
                }
                long after = place(PurchaseShelf.folder(folder));
                assertThat(after).as("after kill %s", kill).isGreaterThan(before);
            }
            Process last = child(stream, folder);
            String end = "";
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(last.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    end = line;
                }
            }
            assertThat(last.waitFor()).as(end).isZero();
            assertThat(end).startsWith("DONE ");
            PurchaseShelf shelf = PurchaseShelf.folder(folder);
            assertThat(shelf.position()).isEqualTo(String.valueOf(PURCHASES));
            for (int i = 0; i < PURCHASES; i += Math.max(1, PURCHASES / 500)) {
                assertThat(shelf.find("tx-" + i)).as("tx-%s", i).isPresent();
            }
            System.out.println("smintio sync of " + PURCHASES + " after " + KILLS + " kills: " + end);
        } finally {
            stream.server.stop(0);
        }
    }

    private static long place(String line) {
        String at = line.substring("FROM ".length());
        return at.equals("null") ? 0 : Long.parseLong(at);
    }

    private static long place(PurchaseShelf shelf) {
        String at = shelf.position();
        return at == null ? 0 : Long.parseLong(at);
    }
}
