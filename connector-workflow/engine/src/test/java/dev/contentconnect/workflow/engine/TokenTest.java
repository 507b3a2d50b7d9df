package dev.contentconnect.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningEngine.class)
class TokenTest {

    private static final String TOKEN = "/tenants/" + Caller.TENANT + "/oauth2/token";

    private final Caller service;

    TokenTest(Cases cases) {
        service = cases.service();
    }

    @Test
    void acceptsAFormAndSaysHowLongTheTokenLasts() {
        Answer token = service.token(Caller.credentials());

        assertThat(token.status()).isEqualTo(200);
        assertThat(token.text("token_type")).isEqualTo("Bearer");
        assertThat(token.body().path("expires_in").asInt()).isEqualTo(900);
        assertThat(service.with(token.text("access_token"))
                        .get(Cases.API + "/tasks")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void acceptsJson() {
        assertThat(service.post(TOKEN, Caller.credentials()).text("access_token"))
                .isNotBlank();
    }

    @Test
    void refusesAWrongSecretAsOauthDoes() {
        Answer refused = service.token(with("client_secret", "wrong"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("error")).isEqualTo("invalid_client");
    }

    @Test
    void refusesAnUnknownClientOrTenantAsTheGatewayDoes() {
        Answer client = service.token(with("client_id", "somebody"));
        Answer tenant = service.token("another-tenant", Caller.credentials());

        assertThat(client.status()).isEqualTo(401);
        assertThat(client.body().at("/fault/detail/errorcode").asText()).isEqualTo("oauth.v2.InvalidApiKey");
        assertThat(tenant.status()).isEqualTo(401);
    }

    @Test
    void refusesAGrantItDoesNotKnowAndAWrongPassword() {
        assertThat(service.token(with("grant_type", "implicit")).text("error")).isEqualTo("unsupported_grant_type");
        Map<String, String> password = with("grant_type", "password");
        password.put("username", "ann@example.com");
        password.put("password", "wrong");
        assertThat(service.token(password).status()).isEqualTo(401);
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        Answer none = service.with(null).get(Cases.API + "/tasks");
        Answer unknown = service.with("made-up").get(Cases.HISTORY + "/historic-task-instances");

        assertThat(none.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().at("/fault/faultstring").asText()).isNotBlank();
    }

    @Test
    void keepsTheEnginesOwnInterfaceToItself() {
        assertThat(service.get("/process-api/runtime/tasks").status()).isEqualTo(404);
        assertThat(service.get("/external-job-api/jobs").status()).isEqualTo(404);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> form = new HashMap<>(Caller.credentials());
        form.put(name, value);
        return form;
    }
}
