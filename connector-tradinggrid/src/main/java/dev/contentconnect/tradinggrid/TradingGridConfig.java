package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.state.StateStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Trading Grid and what its free fields mean. Made by {@link #builder()} or {@link #fromMap}.
 *
 * @param options the options all connectors share
 * @param consumerKey the key of the company's application
 * @param consumerSecret its secret
 * @param tokenLife how long a token lasts whose answer does not say
 * @param companyId the business unit id of our own company
 * @param callsAtOnce how many calls may be under way at the same time
 * @param lens what documents mean
 * @param partners what is known of partners beside the directory
 * @param cartographer where cross-reference tables are and what they mean
 * @param messaging where messages go out, or null
 * @param state where it is remembered which notices and documents went out
 */
public record TradingGridConfig(
        ConnectorOptions options,
        String consumerKey,
        Secret consumerSecret,
        Duration tokenLife,
        String companyId,
        int callsAtOnce,
        Lens lens,
        Partners partners,
        Cartographer cartographer,
        @Nullable Messaging messaging,
        StateStore state) {

    /**
     * What documents mean.
     *
     * @param ownAddresses our own EDI addresses, for example {@code ZZ:ACME}
     * @param requestTypes document type of an inbound document to the step it stands for, for example {@code 864} to
     *     {@code request}
     * @param assetKey the content key that carries the identity of an asset
     * @param caseKey the content key that carries the key of a case
     * @param reasonKey the content key that carries the reason of a request, or null
     * @param contentKeys content keys that are asked for besides
     * @param withheld attributes that are not asked for
     * @param overlap how far the feed reads back
     * @param feedFrom where the feed begins without a cursor, or null for the present
     * @param offsetLimit how deep a list is read before it is asked for anew by date
     * @param portal where people look at an entry; its id is appended
     */
    public record Lens(
            Set<String> ownAddresses,
            Map<String, String> requestTypes,
            String assetKey,
            String caseKey,
            @Nullable String reasonKey,
            Set<String> contentKeys,
            Set<String> withheld,
            Duration overlap,
            @Nullable Instant feedFrom,
            int offsetLimit,
            URI portal) {
        /**
         * Makes the value; collections are copied.
         *
         * @param ownAddresses our own EDI addresses
         * @param requestTypes document type to step
         * @param assetKey the content key of assets
         * @param caseKey the content key of cases
         * @param reasonKey the content key of reasons, or null
         * @param contentKeys further content keys
         * @param withheld attributes that are not asked for
         * @param overlap how far the feed reads back
         * @param feedFrom where the feed begins, or null
         * @param offsetLimit how deep a list is read
         * @param portal where people look at an entry
         */
        public Lens {
            ownAddresses = Set.copyOf(ownAddresses);
            requestTypes = kept(requestTypes);
            contentKeys = Set.copyOf(contentKeys);
            withheld = Set.copyOf(withheld);
        }
    }

    /**
     * What is known of partners beside the directory, whose shape is not published.
     *
     * @param fields what the directory calls {@code id}, {@code name}, {@code email}, {@code address} and {@code status}
     * @param activeWords words of the status with which a partner may receive anything
     * @param contacts partner to the e-mail addresses for notices
     * @param addresses partner to EDI address
     * @param audiences audience to partners
     */
    public record Partners(
            Map<String, String> fields,
            Set<String> activeWords,
            Map<String, List<String>> contacts,
            Map<String, String> addresses,
            Map<Segment, List<String>> audiences) {
        /**
         * Makes the value; collections are copied.
         *
         * @param fields what the directory calls things
         * @param activeWords words of an active partner
         * @param contacts partner to e-mail addresses
         * @param addresses partner to EDI address
         * @param audiences audience to partners
         */
        public Partners {
            fields = kept(fields);
            activeWords = Set.copyOf(activeWords);
            contacts = kept(contacts);
            addresses = kept(addresses);
            audiences = kept(audiences);
        }
    }

    /** How Cartographer is logged in to. */
    public enum Login {
        /** The token of the gateway. */
        GATEWAY,
        /** Its own login, until release 25.1. */
        LEGACY
    }

    /**
     * Where cross-reference tables are and what they mean.
     *
     * @param endpoint the host
     * @param login how it is logged in to
     * @param bearer whether {@code Bearer } goes before the token
     * @param solution the solution, or null where no table is used
     * @param rulesEntity the table that says which partner belongs to which audience, or null
     * @param rightsEntity the table that holds rights, or null
     * @param rightsColumns canonical name to the index of its value
     * @param delimiter between the parts of a key
     */
    public record Cartographer(
            URI endpoint,
            Login login,
            boolean bearer,
            @Nullable String solution,
            @Nullable String rulesEntity,
            @Nullable String rightsEntity,
            Map<String, Integer> rightsColumns,
            String delimiter) {
        /**
         * Makes the value; collections are copied.
         *
         * @param endpoint the host
         * @param login how it is logged in to
         * @param bearer whether a prefix goes before the token
         * @param solution the solution, or null
         * @param rulesEntity the table of audiences, or null
         * @param rightsEntity the table of rights, or null
         * @param rightsColumns canonical name to index
         * @param delimiter between the parts of a key
         */
        public Cartographer {
            rightsColumns = kept(rightsColumns);
        }
    }

    /** How the status of a message is asked for. */
    public enum StatusStyle {
        /** {@code status?job_id=…}, as documented. */
        QUERY,
        /** {@code status/…}, as one client does. */
        PATH
    }

    /**
     * Where messages go out.
     *
     * @param endpoint the host of OpenText Messaging
     * @param user the messaging account, or the client id with a token endpoint
     * @param password its password, or the client secret
     * @param tokenEndpoint where tokens are made, or null for HTTP Basic
     * @param status how the status is asked for
     * @param fromName the name recipients see, or null
     * @param billingCode the code messages are billed to, or null
     */
    public record Messaging(
            URI endpoint,
            String user,
            Secret password,
            @Nullable URI tokenEndpoint,
            StatusStyle status,
            @Nullable String fromName,
            @Nullable String billingCode) {}

    private static <K, V> Map<K, V> kept(Map<K, V> in) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(in));
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with standard settings
     */
    public static TradingGridConfigBuilder builder() {
        return new TradingGridConfigBuilder();
    }

    /**
     * Reads a configuration from options by name.
     *
     * @param options names and values; those of the README
     * @return the configuration
     * @throws ConfigException with every mistake at once
     */
    public static TradingGridConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    @Override
    public String toString() {
        return "TradingGridConfig[" + options.endpoint() + ", company " + companyId + "]";
    }
}
