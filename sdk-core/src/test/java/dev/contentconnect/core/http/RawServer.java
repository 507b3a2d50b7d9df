package dev.contentconnect.core.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers byte for byte what a test tells it to, faults included. The last script serves all that follow. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final List<Script> scripts;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final CountDownLatch clientClosed = new CountDownLatch(1);

    /** What to do with one request. */
    @FunctionalInterface
    public interface Script {
        /**
         * Serves.
         *
         * @param exchange the request and the way back
         * @throws Exception ends the connection
         */
        void serve(Exchange exchange) throws Exception;
    }

    /** One request as it came. */
    public record Request(String method, String target, Map<String, String> headers, String body) {}

    /** A request and the way back. */
    public record Exchange(Request request, Socket socket, OutputStream out) {

        /** Sends text, byte for byte, at once. */
        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends bytes at once. */
        public void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Sends a whole answer. */
        public void reply(int status, String body, String... headers) throws IOException {
            reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        /** Sends a whole answer. */
        public void reply(int status, byte[] body, String... headers) throws IOException {
            StringBuilder head =
                    new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            send(head.append("\r\n").toString());
            send(body);
        }

        /** Closes the connection in order. */
        public void close() throws IOException {
            socket.close();
        }

        /** Breaks the connection with a reset. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private RawServer(ServerSocket server, List<Script> scripts) {
        this.server = server;
        this.scripts = scripts;
    }

    /** Starts on a free loopback port. */
    public static RawServer of(Script... scripts) throws IOException {
        RawServer started = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(scripts));
        started.thread(started::accept);
        return started;
    }

    /** A script with a fixed answer. */
    public static Script answer(int status, String body, String... headers) {
        return exchange -> exchange.reply(status, body, headers);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    public List<Request> requests() {
        return requests;
    }

    /** Whether the other side ended a connection within five seconds. */
    public boolean clientHasClosed() throws InterruptedException {
        return clientClosed.await(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void thread(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                thread(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                Request request = read(in);
                if (request == null) {
                    clientClosed.countDown();
                    return;
                }
                requests.add(request);
                int turn = served.getAndIncrement();
                scripts.get(Math.min(turn, scripts.size() - 1)).serve(new Exchange(request, socket, out));
            }
        } catch (Exception broken) {
            clientClosed.countDown();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        if (first.length < 2) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(line.substring(0, colon), line.substring(colon + 1).strip(), (a, b) -> a + "|" + b);
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(first[0], first[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                out.write(b);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
