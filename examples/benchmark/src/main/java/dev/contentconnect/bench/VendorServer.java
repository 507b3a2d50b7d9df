package dev.contentconnect.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As much of iconik and of Content Server as the contenders ask for. Writes of metadata are answered after
 * {@value #PAUSE_MILLIS} ms, as far away as a cloud is, and are turned away beyond 1,000 within 20 seconds, as iconik's
 * documents say.
 */
final class VendorServer implements PlainServer.Vendor {
    /** Requests that iconik takes within {@link #WINDOW_SECONDS}. */
    static final int WINDOW_REQUESTS = 1_000;

    static final int WINDOW_SECONDS = 20;

    static final int PAUSE_MILLIS = 100;

    private final AtomicLong tickets = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Deque<Long> window = new ArrayDeque<>();
    private volatile int held;

    public static void main(String[] args) throws IOException {
        PlainServer.run(new VendorServer());
    }

    /** Lets both vendors hold so many items, and counts everything from 0. */
    static void holds(URI server, int items) throws IOException {
        PlainServer.ask(server, "holds/" + items);
    }

    /** How many requests there were since then. */
    static long requests(URI server) throws IOException {
        return PlainServer.ask(server, "requests");
    }

    /** Of how many assets metadata were written since then. */
    static long written(URI server) throws IOException {
        return PlainServer.ask(server, "written");
    }

    /** How many requests were turned away since then. */
    static long refused(URI server) throws IOException {
        return PlainServer.ask(server, "refused");
    }

    @Override
    public long control(String what) throws IOException {
        if (what.startsWith("holds/")) {
            held = Integer.parseInt(what.substring(6));
            written.set(0);
            refused.set(0);
            return held;
        }
        return switch (what) {
            case "written" -> written.get();
            case "refused" -> refused.get();
            default -> throw new IOException("no number " + what);
        };
    }

    @Override
    public PlainServer.Answer answer(PlainServer.Request request) throws IOException {
        String route = request.route();
        if (route.equals("/API/search/v1/search/")) {
            return VendorPages.hits(request.body(), Integer.parseInt(request.parameter("per_page", "10")), held);
        }
        if (route.startsWith("/API/metadata/v1/")) {
            return write(request);
        }
        return switch (route) {
            case "/api/v1/auth" -> PlainServer.Answer.of("{\"ticket\":\"first\"}");
            case "/api/v2/nodes/7001" ->
                PlainServer.Answer.of("{\"results\":{\"data\":{\"properties\":{\"id\":7001,\"name\":\"Asset\"}}}}");
            case "/api/v1/forms/nodes/categories/create" -> PlainServer.Answer.of(VendorPages.form());
            case "/api/v2/nodes/4711/nodes" ->
                VendorPages.nodes(
                        Integer.parseInt(request.parameter("page", "1")),
                        Integer.parseInt(request.parameter("limit", "10")),
                        held,
                        "t-" + tickets.incrementAndGet());
            default -> throw new IOException("no route " + route);
        };
    }

    private PlainServer.Answer write(PlainServer.Request request) throws IOException {
        if (!taken()) {
            refused.incrementAndGet();
            return new PlainServer.Answer(429, "", "Retry-After: 1\r\n");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        // One object's values name no object; those for many name each in the list and in the mapping.
        String ids = "\"id\":";
        int many = request.body().split(ids, -1).length - 1;
        written.addAndGet(Math.max(1, many));
        return many > 0
                ? new PlainServer.Answer(202, "", "")
                : PlainServer.Answer.of("{\"metadata_values\":{},\"object_type\":\"assets\"}");
    }

    private synchronized boolean taken() {
        long now = System.nanoTime();
        while (!window.isEmpty() && now - window.peekFirst() > TimeUnit.SECONDS.toNanos(WINDOW_SECONDS)) {
            window.removeFirst();
        }
        return window.size() < WINDOW_REQUESTS && window.add(now);
    }
}
