package dev.contentconnect.aprimo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The search of a tenant with any number of records, none of which is kept: what a record says follows from its number. Three
 * records share each moment, and {@value #SAME} of them, in the middle, share one. Between any two requests some records are
 * deleted, behind the reader and ahead of it, and new ones are made.
 */
public final class ManyRecords implements AutoCloseable {
    /** How many records were made in one moment, which is more than a page takes. */
    public static final int SAME = 2_500;

    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final int SAME_FROM = 99_000;
    private static final Pattern FROM = Pattern.compile("CreatedOn >= ([0-9T:.Z-]+)");
    private static final Pattern PAGE = Pattern.compile("page=([0-9]+)&pageSize=([0-9]+)");

    private final Random random = new Random(11);
    private final BitSet deleted = new BitSet();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final int before;
    private int count;
    private int requests;

    /**
     * Starts it.
     *
     * @param before how many records there are
     */
    public ManyRecords(int before) {
        this.before = before;
        this.count = before;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/login/connect/token",
                exchange -> answer(
                        exchange, "{\"access_token\":\"token-1\",\"token_type\":\"Bearer\",\"expires_in\":86400}"));
        server.createContext("/api/core/search/records", this::search);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many records there are, those that were deleted included; known when nobody asks any more. */
    public synchronized int count() {
        return count;
    }

    /** How many pages were asked for. */
    public synchronized int requests() {
        return requests;
    }

    /** Records that were there from beginning to end. */
    public synchronized BitSet lasting() {
        BitSet out = new BitSet();
        out.set(0, before);
        out.andNot(deleted);
        return out;
    }

    /** The number of a record by its id. */
    public static int number(String id) {
        return Integer.parseInt(id.substring(24), 16);
    }

    /** The moment of a record, in milliseconds from the beginning. */
    private static long moment(int number) {
        int past = number - SAME_FROM;
        return past < 0 ? number / 3 : SAME_FROM / 3 + (past < SAME ? 0 : 1 + (past - SAME) / 3);
    }

    private int firstFrom(Instant from) {
        long wanted = from.toEpochMilli() - BEGIN.toEpochMilli();
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moment(middle) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void search(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher from = FROM.matcher(body);
        Matcher page = PAGE.matcher(exchange.getRequestURI().getQuery());
        if (!from.find() || !page.find()) {
            throw new IOException("not a question of a full export: " + exchange.getRequestURI());
        }
        answer(
                exchange,
                page(Instant.parse(from.group(1)), Integer.parseInt(page.group(1)), Integer.parseInt(page.group(2))));
    }

    private synchronized String page(Instant from, int page, int size) {
        requests++;
        int at = firstFrom(from);
        int passed = 0;
        int told = 0;
        StringBuilder out = new StringBuilder(size * 700).append("{\"items\":[");
        while (at < count && told < size) {
            if (!deleted.get(at)) {
                if (passed >= (page - 1) * size) {
                    write(out.append(told == 0 ? "" : ","), at);
                    told++;
                }
                passed++;
            }
            at++;
        }
        change(at);
        return out.append("],\"page\":" + page + ",\"pageSize\":" + size + ",\"totalCount\":" + (count - 7) + "}")
                .toString();
    }

    /** By page number each of these would move a record past the reader. */
    private void change(int reached) {
        for (int bound : new int[] {reached, count}) {
            int gone = random.nextInt(Math.max(1, bound));
            // Where one moment has more records than a page, pages are numbered; there nothing may move.
            if (gone < SAME_FROM - 3 || gone > SAME_FROM + SAME + 3) {
                deleted.set(gone);
            }
        }
        if (count < before + before / 100) {
            count += 3;
        }
    }

    private static void write(StringBuilder out, int number) {
        String id = id(number);
        String when = BEGIN.plusMillis(moment(number)).toString();
        out.append("{\"_links\":{\"self\":{\"href\":\"/api/core/record/")
                .append(id)
                .append(
                        "\"}},\"_embedded\":{\"fields\":{\"items\":[{\"id\":\"11aa\",\"fieldName\":\"Title\",\"label\":\"Title\",")
                .append("\"dataType\":\"SingleLineText\",\"localizedValues\":[{\"languageId\":\"")
                .append("0".repeat(32))
                .append("\",\"value\":\"Poster ")
                .append(number)
                .append("\",\"readOnly\":null,\"modifiedOn\":\"")
                .append(when)
                .append("\"}]}]},\"masterfilelatestversion\":{\"id\":\"")
                .append(id)
                .append(
                        "\",\"versionNumber\":1,\"fileName\":\"poster.jpg\",\"fileExtension\":\"jpg\",\"fileSize\":4711,")
                .append("\"crc32\":-12,\"isLatest\":true,\"fileState\":\"Available\"}},\"id\":\"")
                .append(id)
                .append("\",\"status\":\"Draft\",\"contentType\":\"Image\",\"title\":null,\"createdOn\":\"")
                .append(when)
                .append("\",\"modifiedOn\":\"")
                .append(when)
                .append("\"}");
    }

    private static String id(int number) {
        String hex = Integer.toHexString(number);
        return "0".repeat(23) + "1" + "0".repeat(8 - hex.length()) + hex;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/hal+json; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
