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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
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

    private static final String PLUGIN = "wp-content/mu-plugins/contentconnect-profile.php";

    private final Process process;
    private final int port;
    private final Path home;
    private final Output output;
    private int apache;

    private RealWordpress(Process process, int port, Path home, Output output) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.output = output;
    }

    /** What the shell says: once the passwords, then an answer to each command. */
    private static final class Output {
        private final CompletableFuture<Map<String, String>> passwords = new CompletableFuture<>();
        private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

        Map<String, String> passwords() {
            return passwords.getNow(Map.of());
        }
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
            Output output = awaitReady(process);
            awaitPort(web);
            return new RealWordpress(process, web, home, output);
        } catch (RuntimeException e) {
            Stopping.end(process);
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

    private static Output awaitReady(Process process) {
        Output output = new Output();
        Thread reader = new Thread(() -> read(process.getInputStream(), output), "real-wordpress-output");
        reader.setDaemon(true);
        reader.start();
        try {
            output.passwords.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return output;
        } catch (TimeoutException e) {
            throw new IllegalStateException("WordPress was not installed within " + START_LIMIT, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("WordPress ended before it was installed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while WordPress started", e);
        }
    }

    private static void read(InputStream in, Output output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    Map<String, String> found = new LinkedHashMap<>();
                    for (String pair : line.substring(READY.length()).split(",", -1)) {
                        found.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
                    }
                    output.passwords.complete(found);
                } else {
                    output.answers.add(line);
                }
            }
            output.passwords.completeExceptionally(new IOException("end of output"));
        } catch (IOException e) {
            output.passwords.completeExceptionally(e);
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
     * @param login {@value #ADMIN}, {@code editor}, {@code author}, {@code contributor} or {@code subscriber}
     * @return the password
     * @throws IllegalArgumentException when there is no such user
     */
    public String password(String login) {
        String password = output.passwords().get(login);
        if (password == null) {
            throw new IllegalArgumentException("no user " + login);
        }
        return password;
    }

    /**
     * Installs a server profile in place of the one that is there; what was stored stays.
     *
     * @param php the must-use plug-in; empty for none
     */
    public void profile(String php) {
        try {
            Files.writeString(home.resolve("site").resolve(PLUGIN), php);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The server profile as this module ships it.
     *
     * @return PHP
     */
    public String profile() {
        try {
            return Files.readString(home.resolve("profile.php"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the site into maintenance, as an update does, or ends it.
     *
     * @param on whether visitors are told to come back later
     */
    public void maintenance(boolean on) {
        try {
            Path sign = home.resolve("site/.maintenance");
            if (on) {
                Files.writeString(sign, "<?php $upgrading = time();");
            } else {
                Files.deleteIfExists(sign);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes a file from the disk; what the database says of it stays.
     *
     * @param source its address
     */
    public void deleteFile(URI source) {
        try {
            Files.delete(home.resolve("site" + source.getPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the database, or starts it again on what it holds; returns when that is done.
     *
     * @param up whether it is to run
     */
    public void database(boolean up) {
        command(up ? "start-database" : "stop-database");
    }

    /**
     * Changes the database behind the back of WordPress.
     *
     * @param statement on one line; tables begin with {@code wp_}
     */
    public void sql(String statement) {
        command("sql " + statement);
    }

    /**
     * Lets the web server Apache, with PHP in it, show the same site, once, where it is installed. It may not write files.
     *
     * @param limit the largest body that it takes, in bytes
     * @return where it answers; nothing where it is not installed
     */
    public synchronized Optional<URI> apache(int limit) {
        if (!onPath("apache2") || !hasPhpForApache()) {
            return Optional.empty();
        }
        if (apache == 0) {
            apache = freePort();
            command("apache " + apache + " " + limit);
            awaitPort(apache);
        }
        return Optional.of(URI.create("http://127.0.0.1:" + apache));
    }

    private static boolean hasPhpForApache() {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of("/usr/lib/apache2/modules"), "libphp*.so")) {
            return found.iterator().hasNext();
        } catch (IOException notThere) {
            return false;
        }
    }

    private synchronized void command(String line) {
        try {
            output.answers.clear();
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            String answer = output.answers.poll(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!"DONE".equals(answer)) {
                throw new IllegalStateException(line + ": " + answer + "; see sql.log and db.log in " + home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + line, e);
        }
    }

    /** Ends these processes, and no others, and waits until they are gone. */
    @Override
    public void close() {
        Stopping.end(process);
    }
}
