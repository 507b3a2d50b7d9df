package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Stage;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A sandbox, a clock and a connector, for tests. */
final class Tenant extends Stage<SmintioSandbox, SmintioConnector> {
    static final byte[] BYTES = "some bytes of a picture".getBytes(StandardCharsets.UTF_8);

    Tenant() {
        this(builder -> builder);
    }

    Tenant(UnaryOperator<SmintioConfigBuilder> options) {
        super(
                SmintioSandbox::new,
                (clock, sandbox) -> SmintioConnector.create(options.apply(
                                portal(licensing(basic(clock, sandbox), sandbox), sandbox))
                        .build()));
    }

    static SmintioConfigBuilder basic(FakeClock clock, SmintioSandbox sandbox) {
        return basic(new Wiring(clock), sandbox);
    }

    static SmintioConfigBuilder basic(Wiring wiring, SmintioSandbox sandbox) {
        return wiring.apply(SmintioConfig.builder())
                .endpoint(sandbox.endpoint())
                .tenant("northpeak")
                .clientId(SmintioSandbox.CLIENT_ID)
                .clientSecret(Secret.of(SmintioSandbox.CLIENT_SECRET))
                .redirectUri(SmintioSandbox.REDIRECT_URI);
    }

    static SmintioConfigBuilder licensing(SmintioConfigBuilder builder, SmintioSandbox sandbox) {
        return builder.licensingEndpoint(sandbox.licensingEndpoint())
                .metadataPath(SmintioSandbox.METADATA_PATH)
                .purchasesPath(SmintioSandbox.PURCHASES_PATH)
                .binariesPath(SmintioSandbox.BINARIES_PATH)
                .backendEndpoint(sandbox.endpoint().resolve("/backend/v1"))
                .adminEndpoint(sandbox.endpoint().resolve("/admin/v1"))
                .tokens(TokenStore.inMemory(Secret.of(sandbox.loggedIn())));
    }

    static SmintioConfigBuilder portal(SmintioConfigBuilder builder, SmintioSandbox sandbox) {
        return builder.portalUrl(sandbox.portalUrl())
                .portalUuid(SmintioSandbox.PORTAL)
                .searchPageUuid(SmintioSandbox.SEARCH_PAGE)
                .frontendEndpoint(sandbox.frontendEndpoint())
                .reviewCollection(SmintioSandbox.REVIEWS)
                .pendingCollection(SmintioSandbox.PENDING)
                .audiences(Map.of(Segment.region("Austria"), "group-austria"))
                .portalTokens(TokenStore.inMemory(Secret.of(sandbox.loggedInToPortal())));
    }

    SmintioClient client() {
        return connector.client();
    }

    static SourceRef license(String uuid) {
        return SourceRef.of("smintio", "license/" + uuid);
    }

    static SourceRef asset(String id) {
        return SourceRef.of("smintio", id);
    }

    Bought image(String uuid) {
        return Bought.image(uuid, "Beach " + uuid, clock.now());
    }
}
