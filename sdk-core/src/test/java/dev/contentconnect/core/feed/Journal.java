package dev.contentconnect.core.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A vendor on the loopback that outlives the processes that talk to it: a journal to poll, webhooks that are sent until
 * they are acknowledged, and effects that are kept under their keys. Safe for several threads.
 *
 * <p>Kills whom it is told to in the middle of a request: before it is carried out, or after and before the answer.
 */
final class Journal implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<String> entries = new ArrayList<>();
    private final Deque<String> hooks = new ArrayDeque<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private final Map<String, List<String>> order = new HashMap<>();
    private int requests;
    private int killAt = Integer.MAX_VALUE;
    private boolean killAfter;
    private Runnable kill = () -> {};

    Journal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** An event to be polled, as {@code id object}. */
    synchronized void add(String event) {
        entries.add(event);
    }

    /** An event that is pushed, too, or only. */
    synchronized void hook(String event) {
        hooks.add(event);
    }

    /** With this request, counted from now, the deed is done. */
    synchronized void kill(int request, boolean after, Runnable deed) {
        requests = 0;
        killAt = request;
        killAfter = after;
        kill = deed;
    }

    synchronized void spare() {
        killAt = Integer.MAX_VALUE;
    }

    /** Key and how often it was asked for. */
    synchronized Map<String, Integer> effects() {
        return new HashMap<>(effects);
    }

    /** The events whose effects an object saw, in order, repeats left out. */
    synchronized Map<String, List<String>> order() {
        Map<String, List<String>> copy = new HashMap<>();
        order.forEach((object, ids) -> copy.put(object, List.copyOf(ids)));
        return copy;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Runnable deed = deed();
            if (deed != null && !killAfter()) {
                deed.run();
                return;
            }
            byte[] body = serve(
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestURI().getQuery())
                    .getBytes(StandardCharsets.UTF_8);
            if (deed != null) {
                deed.run();
                return;
            }
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized @Nullable Runnable deed() {
        requests++;
        return requests == killAt ? kill : null;
    }

    private synchronized boolean killAfter() {
        return killAfter;
    }

    private synchronized String serve(String path, @Nullable String query) {
        String text = query == null ? "" : query;
        return switch (path) {
            case "/changes" -> changes(text);
            case "/hooks" -> String.join("\n", hooks.stream().limit(5).toList());
            case "/ack" -> acknowledge(Integer.parseInt(text));
            case "/effect" -> effect(text.split(" ", 3));
            default -> throw new IllegalArgumentException(path);
        };
    }

    /** Number of entries wanted behind a number of entries; two are always told again. */
    private String changes(String query) {
        int from = Integer.parseInt(query.substring(0, query.indexOf(' ')));
        int limit = Integer.parseInt(query.substring(query.indexOf(' ') + 1));
        int to = Math.min(entries.size(), from + limit);
        return to + (to < entries.size() ? " more" : " end") + "\n"
                + String.join("\n", entries.subList(Math.max(0, from - 2), to));
    }

    private String acknowledge(int count) {
        for (int i = 0; i < count; i++) {
            hooks.poll();
        }
        return "";
    }

    private String effect(String[] words) {
        if (effects.merge(words[0], 1, Integer::sum) == 1) {
            order.computeIfAbsent(words[2], any -> new ArrayList<>()).add(words[1]);
        }
        return "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
