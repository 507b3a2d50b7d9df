package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.testkit.SandboxRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginTest {
    @Test
    void saysThatARegistrationMayBeYoung() {
        try (Tenant tenant = new Tenant()) {
            tenant.sandbox.makeYoung();
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> tenant.connector.check());
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            assertThat(failure).hasMessageContaining("invalid_client").hasMessageContaining("15 minutes");
        }
    }

    @Test
    void asksOnBehalfOfAUserWithTheTokenOfThatUser() {
        try (Tenant tenant = new Tenant(builder -> builder.username("robot").userToken(Secret.of("user-secret")))) {
            tenant.client().me();
            assertThat(tenant.sandbox.requests("POST", "/login/").get(0).form())
                    .containsEntry("grant_type", "password")
                    .containsEntry("username", "robot")
                    .containsEntry("password", "user-secret")
                    .containsEntry("scope", "api");
        }
    }

    @Test
    void usesOneTokenForAllHostsAndSendsTheHeadersThatAreMandatory() {
        try (Tenant tenant = new Tenant()) {
            String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
            tenant.connector.check();
            tenant.client().records().get(record, Select.NOTHING);
            tenant.client().uploads().send(Tenant.content(Tenant.BYTES, "poster.jpg"));
            assertThat(tenant.sandbox.tokensIssued()).isEqualTo(1);
            List<SandboxRequest> asked = tenant.sandbox.requests("*", "/api/core/");
            assertThat(asked).isNotEmpty().allSatisfy(one -> {
                assertThat(one.header("API-VERSION")).contains("1");
                assertThat(one.header("Accept")).contains("application/hal+json");
                assertThat(one.header("User-Agent")).isPresent();
            });
        }
    }

    @Test
    void threeConnectorsOfOneTenantKeepItsQuotaTogether() {
        try (Tenant tenant = new Tenant()) {
            tenant.sandbox.rateLimit(15);
            String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
            AprimoConfig config = Tenant.options(AprimoConfig.builder().time(tenant.clock), tenant.sandbox)
                    .requestsPerSecond(5)
                    .build();
            try (AprimoConnector one = AprimoConnector.create(config);
                    AprimoConnector two = AprimoConnector.create(config);
                    AprimoConnector three = AprimoConnector.create(config)) {
                for (int i = 0; i < 40; i++) {
                    for (AprimoConnector connector : List.of(one, two, three)) {
                        connector.client().records().get(record, Select.NOTHING);
                    }
                }
            }
            // 120 reads and three tokens, each let through at once: a refusal would have been a request more.
            assertThat(tenant.sandbox.requests()).hasSize(123);
            // 5 at once, then 5 a second.
            assertThat(tenant.clock.now())
                    .isBetween(
                            java.time.Instant.parse("2031-05-04T03:02:01Z").plusSeconds(23),
                            java.time.Instant.parse("2031-05-04T03:02:01Z").plusSeconds(25));
        }
    }

    @Test
    void checksThatTheConfiguredFieldsAreThere() {
        try (Tenant tenant = new Tenant(builder -> builder.assetFields(java.util.Map.of("tags", "No such field")))) {
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> tenant.connector.check());
            assertThat(failure.error().trace().vendorCode()).isEqualTo("fields_missing");
            assertThat(failure).hasMessageContaining("No such field");
        }
        try (Tenant tenant = new Tenant(builder -> builder.keyField("Title"))) {
            ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> tenant.connector.check());
            assertThat(failure.error().trace().vendorCode()).isEqualTo("key_not_unique");
        }
    }

    @Test
    void tellsWhatTheDamSaysWithoutItsStackTrace() {
        try (Tenant tenant = new Tenant()) {
            ConnectorException failure = catchThrowableOfType(
                    ConnectorException.class, () -> tenant.client().records().get("f".repeat(32), Select.NOTHING));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure.error().trace().vendorCode()).isEqualTo("Adam.ItemNotFoundException");
            assertThat(failure).hasMessageContaining("was not found");
            assertThat(failure.getMessage()).doesNotContain("Secret.Place");
        }
    }

    @Test
    void tellsTheLoginOfTheRegistration() {
        try (Tenant tenant = new Tenant()) {
            tenant.client().me();
            assertThat(tenant.sandbox.requests("POST", "/login/").get(0).form())
                    .containsEntry("grant_type", "client_credentials")
                    .containsEntry("client_id", AprimoSandbox.CLIENT_ID)
                    .containsEntry("scope", "api");
        }
    }
}
