package dev.contentconnect.vip.wordpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real WordPress of the distribution, with a database of its own, on free loopback ports and with a private folder. It
 * ends with {@link #close()}, and at the latest with this process: its shell reads from us and stops everything when there is
 * nothing more to read.
 *
 * <p>Needs the packages wordpress, mariadb-server and php-cli with mysql, gd, xml, curl, mbstring, zip and intl;
 * {@link #available()} tells whether they are there. Plain JDK on purpose, so that tests and examples can start it alike.
 */
public final class RealWordpress implements AutoCloseable {
    /** The login of the administrator. */
    public static final String ADMIN = "librarian";

    private static final Path INSTALLED = Path.of("/usr/share/wordpress");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final String READY = "INSTALLED PASSWORDS ";
    private static final List<String> FILES = List.of("run.sh", "wp-config.php", "router.php", "install.php");

    private final Process process;
    private final int port;
    private final Map<String, String> passwords;

    private RealWordpress(Process process, int port, Map<String, String> passwords) {
        this.process = process;
        this.port = port;
        this.passwords = passwords;
    }

    /**
     * Whether a run must not do without it.
     *
     * @return true where the system property {@code contentconnect.wordpress.required} says so, as continuous
     *     integration does
     */
    public static boolean isRequired() {
        return Boolean.getBoolean("contentconnect.wordpress.required");
    }

    /**
     * Tells whether the packages are installed.
     *
     * @return true when {@link #start} has something to start
     */
    public static boolean available() {
        return Files.exists(INSTALLED.resolve("wp-load.php"))
                && onPath("php")
                && onPath("mariadbd")
                && onPath("mariadb-install-db")
                && onPath("setsid");
    }

    private static boolean onPath(String program) {
        return List.of("/usr/bin", "/usr/sbin", "/usr/local/bin").stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * Starts a WordPress and returns when it answers, within two minutes; usually it takes a few seconds.
     *
     * @param folder where its files go; made when missing, and emptied in the end
     * @return a library that is empty, with the server profile
     * @throws IllegalStateException when it ended or stayed silent
     */
    public static RealWordpress start(Path folder) {
        int database = freePort();
        int web = freePort();
        Path home = folder.toAbsolutePath();
        Process process;
        try {
            Files.createDirectories(home);
            for (String name : FILES) {
                write("/wordpress/" + name, home.resolve(name), database, web);
            }
            write(
                    "/dev/contentconnect/vip/wordpress/contentconnect-profile.php",
                    home.resolve("profile.php"),
                    database,
                    web);
            ProcessBuilder builder = new ProcessBuilder(
                            "/bin/sh",
                            home.resolve("run.sh").toString(),
                            home.toString(),
                            Integer.toString(database),
                            Integer.toString(web),
                            INSTALLED.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Map<String, String> passwords = awaitReady(process);
            awaitPort(web);
            return new RealWordpress(process, web, passwords);
        } catch (RuntimeException e) {
            end(process);
            throw e;
        }
    }

    private static void write(String resource, Path target, int database, int web) throws IOException {
        try (InputStream in = RealWordpress.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    target,
                    text.replace("@DB_PORT@", Integer.toString(database)).replace("@WEB_PORT@", Integer.toString(web)));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> awaitReady(Process process) {
        CompletableFuture<Map<String, String>> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process.getInputStream(), ready), "real-wordpress-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("WordPress was not installed within " + START_LIMIT, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("WordPress ended before it was installed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while WordPress started", e);
        }
    }

    private static void read(InputStream output, CompletableFuture<Map<String, String>> ready) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    Map<String, String> found = new LinkedHashMap<>();
                    for (String pair : line.substring(READY.length()).split(",", -1)) {
                        found.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                    }
                    ready.complete(found);
                }
            }
            ready.completeExceptionally(new IOException("end of output"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static void awaitPort(int port) {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("WordPress did not listen within " + START_LIMIT);
    }

    /**
     * The address of the site.
     *
     * @return scheme, host and port
     */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * The application password of a user.
     *
     * @param login {@value #ADMIN}, {@code editor}, {@code author} or {@code subscriber}
     * @return the password
     * @throws IllegalArgumentException when there is no such user
     */
    public String password(String login) {
        String password = passwords.get(login);
        if (password == null) {
            throw new IllegalArgumentException("no user " + login);
        }
        return password;
    }

    /** Ends these processes, and no others, and waits until they are gone. */
    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        try {
            // The shell stops database and web server when it has nothing more to read.
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyGone) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
