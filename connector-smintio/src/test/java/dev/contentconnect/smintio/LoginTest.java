package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.PendingLogin;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.testkit.Sandbox;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two logins, and the traps of the token endpoint. */
class LoginTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static String personLogsIn(PendingLogin pending) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(pending.address()).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void takesAPersonThroughEachOfTheTwoLogins() throws Exception {
        TokenStore tokens = TokenStore.inMemory(null);
        TokenStore portalTokens = TokenStore.inMemory(null);
        try (Tenant fresh = new Tenant(b -> b.tokens(tokens).portalTokens(portalTokens))) {
            SmintioLogins logins = fresh.client().logins();
            PendingLogin first = logins.login().begin();
            assertThat(first.address().getQuery()).contains("smintio.full", "offline_access");
            logins.login().complete(first, personLogsIn(first));
            PendingLogin second = logins.portalLogin().begin();
            assertThat(second.address().getPath()).startsWith("/portal/");
            assertThat(second.address().getQuery()).contains("smintio.portals.frontend");
            logins.portalLogin().complete(second, personLogsIn(second));
            assertThat(tokens.load()).isNotEqualTo(portalTokens.load());
            assertThat(fresh.connector.check().details()).containsKey("portal");
        }
    }

    @Test
    void isAllThatIsProvenWhereNeitherLicensingNorAPortalIsThere() {
        TokenStore tokens = TokenStore.inMemory(Secret.of(tenant.sandbox.loggedIn()));
        SmintioConfig config =
                Tenant.basic(tenant.clock, tenant.sandbox).tokens(tokens).build();
        try (SmintioConnector bare = SmintioConnector.create(config)) {
            assertThat(bare.describe().capabilities()).isEmpty();
            assertThat(bare.check().details())
                    .containsEntry("capabilities", "none: neither purchasesPath nor portalUrl is set");
            assertThat(tenant.sandbox.requests("POST", "/connect/token")).hasSize(1);
        }
        tenant.sandbox.endLogins();
        try (SmintioConnector bare = SmintioConnector.create(config)) {
            assertThat(catchThrowableOfType(ConnectorException.class, bare::check)
                            .kind())
                    .isEqualTo(ErrorKind.UNAUTHENTICATED);
        }
    }

    @Test
    void namesNoScopeWhenItRefreshes() {
        tenant.connector.check();
        assertThat(tenant.sandbox.requests("POST", "/connect/token"))
                .allSatisfy(request -> assertThat(request.form())
                        .containsEntry("grant_type", "refresh_token")
                        .containsEntry("client_id", SmintioSandbox.CLIENT_ID)
                        .doesNotContainKey("scope"));
    }

    @Test
    void takesSuccessFalseForAFailureThoughATokenComesAlong() {
        tenant.sandbox.failLoginsWith200();
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, tenant.connector::check);
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure).hasMessageContaining("The user was locked");
    }

    @Test
    void keepsTheRefreshTokenWhereNoNewOneComesAndTokensWithoutALife() {
        tenant.sandbox.saysLittleOfTokens();
        tenant.connector.check();
        tenant.clock.advance(Duration.ofHours(1));
        tenant.connector.check();
        assertThat(tenant.sandbox.requests("POST", "/connect/token")).hasSize(2);
    }

    @Test
    void triesAForbiddenCallOnceMoreWithAnotherTokenUnlessItsTokenIsFresh() {
        tenant.connector.check();
        tenant.sandbox.forbidOldTokens();
        tenant.sandbox.somebodyElseRefreshes();
        assertThat(catchThrowableOfType(
                                ConnectorException.class,
                                () -> tenant.client().licensing().metadata())
                        .kind())
                .isEqualTo(ErrorKind.FORBIDDEN);
        tenant.clock.advance(Duration.ofMinutes(2));
        assertThat(tenant.client().licensing().metadata()).isNotEmpty();
    }

    @Test
    void keepsBothLoginsAliveOnceADay() {
        tenant.client().logins().keepAlive();
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(2);
        tenant.client().logins().keepAlive();
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(2);
        tenant.clock.advance(Duration.ofDays(1));
        tenant.client().logins().keepAlive();
        assertThat(tenant.sandbox.tokensIssued()).isEqualTo(4);
    }

    @Test
    void showsTheTokenOfOneAudienceToNoServiceOfTheOther() {
        tenant.connector.check();
        String licensing = token(SmintioSandbox.LICENSING);
        String portal = token(SmintioSandbox.FRONTEND);
        assertThat(licensing).isNotEqualTo(portal);
    }

    private String token(String path) {
        return tenant.sandbox.requests("*", path).get(0).bearer().orElseThrow();
    }

    /** Somebody else's host, to which a file link leads. */
    private static final class Elsewhere extends Sandbox {
        Elsewhere() {
            route("GET", "/files/{id}", request -> SandboxResponse.bytes(200, "image/jpeg", Tenant.BYTES));
        }
    }

    @Test
    void showsNoTokenToAForeignHostAndLeavesTheLinkAsItIs() throws Exception {
        try (Elsewhere elsewhere = new Elsewhere()) {
            tenant.sandbox.keepFilesAt(elsewhere.endpoint());
            tenant.sandbox.buys(tenant.image("tx-1").build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            try (var in = tenant.the(AssetReader.class)
                    .content(Tenant.license("tx-1"), null, null)
                    .open()) {
                assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
            }
            SandboxRequest asked = elsewhere.requests().get(0);
            assertThat(asked.header("Authorization")).isEmpty();
            assertThat(asked.rawQuery()).contains("%2b").endsWith("&Keep=%7e");
        }
    }
}
