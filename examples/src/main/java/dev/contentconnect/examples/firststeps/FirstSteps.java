package dev.contentconnect.examples.firststeps;

import com.sun.net.httpserver.HttpServer;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Connectors;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.webhook.WebhookBodyLimit;
import dev.contentconnect.core.webhook.WebhookRejection;
import dev.contentconnect.core.webhook.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Downloads the assets of an iconik tenant and listens to its webhooks. Options are variables such as {@code ICONIK_APP_ID},
 * {@code ICONIK_AUTH_TOKEN} and {@code ICONIK_WEBHOOK_SECRETS}.
 */
public final class FirstSteps {
    private static final int PORT = 8080;
    private static final int MOST = 20;

    private FirstSteps() {}

    /**
     * Downloads into the folder {@code downloads}, then listens until the process is ended.
     *
     * @param arguments none
     * @throws IOException when a file cannot be written, or the port is taken
     */
    @SuppressWarnings("SystemOut") // what a main says
    public static void main(String[] arguments) throws IOException {
        // Kept open as long as the process lives: the webhooks need it.
        Connector iconik =
                Connectors.discover().open("iconik", OptionReader.fromEnvironment(System.getenv(), "ICONIK"));
        System.out.println("iconik takes us for " + iconik.check().identity());
        System.out.println(download(iconik, Path.of("downloads")));
        listen(
                iconik.require(WebhookReceiver.class),
                PORT,
                event -> System.out.println(event.type() + " " + event.subject()));
    }

    /** Downloads what can be downloaded, passes over what has no bytes, and says in words what ended it. */
    static String download(Connector iconik, Path folder) throws IOException {
        AssetReader assets = iconik.require(AssetReader.class);
        int files = 0;
        try {
            for (Asset asset : assets.query(AssetQuery.ALL).stream().limit(MOST).toList()) {
                files += download(assets, asset, folder) ? 1 : 0;
            }
            return files + " files";
        } catch (ConnectorException e) {
            return files + " files, then "
                    + switch (e.kind()) {
                        case UNAUTHENTICATED -> "the token was refused: ";
                        case RATE_LIMITED, UNAVAILABLE, TIMED_OUT -> "come back later: ";
                        default -> "no luck: ";
                    }
                    + e.getMessage();
        }
    }

    private static boolean download(AssetReader assets, Asset asset, Path folder) throws IOException {
        try {
            Content original = assets.content(asset.ref(), null, null);
            original.copyInto(folder, asset.ref());
            return true;
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
            // Without bytes so far, or deleted since it was listed.
            return false;
        }
    }

    /** Answers with what became of a webhook; a host that must not lose any hands them to a feed. */
    static HttpServer listen(WebhookReceiver hooks, int port, Consumer<CaseEvent> events) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/hooks/iconik", exchange -> {
            int status = WebhookBodyLimit.standard()
                    .read(exchange.getRequestBody())
                    .flatMap(
                            body -> hooks.receive(WebhookRequest.of(exchange.getRequestHeaders(), body, Instant.now())))
                    .fold(WebhookRejection::status, all -> {
                        all.forEach(events);
                        return 204;
                    });
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
