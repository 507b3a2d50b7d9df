package dev.contentconnect.core.state.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Stands between a client and a server on this machine, and cuts the line when told to. */
final class CuttingProxy implements AutoCloseable {
    /** When the line is cut. */
    enum Cut {
        NEVER,
        AT_ONCE,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AT_THE_ANSWER
    }

    private static final Pattern COMMIT = Pattern.compile("COMMIT(?!TED)");

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Cut cut = Cut.NEVER;

    CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on; a line that is cut stays cut, and new ones are refused until it is NEVER again. */
    void cut(Cut when) {
        cut = when;
        if (when == Cut.AT_ONCE) {
            closeAll();
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                if (cut == Cut.AT_ONCE) {
                    client.close();
                } else {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(server);
                    start(() -> pump(client, server, true));
                    start(() -> pump(server, client, false));
                }
            }
        } catch (IOException closed) {
            closeAll();
        }
    }

    private void pump(Socket from, Socket to, boolean isClient) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[65536];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                boolean commits = isClient
                        && COMMIT.matcher(new String(buffer, 0, n, StandardCharsets.ISO_8859_1))
                                .find();
                if ((commits && cut == Cut.BEFORE_COMMIT) || (!isClient && cut == Cut.AT_THE_ANSWER)) {
                    cut(Cut.AT_ONCE);
                    return;
                }
                if (commits && cut == Cut.AFTER_COMMIT) {
                    cut = Cut.AT_THE_ANSWER;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException gone) {
            // Both ends are closed, which is all that can be done.
            return;
        }
    }

    /** Those of this moment: whoever sees its line cut may be back with a new one before the last is closed. */
    private void closeAll() {
        List<Socket> present = List.copyOf(sockets);
        present.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        present.forEach(sockets::remove);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeAll();
    }
}
