package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link WordpressConfig}. Not safe for several threads. */
public final class WordpressConfigBuilder extends PollingConfigBuilder<WordpressConfigBuilder> {
    private @Nullable String username;
    private @Nullable Secret applicationPassword;
    private WordpressConfig.Routes routes = WordpressConfig.Routes.AUTO;
    private WordpressConfig.Upload upload = WordpressConfig.Upload.MULTIPART;
    private boolean serverProfile = true;

    WordpressConfigBuilder() {
        super(Duration.ofSeconds(10));
    }

    @Override
    protected WordpressConfigBuilder self() {
        return this;
    }

    /**
     * Sets the login of the user; required.
     *
     * @param value the login, not the label of the application password
     * @return this builder
     */
    public WordpressConfigBuilder username(@Nullable String value) {
        this.username = value;
        return this;
    }

    /**
     * Sets the application password of that user; required. The password of the account itself does not work.
     *
     * @param value with or without the blanks that WordPress shows in it
     * @return this builder
     */
    public WordpressConfigBuilder applicationPassword(@Nullable Secret value) {
        this.applicationPassword = value;
        return this;
    }

    /**
     * Sets how addresses of the REST interface are made; found out until set.
     *
     * @param value the value
     * @return this builder
     */
    public WordpressConfigBuilder routes(WordpressConfig.Routes value) {
        this.routes = value;
        return this;
    }

    /**
     * Sets how files are sent; as a form until set.
     *
     * @param value the value
     * @return this builder
     */
    public WordpressConfigBuilder upload(WordpressConfig.Upload value) {
        this.upload = value;
        return this;
    }

    /**
     * Sets whether the server profile, the must-use plug-in of this module, is installed there; true until set. Without
     * it there are no versions, rights, packages and deliveries.
     *
     * @param value false for a plain WordPress
     * @return this builder
     */
    public WordpressConfigBuilder serverProfile(boolean value) {
        this.serverProfile = value;
        return this;
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    WordpressConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        in.word(Backend.OPTION, Backend.class);
        common(in);
        username = in.text("username");
        applicationPassword = in.secret("applicationPassword");
        routes = either(in.word("routes", WordpressConfig.Routes.class), routes);
        upload = either(in.word("upload", WordpressConfig.Upload.class), upload);
        serverProfile = in.flag("serverProfile", serverProfile);
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public WordpressConfig build() {
        ConfigCheck check = startCheck();
        check.required("username", username);
        if (username != null && username.indexOf(':') >= 0) {
            check.problem("username", "must not hold a colon");
        }
        check.required("applicationPassword", applicationPassword);
        check.finish(VipConnector.SYSTEM);
        return new WordpressConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                Objects.requireNonNull(username),
                Objects.requireNonNull(applicationPassword),
                routes,
                upload,
                serverProfile,
                overlap(),
                feedFrom());
    }
}
