package dev.contentconnect.workflow;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.workflow.map.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one tenant of the service. Made by {@link #builder()} or {@link #fromMap(Map)}, which report all mistakes
 * together before any request is made.
 *
 * @param options the options all connectors share
 * @param historyEndpoint where the history is
 * @param actionPath path of the action service
 * @param historyPath path of the history service
 * @param tenant the tenant id
 * @param clientId the OAuth client
 * @param clientSecret its secret
 * @param username the user of the password grant, or null for a service token
 * @param password the password of that user
 * @param tokenRequest how the token is asked for
 * @param tokenPath path of the token endpoint
 * @param filterByCurrentSubscription whether lists are narrowed to the subscription of the token
 * @param assignmentsAsArray whether assignments are sent as an array
 * @param outcomes what outcome words mean
 * @param webhookSecrets secrets of callbacks, the current one first; empty for no callbacks
 * @param callbackUrl where our models report their end, or null
 * @param overlap how far the feed reads back
 * @param feedFrom where the feed begins without a cursor, or null for the present
 * @param historyPatience how long the history may lag behind
 * @param approvalModel the key of the model that approvals start
 * @param approvalTasks definition keys of tasks that are approvals
 * @param subjectSystem the system of a subject where variables name none
 */
public record WorkflowConfig(
        ConnectorOptions options,
        URI historyEndpoint,
        String actionPath,
        String historyPath,
        String tenant,
        String clientId,
        Secret clientSecret,
        @Nullable String username,
        @Nullable Secret password,
        TokenRequest tokenRequest,
        String tokenPath,
        boolean filterByCurrentSubscription,
        boolean assignmentsAsArray,
        Outcomes outcomes,
        List<Secret> webhookSecrets,
        @Nullable URI callbackUrl,
        Duration overlap,
        @Nullable Instant feedFrom,
        Duration historyPatience,
        String approvalModel,
        Set<String> approvalTasks,
        @Nullable String subjectSystem) {
    /** How the token is asked for. */
    public enum TokenRequest {
        /** As a form: the standard. */
        FORM,
        /** As JSON, as the vendor's samples do. */
        JSON
    }

    /**
     * Makes a configuration; collections are copied.
     *
     * @param options the options all connectors share
     * @param historyEndpoint where the history is
     * @param actionPath path of the action service
     * @param historyPath path of the history service
     * @param tenant the tenant id
     * @param clientId the OAuth client
     * @param clientSecret its secret
     * @param username the user of the password grant, or null for a service token
     * @param password the password of that user
     * @param tokenRequest how the token is asked for
     * @param tokenPath path of the token endpoint
     * @param filterByCurrentSubscription whether lists are narrowed to the subscription of the token
     * @param assignmentsAsArray whether assignments are sent as an array
     * @param outcomes what outcome words mean
     * @param webhookSecrets secrets of callbacks, the current one first; empty for no callbacks
     * @param callbackUrl where our models report their end, or null
     * @param overlap how far the feed reads back
     * @param feedFrom where the feed begins without a cursor, or null for the present
     * @param historyPatience how long the history may lag behind
     * @param approvalModel the key of the model that approvals start
     * @param approvalTasks definition keys of tasks that are approvals
     * @param subjectSystem the system of a subject where variables name none
     */
    public WorkflowConfig {
        webhookSecrets = List.copyOf(webhookSecrets);
        approvalTasks = Set.copyOf(approvalTasks);
    }

    /**
     * Starts a configuration with the defaults of the README.
     *
     * @return a builder
     */
    public static WorkflowConfigBuilder builder() {
        return new WorkflowConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws dev.contentconnect.core.config.ConfigException when options are missing, unknown or wrong; names all of
     *     them
     */
    public static WorkflowConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    /** Address, tenant and client; no secrets. */
    @Override
    public String toString() {
        return "WorkflowConfig[" + options.endpoint() + ", tenant " + tenant + ", client " + clientId + "]";
    }
}
