package dev.contentconnect.workflow;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link WorkflowConfig}. Not safe for several threads. */
public final class WorkflowConfigBuilder extends PollingConfigBuilder<WorkflowConfigBuilder> {
    private @Nullable URI historyEndpoint;
    private String actionPath = "/workflow/v1";
    private String historyPath = "/workflow-history/v1";
    private @Nullable String tenant;
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable String username;
    private @Nullable Secret password;
    private WorkflowConfig.TokenRequest tokenRequest = WorkflowConfig.TokenRequest.FORM;
    private @Nullable String tokenPath;
    private boolean filterByCurrentSubscription = false;
    private boolean assignmentsAsArray = false;
    private Outcomes outcomes = Outcomes.usual();
    private List<Secret> webhookSecrets = List.of();
    private @Nullable URI callbackUrl;
    private Duration historyPatience = Duration.ofSeconds(5);
    private String approvalModel = "contentconnect-approval";
    private Set<String> approvalTasks =
            Set.of("review", "ownerDecision", "rightsReview", "financeApproval", "directorApproval");
    private @Nullable String subjectSystem;

    WorkflowConfigBuilder() {
        super(Duration.ofMinutes(5));
    }

    @Override
    protected WorkflowConfigBuilder self() {
        return this;
    }

    /**
     * Sets where the history is; the endpoint until set.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder historyEndpoint(@Nullable URI value) {
        this.historyEndpoint = value;
        return this;
    }

    /**
     * Sets the path of the action service.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder actionPath(String value) {
        this.actionPath = value;
        return this;
    }

    /**
     * Sets the path of the history service.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder historyPath(String value) {
        this.historyPath = value;
        return this;
    }

    /**
     * Sets the tenant id; required.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder tenant(@Nullable String value) {
        this.tenant = value;
        return this;
    }

    /**
     * Sets the OAuth client; required.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder clientId(@Nullable String value) {
        this.clientId = value;
        return this;
    }

    /**
     * Sets its secret; required.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return this;
    }

    /**
     * Sets the user of the password grant, or null for a service token.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder username(@Nullable String value) {
        this.username = value;
        return this;
    }

    /**
     * Sets the password of that user.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder password(@Nullable Secret value) {
        this.password = value;
        return this;
    }

    /**
     * Sets how the token is asked for.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder tokenRequest(WorkflowConfig.TokenRequest value) {
        this.tokenRequest = value;
        return this;
    }

    /**
     * Sets the path of the token endpoint; {@code /tenants/{tenant}/oauth2/token} until set.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder tokenPath(@Nullable String value) {
        this.tokenPath = value;
        return this;
    }

    /**
     * Sets whether lists are narrowed to the subscription of the token.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder filterByCurrentSubscription(boolean value) {
        this.filterByCurrentSubscription = value;
        return this;
    }

    /**
     * Sets whether assignments are sent as an array instead of one by one.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder assignmentsAsArray(boolean value) {
        this.assignmentsAsArray = value;
        return this;
    }

    /**
     * Sets what outcome words mean.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder outcomes(Outcomes value) {
        this.outcomes = value;
        return this;
    }

    /**
     * Sets secrets of callbacks, the current one first; during a rotation the old one as well.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder webhookSecrets(List<Secret> value) {
        this.webhookSecrets = value;
        return this;
    }

    /**
     * Sets where cases report their end; given to every case that is opened.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder callbackUrl(@Nullable URI value) {
        this.callbackUrl = value;
        return this;
    }

    /**
     * Sets how long the history may lag behind what was just done.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder historyPatience(Duration value) {
        this.historyPatience = value;
        return this;
    }

    /**
     * Sets the key of the model that approvals start.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder approvalModel(String value) {
        this.approvalModel = value;
        return this;
    }

    /**
     * Sets definition keys of tasks that are approvals; empty when every task is one.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder approvalTasks(Set<String> value) {
        this.approvalTasks = value;
        return this;
    }

    /**
     * Sets the system of a subject where the variables name none.
     *
     * @param value the value
     * @return this builder
     */
    public WorkflowConfigBuilder subjectSystem(@Nullable String value) {
        this.subjectSystem = value;
        return this;
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    WorkflowConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        historyEndpoint = in.uri("historyEndpoint");
        actionPath = either(in.text("actionPath"), actionPath);
        historyPath = either(in.text("historyPath"), historyPath);
        tenant = in.text("tenant");
        clientId = in.text("clientId");
        clientSecret = in.secret("clientSecret");
        username = in.text("username");
        password = in.secret("password");
        tokenRequest = either(in.word("tokenRequest", WorkflowConfig.TokenRequest.class), tokenRequest);
        tokenPath = in.text("tokenPath");
        filterByCurrentSubscription = in.flag("filterByCurrentSubscription", filterByCurrentSubscription);
        assignmentsAsArray = in.flag("assignmentsAsArray", assignmentsAsArray);
        outcomes = WorkflowOptions.outcomes(in, options);
        webhookSecrets = either(in.secrets("webhookSecrets"), webhookSecrets);
        callbackUrl = in.uri("callbackUrl");
        historyPatience = either(in.duration("historyPatience"), historyPatience);
        approvalModel = either(in.text("approvalModel"), approvalModel);
        approvalTasks = either(in.words("approvalTasks"), approvalTasks);
        subjectSystem = in.text("subjectSystem");
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public WorkflowConfig build() {
        ConfigCheck check = startCheck();
        check.word("tenant", tenant);
        check.word("clientId", clientId);
        check.required("clientSecret", clientSecret);
        if ((username == null) != (password == null)) {
            check.problem(username == null ? "username" : "password", "is required with the other one");
        }
        if (callbackUrl != null && webhookSecrets.isEmpty()) {
            check.problem("webhookSecrets", "is required with callbackUrl");
        }
        check.address("historyEndpoint", historyEndpoint);
        check.path("actionPath", actionPath);
        check.path("historyPath", historyPath);
        check.path("tokenPath", tokenPath == null ? "/" : tokenPath);
        check.notNegative("historyPatience", historyPatience);
        check.word("approvalModel", approvalModel);
        if (subjectSystem != null && (subjectSystem.isBlank() || subjectSystem.indexOf(':') >= 0)) {
            check.problem("subjectSystem", "must be a word without a colon");
        }
        check.finish(CaseMapper.SYSTEM);
        URI address = Objects.requireNonNull(endpoint());
        String of = Objects.requireNonNull(tenant);
        return new WorkflowConfig(
                commonOptions(address),
                historyEndpoint == null ? address : historyEndpoint,
                actionPath,
                historyPath,
                of,
                Objects.requireNonNull(clientId),
                Objects.requireNonNull(clientSecret),
                username,
                password,
                tokenRequest,
                tokenPath == null ? "/tenants/" + of + "/oauth2/token" : tokenPath,
                filterByCurrentSubscription,
                assignmentsAsArray,
                outcomes,
                webhookSecrets,
                callbackUrl,
                overlap(),
                feedFrom(),
                historyPatience,
                approvalModel,
                approvalTasks,
                subjectSystem);
    }
}
