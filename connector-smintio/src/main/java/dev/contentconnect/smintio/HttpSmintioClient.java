package dev.contentconnect.smintio;

import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.smintio.api.Admin;
import dev.contentconnect.smintio.api.Backend;
import dev.contentconnect.smintio.api.Licensing;
import dev.contentconnect.smintio.api.Portal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link SmintioClient} over HTTP: a channel for each login, and one without. */
final class HttpSmintioClient implements SmintioClient {
    private final List<HttpChannel> channels = new ArrayList<>();
    private final Logins logins;
    private final @Nullable Licensing licensing;
    private final @Nullable Portal portal;
    private final @Nullable Backend backend;
    private final @Nullable Admin admin;

    HttpSmintioClient(SmintioConfig config) {
        this.logins = new Logins(config, tokenChannel(config.options()));
        HttpChannel open = channel(config.options(), null);
        AdminConfig wide = config.admin();
        LicensingConfig licensed = config.licensing();
        if (config.tokens() == null) {
            this.licensing = null;
            this.backend = null;
            this.admin = null;
        } else {
            List<URI> hosts = Stream.of(
                            licensed == null ? null : licensed.endpoint(), wide.backendEndpoint(), wide.adminEndpoint())
                    .filter(Objects::nonNull)
                    .toList();
            HttpChannel full = channel(config.options(), logins.fullStep(hosts));
            this.licensing = licensed == null
                    ? null
                    : new HttpLicensing(new SmintioHttp(full, Objects.requireNonNull(licensed.endpoint())), licensed);
            this.backend = new HttpBackend(new SmintioHttp(full, Objects.requireNonNull(wide.backendEndpoint())));
            this.admin = new HttpAdmin(new SmintioHttp(full, Objects.requireNonNull(wide.adminEndpoint())), wide);
        }
        PortalConfig shown = config.portal();
        if (shown == null) {
            this.portal = null;
        } else {
            URI endpoint = Objects.requireNonNull(shown.endpoint());
            List<URI> hosts = List.of(endpoint, Objects.requireNonNull(shown.portalUrl()));
            HttpChannel front = channel(config.options(), logins.portalStep(hosts));
            this.portal = new HttpPortal(new SmintioHttp(front, endpoint), open, config, shown);
        }
    }

    private HttpChannel channel(ConnectorOptions options, @Nullable HttpStep auth) {
        return kept(options.channel(SmintioConnector.SYSTEM, new SmintioErrors(), auth, null));
    }

    /** A redirect, as in times of maintenance, is an answer: secret and refresh token do not go along. */
    private HttpChannel tokenChannel(ConnectorOptions options) {
        HttpStep stays = (call, next) ->
                next.proceed(call.toBuilder().redirectsTo(anywhere -> false).build());
        return kept(options.channel(SmintioConnector.SYSTEM, new SmintioErrors(), null, null)
                .perAttempt(List.of(stays)));
    }

    private HttpChannel kept(HttpChannel.Builder builder) {
        HttpChannel out = builder.build();
        channels.add(out);
        return out;
    }

    private static <T> T present(@Nullable T part, String name, String option) {
        if (part == null) {
            throw SmintioConnector.notConfigured(name, option);
        }
        return part;
    }

    @Override
    public Licensing licensing() {
        return present(licensing, "licensing", "purchasesPath");
    }

    @Override
    public Portal portal() {
        return present(portal, "portal", "portalUrl");
    }

    @Override
    public Backend backend() {
        return present(backend, "backend", "tokens");
    }

    @Override
    public Admin admin() {
        return present(admin, "admin", "tokens");
    }

    @Override
    public SmintioLogins logins() {
        return logins;
    }

    @Override
    public void close() {
        channels.forEach(HttpChannel::close);
    }
}
