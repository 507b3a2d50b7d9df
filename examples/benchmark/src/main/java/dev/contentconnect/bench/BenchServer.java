package dev.contentconnect.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A server that costs as little as possible: blocking, a thread for each connection, bytes made beforehand. Ends with its
 * standard input, and so with the process that started it.
 */
final class BenchServer {
    private static final int CHUNK = 64 << 10;
    private static final byte[] FILLER = new byte[CHUNK];

    private BenchServer() {}

    public static void main(String[] args) throws IOException {
        @SuppressWarnings("resource") // lives as long as the process
        ServerSocket server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(server), "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println("PORT " + server.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is ever said; the end of the stream is the sign to stop.
        }
    }

    private static void accept(ServerSocket server) {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(null, () -> serve(socket), "connection", 128 << 10);
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            for (Request request = Request.read(in); request != null; request = Request.read(in)) {
                answer(request, in, out);
            }
        } catch (IOException | InterruptedException gone) {
            // The client went away; so does its thread.
            return;
        }
    }

    private static void answer(Request request, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        byte[] scratch = request.length() > 0 ? new byte[CHUNK] : FILLER;
        for (long left = request.length(); left > 0; ) {
            int count = in.read(scratch, 0, (int) Math.min(CHUNK, left));
            if (count < 0) {
                throw new IOException("cut off");
            }
            left -= count;
        }
        if (request.pause() > 0) {
            Thread.sleep(request.pause());
        }
        String path = request.path();
        if (path.startsWith("/file")) {
            long bytes = request.number("bytes", 0);
            out.write(head("application/octet-stream", bytes));
            for (long left = bytes; left > 0; left -= CHUNK) {
                out.write(FILLER, 0, (int) Math.min(CHUNK, left));
            }
        } else if (path.startsWith("/assets/")) {
            send(out, Payloads.ASSET, new byte[0]);
        } else {
            int page = (int) request.number("page", 0);
            boolean last = (page + 1L) * Payloads.PAGE_SIZE >= request.number("total", 0);
            send(out, Payloads.pageStart(last ? -1 : page + 1), Payloads.PAGE_REST);
        }
    }

    private static void send(OutputStream out, byte[] start, byte[] rest) throws IOException {
        byte[] head = head("application/json", start.length + rest.length);
        byte[] all = new byte[head.length + start.length + rest.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(start, 0, all, head.length, start.length);
        System.arraycopy(rest, 0, all, head.length + start.length, rest.length);
        out.write(all);
    }

    private static byte[] head(String type, long length) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + length
                        + "\r\nX-Request-Id: 7c9e6679-7425-40de-944b-e07fc1f90ae7\r\nCache-Control: no-store\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** As much of a request as this server looks at. */
    private record Request(String path, long length) {

        static @Nullable Request read(InputStream in) throws IOException {
            String first = line(in);
            if (first == null) {
                return null;
            }
            long length = 0;
            for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Long.parseLong(header.substring(15).strip());
                }
            }
            String[] words = first.split(" ", 3);
            return new Request(words[1], length);
        }

        long pause() {
            return number("wait", 0);
        }

        long number(String name, long otherwise) {
            int at = path.indexOf(name + "=");
            if (at < 0) {
                return otherwise;
            }
            int start = at + name.length() + 1;
            int end = path.indexOf('&', start);
            return Long.parseLong(path.substring(start, end < 0 ? path.length() : end));
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
