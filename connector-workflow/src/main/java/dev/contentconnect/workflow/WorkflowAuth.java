package dev.contentconnect.workflow;

import dev.contentconnect.core.auth.AuthStep;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.OAuthTokens;
import dev.contentconnect.core.auth.TokenSource;
import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Delivery;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.HttpStep;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.workflow.map.CaseMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Tokens on every attempt. A 401 with {@code InvalidApiKey} is about the client, not the token: it ends the call at once
 * instead of asking for new tokens again and again.
 */
final class WorkflowAuth implements HttpStep {
    private final AuthStep step;

    private WorkflowAuth(AuthStep step) {
        this.step = step;
    }

    static WorkflowAuth of(WorkflowConfig config, HttpChannel tokens) {
        return new WorkflowAuth(
                new AuthStep(source(config, tokens), List.of(config.options().endpoint(), config.historyEndpoint())));
    }

    @Override
    public HttpReply take(HttpCall call, Next next) {
        return step.take(call, inner -> {
            HttpReply reply = next.proceed(inner);
            if (reply.status() == 401 && WorkflowErrors.isInvalidApiKey(reply)) {
                WorkflowErrors.Found found = WorkflowErrors.read(reply);
                reply.close();
                throw new ConnectorException(new ConnectorError.Unauthenticated(new Trace(
                        CaseMapper.SYSTEM,
                        call.operation(),
                        RequestUri.host(call.uri()),
                        401,
                        WorkflowErrors.INVALID_API_KEY,
                        found.message() + "; check region, tenant and client",
                        reply.header("X-Request-Id").orElse(null),
                        1,
                        Delivery.ANSWERED)));
            }
            return reply;
        });
    }

    private static TokenSource source(WorkflowConfig config, HttpChannel tokens) {
        URI endpoint = RequestUri.of(config.options().endpoint())
                .at(config.tokenPath())
                .build();
        OAuthClient client = new OAuthClient(
                endpoint,
                config.clientId(),
                config.clientSecret(),
                null,
                config.tokenRequest() == WorkflowConfig.TokenRequest.JSON
                        ? OAuthClient.Style.JSON
                        : OAuthClient.Style.FORM,
                Map.of());
        return config.username() != null && config.password() != null
                ? OAuthTokens.password(
                        client,
                        config.username(),
                        config.password(),
                        tokens,
                        config.options().time())
                : OAuthTokens.clientCredentials(client, tokens, config.options().time());
    }
}
