package dev.contentconnect.workflow.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The real workflow engine as a child process on a free loopback port. It ends with {@link #close()}, and at the latest
 * with this process: the engine watches its standard input.
 *
 * <p>The jar is built by {@code mvn -f connector-workflow/engine/pom.xml package}; {@link #available()} tells whether
 * it is there. Plain JDK on purpose, so that tests and examples can start it alike.
 */
public final class RealEngine implements AutoCloseable {

    /** Names the jar when it is not where the build puts it. */
    public static final String JAR_PROPERTY = "contentconnect.engine.jar";

    /** The tenant every engine has unless started otherwise. */
    public static final String TENANT = "11111111-2222-3333-4444-555555555555";

    /** The one client that gets tokens. */
    public static final String CLIENT_ID = "engine-client";

    /** The secret of {@link #CLIENT_ID}. */
    public static final String CLIENT_SECRET = "engine-secret";

    /** The password of every user; any e-mail address is a user. */
    public static final String USER_PASSWORD = "engine-user";

    private static final String JAR = "connector-workflow/engine/target/workflow-engine.jar";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final String READY = "LISTENING ";

    private final Process process;
    private final URI endpoint;

    private RealEngine(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /**
     * Whether a run must not do without the engine.
     *
     * @return true where the system property {@code contentconnect.engine.required} says so, as continuous integration does
     */
    public static boolean isRequired() {
        return Boolean.getBoolean("contentconnect.engine.required");
    }

    /**
     * Tells whether the jar has been built.
     *
     * @return true when {@link #start(String...)} has something to start
     */
    public static boolean available() {
        return jar().isPresent();
    }

    /**
     * Starts an engine and returns when it answers, within 90 seconds.
     *
     * @param options engine options such as {@code --token-lifetime=2}; see the engine's README
     * @return a running engine without any models
     * @throws IllegalStateException when the jar is missing, or the engine ended or stayed silent
     */
    public static RealEngine start(String... options) {
        Path jar = jar().orElseThrow(() -> new IllegalStateException("No workflow-engine.jar; build it with mvn -f"
                + " connector-workflow/engine/pom.xml package, or name it by -D" + JAR_PROPERTY));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--port=0"));
        command.addAll(List.of(options));
        Process process = launch(command);
        try {
            return new RealEngine(process, awaitReady(process));
        } catch (RuntimeException e) {
            end(process);
            throw e;
        }
    }

    /**
     * Gives the base URL of all services of this engine.
     *
     * @return scheme, host and port, without a trailing slash
     */
    public URI endpoint() {
        return endpoint;
    }

    /** Ends this engine's process, and no other, and waits until it is gone. */
    @Override
    public void close() {
        end(process);
    }

    private static Process launch(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Options of the surrounding build (agents, debug ports) are not meant for the child.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(Map.of("CONTENTCONNECT_ENGINE_CLIENT_SECRET", CLIENT_SECRET));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI awaitReady(Process process) {
        CompletableFuture<URI> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process.getInputStream(), ready), "real-engine-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The engine did not listen within " + START_LIMIT, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine ended before it listened", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine started", e);
        }
    }

    // Reads to the end of the process's life: a full pipe would stop it.
    private static void read(InputStream output, CompletableFuture<URI> ready) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).trim()));
                }
                line = lines.readLine();
            }
            ready.completeExceptionally(new IOException("End of output"));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private static void end(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> jar() {
        String named = System.getProperty(JAR_PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
        }
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null) {
            Path candidate = directory.resolve(JAR);
            if (Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }
}
