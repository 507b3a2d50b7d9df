package dev.contentconnect.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.vip.sandbox.VipSandbox;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** A content library, as a sandbox or as the real WordPress, and the people who look into it. */
public final class LibraryStage implements AutoCloseable {
    private static final HttpClient STRANGER = HttpClient.newHttpClient();

    private final URI address;
    private final String password;
    private final TimeSource clock;
    private final Runnable stop;
    private final VipConnector eyes;

    private LibraryStage(URI address, String password, TimeSource clock, Runnable stop) {
        this.address = address;
        this.password = password;
        this.clock = clock;
        this.stop = stop;
        this.eyes = vip(PowerCut.never());
    }

    /**
     * A library inside this process, empty.
     *
     * @param clock dates everything
     */
    public static LibraryStage sandbox(TimeSource clock) {
        VipSandbox library = new VipSandbox(clock);
        return new LibraryStage(library.endpoint(), VipSandbox.PASSWORD, clock, library::close);
    }

    /** The real WordPress, one for all tests of a run: what one test puts there the others find. */
    public static LibraryStage realWordpress() {
        return of(Server.WORDPRESS);
    }

    /**
     * A real WordPress of somebody's own.
     *
     * @param server stays open
     */
    public static LibraryStage of(RealWordpress server) {
        return new LibraryStage(server.endpoint(), server.password(RealWordpress.ADMIN), TimeSource.system(), () -> {});
    }

    /** Started when first asked for; it takes some seconds, and ends with this process. */
    private static final class Server {
        static final RealWordpress WORDPRESS = RealWordpress.start(Path.of("target", "wordpress"));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(WORDPRESS::close));
        }
    }

    /** The clock of the library. */
    public TimeSource clock() {
        return clock;
    }

    /** A connection to the library that is cut off. */
    public VipConnector vip(PowerCut cut) {
        return VipConnector.create(VipConfig.wordpress()
                .endpoint(address)
                .username(RealWordpress.ADMIN)
                .applicationPassword(Secret.of(password))
                .stepPerAttempt(cut.onRequests())
                .time(clock)
                .build());
    }

    /** The library as people see it. */
    public VipConnector eyes() {
        return eyes;
    }

    /**
     * Whether a stranger gets a file of the library.
     *
     * @param version its id
     */
    public boolean isPublic(String version) throws IOException, InterruptedException {
        URI uri = URI.create(address + "/wp-json/wp/v2/media/" + version);
        int status = STRANGER.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(status).as("what a stranger is told about file " + version).isIn(200, 401);
        return status == 200;
    }

    @Override
    public void close() {
        eyes.close();
        stop.run();
    }
}
