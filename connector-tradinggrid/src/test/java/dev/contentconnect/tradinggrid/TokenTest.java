package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void sendsTheGrantInTheQueryAndNothingInTheBody() {
        tenant.client().community().company();
        SandboxRequest request =
                tenant.sandbox.requests("POST", "/v1/oauth2/tokens").get(0);
        assertThat(request.rawQuery()).isEqualTo("grant_type=client_credentials");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void keepsATokenAsLongAsTheGatewaySaysOrElseTenHours() {
        tenant.client().community().company();
        tenant.clock.advance(Duration.ofHours(9));
        tenant.client().community().company();
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(1);
        tenant.sandbox.silentTokens();
        tenant.clock.advance(Duration.ofHours(1));
        tenant.client().community().company();
        tenant.clock.advance(Duration.ofHours(9));
        tenant.client().community().company();
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(2);
    }

    @Test
    void logsInToOlderReleasesOfCartographerByHeaders() {
        try (TradingGridConnector older =
                tenant.another(options -> options.cartographerAuth(TradingGridConfig.Login.LEGACY))) {
            older.client().crossReferences().headers(TradingGridSandbox.SOLUTION, TradingGridSandbox.RULES);
            assertThat(tenant.sandbox.legacyLogins()).isEqualTo(1);
            older.client().community().company();
            assertThat(tenant.sandbox.requests("POST", "/v1/oauth2/tokens")).hasSize(1);
        }
    }

    @Test
    void sendsTheBareTokenWhereCartographerWantsIt() {
        tenant.sandbox.rawTokens();
        assertThat(failure(() -> tenant.client().maps().solutions()).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        try (TradingGridConnector bare = tenant.another(options -> options.cartographerBearer(false))) {
            assertThat(bare.client().maps().solutions()).containsExactly(TradingGridSandbox.SOLUTION);
        }
    }

    @Test
    void saysThatTheKeyIsWrong() {
        try (TradingGridConnector wrong =
                tenant.another(options -> options.consumerSecret(Secret.of("guessed-4711")))) {
            var failure = failure(wrong::check);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(failure).message().contains("invalid_client").doesNotContain("guessed-4711");
        }
    }

    @Test
    void checkNamesATableThatIsMissing() {
        assertThat(tenant.connector.check().details())
                .isEqualTo(Map.of(
                        "table " + TradingGridSandbox.RULES, "found", "table " + TradingGridSandbox.RIGHTS, "found"));
        try (TradingGridConnector other = tenant.another(options -> options.rightsEntity("NO_SUCH"))) {
            assertThat(failure(other::check).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }
    }
}
