package dev.contentconnect.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the small servers of the benchmarks share: blocking, a thread for each connection, no check of anything. Requests
 * below {@code /bench/} are the benchmark's own and are not counted.
 */
final class PlainServer {
    private static final String CONTROL = "/bench/";

    private final Vendor vendor;
    private final AtomicLong requests = new AtomicLong();

    private PlainServer(Vendor vendor) {
        this.vendor = vendor;
    }

    /** What the server answers. */
    interface Vendor {
        Answer answer(Request request) throws IOException;

        /** Does what the benchmark asks for, and gives a number; the name is {@code holds/…} to begin anew. */
        long control(String what) throws IOException;
    }

    /**
     * What is sent back.
     *
     * @param headers each with its line end
     */
    record Answer(int status, String body, String headers) {
        static Answer of(String json) {
            return new Answer(200, json, "");
        }
    }

    /** Serves until the process ends; gives the port. */
    static int start(Vendor vendor) throws IOException {
        @SuppressWarnings("resource") // lives as long as the process
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        PlainServer plain = new PlainServer(vendor);
        Thread acceptor = new Thread(() -> plain.accept(server), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        return server.getLocalPort();
    }

    /** Serves until standard input ends, and so does the process that started this one. */
    static void run(Vendor vendor) throws IOException {
        System.out.println("PORT " + start(vendor));
        while (System.in.read() >= 0) {
            // Nothing is ever said; the end of the stream is the sign to stop.
        }
    }

    /** Asks a server of this kind for a number of its own: {@code requests}, or what its vendor knows. */
    static long ask(URI server, String what) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(server + CONTROL + what).toURL().openConnection();
        try (InputStream in = call.getInputStream()) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } finally {
            call.disconnect();
        }
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(null, () -> serve(socket), "connection", 256 << 10);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                send(out, answer(request));
            }
        } catch (IOException gone) {
            // The client went away; so does its thread.
            return;
        }
    }

    private Answer answer(Request request) throws IOException {
        if (!request.path().startsWith(CONTROL)) {
            requests.incrementAndGet();
            return vendor.answer(request);
        }
        String what = request.path().substring(CONTROL.length());
        if (what.startsWith("holds/")) {
            requests.set(0);
        }
        return Answer.of(Long.toString(what.equals("requests") ? requests.get() : vendor.control(what)));
    }

    private static void send(OutputStream out, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + answer.status() + " Answer\r\nContent-Type: application/json; charset=UTF-8\r\n"
                        + "Content-Length: " + body.length + "\r\n" + answer.headers()
                        + "Cache-Control: no-store\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        out.write(all);
    }

    /**
     * A request.
     *
     * @param boundary of its parts; empty when it has none
     * @param body a character for each byte
     */
    record Request(String method, String path, String boundary, String body) {

        static @Nullable Request read(InputStream in) throws IOException {
            String first = line(in);
            if (first == null) {
                return null;
            }
            int length = 0;
            String boundary = "";
            for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (lower.startsWith("content-type:") && lower.contains("boundary=")) {
                    boundary = header.substring(lower.indexOf("boundary=") + 9)
                            .replace("\"", "")
                            .strip();
                }
            }
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new IOException("cut off");
            }
            String[] words = first.split(" ", 3);
            return new Request(words[0], words[1], boundary, new String(body, StandardCharsets.ISO_8859_1));
        }

        /** The path without its query. */
        String route() {
            int query = path.indexOf('?');
            return query < 0 ? path : path.substring(0, query);
        }

        String parameter(String name, String otherwise) {
            int query = path.indexOf('?');
            for (String pair :
                    query < 0 ? new String[0] : path.substring(query + 1).split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return pair.substring(name.length() + 1);
                }
            }
            return otherwise;
        }

        private static @Nullable String line(InputStream in) throws IOException {
            StringBuilder out = new StringBuilder(80);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    return null;
                }
                if (c != '\r') {
                    out.append((char) c);
                }
            }
            return out.toString();
        }
    }
}
