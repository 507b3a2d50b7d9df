package dev.contentconnect.xecm;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a login. Not safe for several threads.
 *
 * @param <B> the type of the whole builder
 */
public abstract sealed class XecmLoginBuilder<B extends XecmLoginBuilder<B>> extends PollingConfigBuilder<B>
        permits XecmStorageBuilder {
    private XecmConfig.Way login = XecmConfig.Way.CONTENT_SERVER;
    private @Nullable String username;
    private @Nullable Secret password;
    private @Nullable String domain;
    private @Nullable URI otdsEndpoint;
    private XecmConfig.OtdsApi otdsApi = XecmConfig.OtdsApi.REST;
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private boolean exchange = true;

    XecmLoginBuilder(Duration overlap) {
        super(overlap);
    }

    /**
     * Sets how we prove who we are; with a user of Content Server until set.
     *
     * @param value the way
     * @return this builder
     */
    public B login(XecmConfig.Way value) {
        this.login = value;
        return self();
    }

    /**
     * Sets the user; required unless OAuth client credentials are used.
     *
     * @param value the login
     * @return this builder
     */
    public B username(@Nullable String value) {
        this.username = value;
        return self();
    }

    /**
     * Sets the password of that user.
     *
     * @param value the password
     * @return this builder
     */
    public B password(@Nullable Secret value) {
        this.password = value;
        return self();
    }

    /**
     * Sets the domain of the user in Content Server; none until set.
     *
     * @param value the domain, or null
     * @return this builder
     */
    public B domain(@Nullable String value) {
        this.domain = value;
        return self();
    }

    /**
     * Sets the address of the directory server; required for all logins by it.
     *
     * @param value with {@code /otdsws}
     * @return this builder
     */
    public B otdsEndpoint(@Nullable URI value) {
        this.otdsEndpoint = value;
        return self();
    }

    /**
     * Sets which login service of the directory server is called; the one of all versions until set.
     *
     * @param value the service
     * @return this builder
     */
    public B otdsApi(XecmConfig.OtdsApi value) {
        this.otdsApi = value;
        return self();
    }

    /**
     * Sets the OAuth client; required for OAuth.
     *
     * @param value the public part of its registration
     * @return this builder
     */
    public B clientId(@Nullable String value) {
        this.clientId = value;
        return self();
    }

    /**
     * Sets the secret of the OAuth client.
     *
     * @param value the secret part
     * @return this builder
     */
    public B clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return self();
    }

    /**
     * Sets whether a bearer token is exchanged for a ticket of Content Server, which then slides; true until set.
     *
     * @param value false to send the bearer token with each call
     * @return this builder
     */
    public B exchange(boolean value) {
        this.exchange = value;
        return self();
    }

    final void readLogin(OptionReader in) {
        login = either(in.word("login", XecmConfig.Way.class), login);
        username = in.text("username");
        password = in.secret("password");
        domain = in.text("domain");
        otdsEndpoint = in.uri("otdsEndpoint");
        otdsApi = either(in.word("otdsApi", XecmConfig.OtdsApi.class), otdsApi);
        clientId = in.text("clientId");
        clientSecret = in.secret("clientSecret");
        exchange = in.flag("exchange", exchange);
    }

    final void checkLogin(ConfigCheck check) {
        boolean withClient = login == XecmConfig.Way.OAUTH_CLIENT || login == XecmConfig.Way.OAUTH_PASSWORD;
        if (login != XecmConfig.Way.OAUTH_CLIENT) {
            check.required("username", username);
            check.required("password", password);
        }
        if (login == XecmConfig.Way.BASIC && username != null && username.indexOf(':') >= 0) {
            check.problem("username", "must not hold a colon");
        }
        if (withClient) {
            check.required("clientId", clientId);
        }
        if (login == XecmConfig.Way.OAUTH_CLIENT) {
            check.required("clientSecret", clientSecret);
        }
        if (withClient || login == XecmConfig.Way.OTDS) {
            check.required("otdsEndpoint", otdsEndpoint);
        }
        check.address("otdsEndpoint", otdsEndpoint);
    }

    final XecmConfig.Login makeLogin() {
        return new XecmConfig.Login(
                login, username, password, domain, otdsEndpoint, otdsApi, clientId, clientSecret, exchange);
    }
}
