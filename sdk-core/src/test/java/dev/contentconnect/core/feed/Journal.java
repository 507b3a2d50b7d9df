package dev.contentconnect.core.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
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
 * <p>Does what it is told to its client in the middle of a request.
 */
final class Journal implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<String> entries = new ArrayList<>();
    private final Deque<String> hooks = new ArrayDeque<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private final Map<String, List<String>> order = new HashMap<>();
    private final Map<String, Integer> workers = new HashMap<>();
    private int requests;
    private int strikeAt = Integer.MAX_VALUE;
    private Moment moment = Moment.BEFORE;
    private Runnable deed = () -> {};

    /** When a deed is done to a client. */
    enum Moment {
        /** Its request is not carried out. */
        BEFORE,
        /** Its request is carried out and not answered. */
        AFTER,
        /** Its request, for an effect, is carried out and answered, for whoever can still read. */
        AND_GO_ON
    }

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

    /** With this request, counted from now, something is done to the client. */
    synchronized void strike(int request, Moment when, Runnable what) {
        requests = 0;
        strikeAt = request;
        moment = when;
        deed = what;
    }

    synchronized void spare() {
        strikeAt = Integer.MAX_VALUE;
    }

    /** Key and how often it was asked for. */
    synchronized Map<String, Integer> effects() {
        return new HashMap<>(effects);
    }

    /** Process and how many effects it asked for. */
    synchronized Map<String, Integer> workers() {
        return new HashMap<>(workers);
    }

    /** The events whose effects an object saw, in order, repeats left out. */
    synchronized Map<String, List<String>> order() {
        Map<String, List<String>> copy = new HashMap<>();
        order.forEach((object, ids) -> copy.put(object, List.copyOf(ids)));
        return copy;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            boolean struck = isStruck(uri.getPath());
            if (struck && moment() == Moment.BEFORE) {
                deed.run();
                return;
            }
            byte[] body = serve(uri.getPath(), uri.getQuery()).getBytes(StandardCharsets.UTF_8);
            if (struck) {
                deed.run();
            }
            if (!struck || moment() == Moment.AND_GO_ON) {
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private synchronized boolean isStruck(String path) {
        if (moment == Moment.AND_GO_ON && !path.equals("/effect")) {
            return false;
        }
        requests++;
        return requests == strikeAt;
    }

    private synchronized Moment moment() {
        return moment;
    }

    private synchronized String serve(String path, @Nullable String query) {
        String text = query == null ? "" : query;
        return switch (path) {
            case "/changes" -> changes(text);
            case "/hooks" -> String.join("\n", hooks.stream().limit(5).toList());
            case "/ack" -> acknowledge(Integer.parseInt(text));
            case "/effect" -> effect(text.split(" ", 4));
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
        workers.merge(words[3], 1, Integer::sum);
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
