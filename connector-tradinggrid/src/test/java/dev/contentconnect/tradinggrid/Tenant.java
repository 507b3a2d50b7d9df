package dev.contentconnect.tradinggrid;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Stage;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A sandbox, a clock and a connector, for tests. */
final class Tenant extends Stage<TradingGridSandbox, TradingGridConnector> {
    static final byte[] BYTES = "some bytes of a poster".getBytes(StandardCharsets.UTF_8);

    Tenant() {
        this(builder -> builder);
    }

    Tenant(UnaryOperator<TradingGridConfigBuilder> options) {
        super(TradingGridSandbox::new, (clock, sandbox) -> connect(clock, sandbox, options));
    }

    /** A further connector on the same network. */
    TradingGridConnector another(UnaryOperator<TradingGridConfigBuilder> options) {
        return connect(clock, sandbox, options);
    }

    private static TradingGridConnector connect(
            FakeClock clock, TradingGridSandbox sandbox, UnaryOperator<TradingGridConfigBuilder> options) {
        // A page of Lens is larger than what the contract lets through.
        TradingGridConfigBuilder wired =
                new Wiring(clock).apply(TradingGridConfig.builder()).maxResponseBytes(8 << 20);
        TradingGridConfigBuilder bare = bare(wired, sandbox);
        return TradingGridConnector.create(options.apply(whole(bare, sandbox)).build());
    }

    static TradingGridConfigBuilder bare(TradingGridConfigBuilder builder, TradingGridSandbox sandbox) {
        return builder.endpoint(sandbox.endpoint())
                .consumerKey(TradingGridSandbox.KEY)
                .consumerSecret(Secret.of(TradingGridSandbox.SECRET))
                .companyId(TradingGridSandbox.COMPANY);
    }

    static TradingGridConfigBuilder whole(TradingGridConfigBuilder builder, TradingGridSandbox sandbox) {
        return builder.ownAddresses(Set.of(TradingGridSandbox.ADDRESS))
                .requestTypes(Map.of("864", "request", "BIN", "problem"))
                .reasonKey("reason code")
                .solution(TradingGridSandbox.SOLUTION)
                .rulesEntity(TradingGridSandbox.RULES)
                .rightsEntity(TradingGridSandbox.RIGHTS)
                .messagingEndpoint(sandbox.endpoint())
                .messagingUser(TradingGridSandbox.MESSAGING_USER)
                .messagingPassword(Secret.of(TradingGridSandbox.MESSAGING_PASSWORD));
    }

    TradingGridClient client() {
        return connector.client();
    }

    static SourceRef ref(String id) {
        return SourceRef.of("tradinggrid", id);
    }

    static Content content(byte[] bytes, String name) {
        return content(bytes, name, "image/jpeg");
    }

    /** Time passes, as between two happenings. */
    void pass() {
        clock.advance(Duration.ofSeconds(1));
    }

    static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }
}
