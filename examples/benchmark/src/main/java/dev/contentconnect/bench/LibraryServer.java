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
 * As much of a WordPress as the library's contenders ask for, as cheap as it can be: blocking, a thread for each connection,
 * no check of anything. Ends with its standard input, and so with the process that started it.
 */
final class LibraryServer {
    static final String REGION = "AT";
    static final String BRAND = "Ostrevik";

    private static final String CONTROL = "/bench/";
    private static final AtomicLong REQUESTS = new AtomicLong();

    private LibraryServer() {}

    public static void main(String[] args) throws IOException {
        LibraryShelf shelf = new LibraryShelf();
        @SuppressWarnings("resource") // lives as long as the process
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(server, shelf), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println("PORT " + server.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is ever said; the end of the stream is the sign to stop.
        }
    }

    /** Empties the library, lets it hold so many items, and counts requests from 0. */
    static void holds(URI server, int items) throws IOException {
        ask(server, "holds/" + items);
    }

    /** How many items are with their audience. */
    static long published(URI server) throws IOException {
        return ask(server, "published");
    }

    /** How many requests there were since the library was filled. */
    static long requests(URI server) throws IOException {
        return ask(server, "requests");
    }

    private static long ask(URI server, String what) throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(server + CONTROL + what).toURL().openConnection();
        try (InputStream in = call.getInputStream()) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } finally {
            call.disconnect();
        }
    }

    private static void accept(ServerSocket server, LibraryShelf shelf) {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(null, () -> serve(socket, shelf), "connection", 256 << 10);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void serve(Socket socket, LibraryShelf shelf) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                send(out, answer(request, shelf));
            }
        } catch (IOException gone) {
            // The client went away; so does its thread.
            return;
        }
    }

    private static LibraryShelf.Answer answer(Request request, LibraryShelf shelf) throws IOException {
        if (!request.path().startsWith(CONTROL)) {
            REQUESTS.incrementAndGet();
            return shelf.answer(request);
        }
        String what = request.path().substring(CONTROL.length());
        if (what.startsWith("holds/")) {
            REQUESTS.set(0);
            shelf.fill(Integer.parseInt(what.substring(6)));
        }
        return LibraryShelf.Answer.of(Long.toString(what.equals("published") ? shelf.published() : REQUESTS.get()));
    }

    private static void send(OutputStream out, LibraryShelf.Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: "
                        + body.length + "\r\nX-WP-Total: " + answer.total() + "\r\nX-WP-TotalPages: "
                        + answer.pages() + "\r\nCache-Control: no-store\r\n\r\n")
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
