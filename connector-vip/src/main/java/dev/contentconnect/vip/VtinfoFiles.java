package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.ErrorDecoder;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.vip.map.VtinfoAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Files on VIP's image hosts: public, so nothing that proves who we are goes there, and nothing is asked elsewhere. */
final class VtinfoFiles {
    private static final String OPEN = "files.open";
    private static final String DOWNLOAD = "files.download";
    private static final String HOST_NOT_ALLOWED = "host_not_allowed";

    private final VtinfoConfig config;
    private final Turns turns;
    private final HttpChannel channel;
    private volatile boolean closed;

    VtinfoFiles(VtinfoConfig config) {
        this.config = config;
        this.turns = new Turns(config.callsAtOnce(), config.options().http().callTimeout());
        this.channel = channel(null);
    }

    VtinfoFile open(String raw) {
        URI address = address(OPEN, raw);
        Turns.Turn turn = turns.take(OPEN);
        boolean opened = false;
        try {
            HttpReply reply = channel.send(call(OPEN, address).streamed().build());
            VtinfoFile file = new VtinfoFile(
                    reply.stream(),
                    address,
                    mediaType(reply),
                    reply.headers().firstValueAsLong("Content-Length").orElse(-1),
                    config.options().time()::now,
                    config.downloads(),
                    turn::end);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                turn.end();
            }
        }
    }

    VtinfoDownload download(String raw, Path target) throws IOException {
        URI address = address(DOWNLOAD, raw);
        AtomicReference<@Nullable String> type = new AtomicReference<>();
        if (closed) {
            throw new IllegalStateException("the " + VipConnector.SYSTEM + " connector is closed");
        }
        // A channel of its own, so that its step sees the answers of this download only.
        HttpStep watch = (call, next) -> {
            HttpReply reply = next.proceed(call);
            if (call.accepts(reply.status()) && reply.status() != 416) {
                type.set(mediaType(reply));
            }
            return reply;
        };
        long bytes;
        Turns.Turn turn = turns.take(DOWNLOAD);
        try {
            bytes = channel(watch).download(call(DOWNLOAD, address).build(), target);
        } finally {
            turn.end();
        }
        VtinfoDownload done = new VtinfoDownload(
                address, config.options().time().now(), bytes, Checksum.sha256(Digests.sha256(target)), type.get());
        config.downloads().accept(done);
        return done;
    }

    void close() {
        closed = true;
        channel.close();
    }

    private HttpChannel channel(@Nullable HttpStep watch) {
        HttpChannel.Builder builder = config.options().channel(VipConnector.SYSTEM, new Errors(config), null, null);
        return (watch == null ? builder : builder.perAttempt(List.of(watch))).build();
    }

    private URI address(String operation, String raw) {
        URI address =
                VtinfoAddress.of(config.imageBase(), raw).getOrElseThrow(why -> REFUSED.rejected(operation, null, why));
        if (!isAllowed(config, address)) {
            throw REFUSED.rejected(
                    operation,
                    HOST_NOT_ALLOWED,
                    "files are fetched from " + config.imageHosts() + " only, not from " + address.getHost()
                            + "; see the option imageHosts");
        }
        return address;
    }

    private static boolean isAllowed(VtinfoConfig config, URI address) {
        return VtinfoAddress.isAllowed(address, config.imageHosts(), config.imageBase());
    }

    private HttpCall.Builder call(String operation, URI address) {
        return HttpCall.get(operation, address)
                .header("Accept", "*/*")
                .redirectsTo(target -> isAllowed(config, target));
    }

    private static @Nullable String mediaType(HttpReply reply) {
        return reply.header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    /** A redirect to a host that is not allowed is not followed. */
    private record Errors(VtinfoConfig config) implements ErrorDecoder {
        @Override
        public ConnectorError decode(Trace trace, HttpReply reply) {
            boolean elsewhere = reply.status() / 100 == 3
                    && reply.header("Location")
                            .filter(target -> !leadsToAllowed(reply.uri(), target))
                            .isPresent();
            return elsewhere
                    ? new ConnectorError.Rejected(
                            trace.withVendor(HOST_NOT_ALLOWED, "redirected to a host that files are not fetched from"))
                    : HttpErrors.byStatus(trace, reply);
        }

        private boolean leadsToAllowed(URI from, String target) {
            try {
                return isAllowed(config, RequestUri.lenient(from, target));
            } catch (IllegalArgumentException notAnAddress) {
                return false;
            }
        }
    }
}
