package dev.contentconnect.aprimo;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects where Aprimo is and who logs in there, for {@link AprimoConfigBuilder}. */
public abstract class AprimoLoginBuilder extends PollingConfigBuilder<AprimoConfigBuilder> {
    private @Nullable String tenant;
    private @Nullable URI loginEndpoint;
    private @Nullable URI uploadEndpoint;
    private @Nullable URI derivedEndpoint;
    private @Nullable URI derivedLogin;
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable String username;
    private @Nullable Secret userToken;
    private @Nullable TokenStore tokens;
    private int requestsPerSecond = 15;

    AprimoLoginBuilder() {
        super(Duration.ofMinutes(10));
    }

    /**
     * Sets the name of the tenant, a host label such as {@code acme}; from it come all addresses that are not set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder tenant(@Nullable String value) {
        this.tenant = value;
        return self();
    }

    /**
     * Sets where tokens come from; {@code https://<tenant>.aprimo.com} until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder loginEndpoint(@Nullable URI value) {
        this.loginEndpoint = value;
        return self();
    }

    /**
     * Sets where bytes are sent; the login endpoint until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder uploadEndpoint(@Nullable URI value) {
        this.uploadEndpoint = value;
        return self();
    }

    /**
     * Sets the id of the registration; required.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder clientId(@Nullable String value) {
        this.clientId = value;
        return self();
    }

    /**
     * Sets the secret of the registration; this or a token store is required.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return self();
    }

    /**
     * Sets on whose behalf tokens are asked for, with {@code userToken}; the user of the registration until set.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder username(@Nullable String value) {
        this.username = value;
        return self();
    }

    /**
     * Sets the token that the user generated, which is not the password.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder userToken(@Nullable Secret value) {
        this.userToken = value;
        return self();
    }

    /**
     * Sets what holds the refresh token of a login with PKCE, in place of a secret.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder tokens(@Nullable TokenStore value) {
        this.tokens = value;
        return self();
    }

    /**
     * Sets how many requests a second are made at most, 1–15; 15 until set. The vendor allows a tenant 15 for all its integrations together, so set less where others need some. All connectors of this process for one tenant share it; {@code rateGate} goes before it.
     *
     * @param value the value
     * @return this builder
     */
    public AprimoConfigBuilder requestsPerSecond(int value) {
        this.requestsPerSecond = value;
        return self();
    }

    /** Reads options by name. */
    void readLogin(OptionReader in) {
        tenant = in.text("tenant");
        loginEndpoint = in.uri("loginEndpoint");
        uploadEndpoint = in.uri("uploadEndpoint");
        clientId = in.text("clientId");
        clientSecret = in.secret("clientSecret");
        username = in.text("username");
        userToken = in.secret("userToken");
        requestsPerSecond = either(in.integer("requestsPerSecond", 1, 15), requestsPerSecond);
    }

    /** Derives the addresses that are not set, and checks all. */
    ConfigCheck checkLogin() {
        String label = tenant == null ? null : AprimoOptions.hostLabel(tenant);
        // What was derived for an earlier build of this builder is derived anew.
        if (label != null && (endpoint() == null || endpoint().equals(derivedEndpoint))) {
            derivedEndpoint = URI.create("https://" + label + ".dam.aprimo.com");
            endpoint(derivedEndpoint);
        }
        if (label != null && (loginEndpoint == null || loginEndpoint.equals(derivedLogin))) {
            derivedLogin = URI.create("https://" + label + ".aprimo.com");
            loginEndpoint = derivedLogin;
        }
        ConfigCheck check = startCheck();
        if (tenant != null && label == null) {
            check.problem("tenant", "must be the first part of the tenant's host name, such as acme, without dots");
        }
        if (tenant == null && (endpoint() == null || loginEndpoint == null)) {
            check.problem("tenant", "is required, or both endpoint and loginEndpoint");
        }
        check.required("loginEndpoint", loginEndpoint);
        check.address("loginEndpoint", loginEndpoint);
        check.address("uploadEndpoint", uploadEndpoint);
        check.word("clientId", clientId);
        if ((clientSecret == null) == (tokens == null)) {
            check.problem(
                    "clientSecret",
                    tokens == null
                            ? "or a token store is required"
                            : "and a token store exclude each other: a login with PKCE has no secret");
        }
        if ((username == null) != (userToken == null)) {
            check.problem(
                    username == null ? "username" : "userToken", "is required: username and userToken go together");
        }
        if (username != null && tokens != null) {
            check.problem("username", "and a token store exclude each other");
        }
        check.range("requestsPerSecond", requestsPerSecond, 1, 15);
        return check;
    }

    /** Who logs in where; after {@link #checkLogin} found nothing wrong. */
    AprimoLogin login() {
        URI address = Objects.requireNonNull(loginEndpoint);
        return new AprimoLogin(
                address,
                uploadEndpoint == null ? address : uploadEndpoint,
                Objects.requireNonNull(clientId),
                clientSecret,
                username,
                userToken,
                tokens,
                requestsPerSecond);
    }
}
