package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a reference system.
 *
 * @param options what all connectors have
 * @param clientId who we are
 * @param clientSecret the proof
 * @param webhookSecret signs pushed events; null when none are taken
 */
public record ReferenceConfig(
        ConnectorOptions options,
        String clientId,
        Secret clientSecret,
        @Nullable Secret webhookSecret) {

    /**
     * Starts a configuration.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A configuration from names and values.
     *
     * @param values {@code endpoint}, {@code clientId}, {@code clientSecret}, {@code webhookSecret} and the common ones
     * @param host clock, listener and client of the host
     * @return the configuration
     * @throws ConfigException naming every mistake
     */
    public static ReferenceConfig fromMap(Map<String, String> values, HostServices host) {
        OptionReader reader = new OptionReader(values);
        Builder builder = builder().host(host).common(reader);
        builder.clientId(reader.text("clientId"))
                .clientSecret(reader.secret("clientSecret"))
                .webhookSecret(reader.secret("webhookSecret"));
        return builder.finish(reader).build();
    }

    /** Collects the options. Not safe for several threads. */
    public static final class Builder extends ConnectorConfigBuilder<Builder> {
        private @Nullable String clientId;
        private @Nullable Secret clientSecret;
        private @Nullable Secret webhookSecret;

        private Builder() {}

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected Builder common(OptionReader options) {
            return super.common(options);
        }

        @Override
        protected Builder finish(OptionReader options) {
            return super.finish(options);
        }

        /**
         * Sets who we are.
         *
         * @param value the client's id
         * @return this builder
         */
        public Builder clientId(@Nullable String value) {
            this.clientId = value;
            return this;
        }

        /**
         * Sets the proof.
         *
         * @param value the client's secret
         * @return this builder
         */
        public Builder clientSecret(@Nullable Secret value) {
            this.clientSecret = value;
            return this;
        }

        /**
         * Sets what signs pushed events.
         *
         * @param value the shared secret, or null
         * @return this builder
         */
        public Builder webhookSecret(@Nullable Secret value) {
            this.webhookSecret = value;
            return this;
        }

        /**
         * The finished configuration.
         *
         * @return the configuration
         * @throws ConfigException naming every mistake
         */
        public ReferenceConfig build() {
            ConfigCheck check = startCheck();
            check.required("clientId", clientId);
            check.required("clientSecret", clientSecret);
            check.finish(ReferenceConnector.SYSTEM);
            return new ReferenceConfig(
                    commonOptions(Objects.requireNonNull(endpoint())),
                    Objects.requireNonNull(clientId),
                    Objects.requireNonNull(clientSecret),
                    webhookSecret);
        }
    }
}
