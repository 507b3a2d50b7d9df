package dev.contentconnect.core.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a sandbox and lets uploads of any size through: it counts the bytes of a large body and hands the sandbox
 * its beginning and its end only, so that neither keeps it. Something can be made to happen in the middle. Addresses of the
 * sandbox in its answers become those of the counter.
 */
public final class UploadCounter implements AutoCloseable {
    private static final int LARGE = 1 << 20;
    private static final int KEPT = 64 << 10;

    private final URI sandbox;
    private final ServerSocket server;
    private final AtomicLong counted = new AtomicLong();
    private final AtomicReference<@Nullable Incident> incident = new AtomicReference<>();

    private record Incident(
            long at, Runnable what, @Nullable String answer) {}

    private record Head(String text, long length) {}

    private UploadCounter(URI sandbox) throws IOException {
        this.sandbox = sandbox;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "upload-counter");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /**
     * Starts one on a free port.
     *
     * @param sandbox where the sandbox listens
     * @return a counter
     */
    public static UploadCounter before(URI sandbox) {
        try {
            return new UploadCounter(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it listens.
     *
     * @return an address with the path of the sandbox's
     */
    public URI endpoint() {
        return URI.create("http://" + here() + sandbox.getPath());
    }

    private String here() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /**
     * How many bytes of large bodies have come so far, whatever was answered.
     *
     * @return the bytes
     */
    public long counted() {
        return counted.get();
    }

    /**
     * Lets something happen once, in the middle of a large body.
     *
     * @param counted when so many bytes have been counted
     * @param what what happens; on another thread than the caller's
     */
    public void when(long counted, Runnable what) {
        incident.set(new Incident(counted, what, null));
    }

    /**
     * Answers once in the middle of a large body, as a server does that looks at the head first, and reads on without
     * handing anything to the sandbox.
     *
     * @param counted when so many bytes have been counted
     * @param status for example 401
     * @param json the body of the answer
     */
    public void answerEarly(long counted, int status, String json) {
        String answer = "HTTP/1.1 " + status + " Early\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + json;
        incident.set(new Incident(counted, () -> {}, answer));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client), "upload-counter-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One request a connection, which keeps this simple. */
    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream(), KEPT);
                OutputStream out = client.getOutputStream()) {
            Head head = head(in);
            byte[] body =
                    head.length() > LARGE ? shortened(in, head.length(), out) : in.readNBytes((int) head.length());
            if (body != null) {
                out.write(relayed(head.text(), body));
            }
        } catch (IOException gone) {
            // The client went away; so does its thread.
            return;
        }
    }

    private static Head head(InputStream in) throws IOException {
        StringBuilder out = new StringBuilder();
        long length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (!lower.startsWith("connection:")
                    && !lower.startsWith("http2-settings:")
                    && !lower.startsWith("upgrade:")) {
                out.append(line).append("\r\n");
            }
        }
        return new Head(out.toString(), length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder out = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                out.append((char) c);
            }
        }
        return out.toString();
    }

    /** Beginning and end of a body; null when it was answered on the way. */
    private byte @Nullable [] shortened(InputStream in, long length, OutputStream out) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(2 * KEPT);
        boolean answered = false;
        byte[] block = new byte[KEPT];
        for (long left = length; left > 0; ) {
            boolean ends = left <= KEPT;
            int wanted = (int) Math.min(KEPT, ends ? left : left - KEPT);
            int count = in.readNBytes(block, 0, wanted);
            if (count < wanted) {
                throw new EOFException();
            }
            if (left == length || ends) {
                kept.write(block, 0, count);
            }
            left -= count;
            answered |= happened(counted.addAndGet(count), out);
        }
        return answered ? null : kept.toByteArray();
    }

    private boolean happened(long sofar, OutputStream out) throws IOException {
        Incident planned = incident.get();
        if (planned == null || sofar < planned.at() || !incident.compareAndSet(planned, null)) {
            return false;
        }
        planned.what().run();
        if (planned.answer() == null) {
            return false;
        }
        out.write(planned.answer().getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private byte[] relayed(String head, byte[] body) throws IOException {
        String there = sandbox.getAuthority();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((head.replace(here(), there) + "Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (answer.contains(there) && there.length() != here().length()) {
                throw new IllegalStateException("ports of different lengths: " + there + " and " + here());
            }
            return answer.replace(there, here()).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
