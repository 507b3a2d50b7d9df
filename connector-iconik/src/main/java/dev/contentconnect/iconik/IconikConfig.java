package dev.contentconnect.iconik;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach iconik and what its fields mean. Made by {@link #builder()} or {@link #fromMap}.
 *
 * @param options the options all connectors share
 * @param appId the id of the application; with OAuth it is the client id
 * @param authToken the long-lived token of a service account, or null for OAuth
 * @param clientSecret the secret of a backend service, or null for a long-lived token
 * @param scope the scope that is asked for with OAuth, or null
 * @param tokenHeader how the token is shown
 * @param requestsPerSecond how many requests a second the service allows
 * @param assetView the metadata view that describes assets, or null
 * @param assetFields canonical name to the field of that view
 * @param rightsView the metadata view that holds rights, or null
 * @param rightsFields canonical name to the field of that view
 * @param reviewers stakeholder to who is asked: {@code user:…}, {@code group:…} or an e-mail address
 * @param approvalStatusField what the index calls the status of an approval
 * @param publicationCollection the collection under which publications are made, or null
 * @param publicationShare whether each publication gets an address for people who are no users
 * @param audiences audience to the collection under which its publications are made
 * @param storage the storage for uploads, or null for the one the service chooses
 * @param partBytes how large the parts of an upload to S3 are
 * @param indexPatience how long the index may lag behind what was just made
 * @param overlap how far the feed reads back
 * @param feedFrom where the feed begins without a cursor, or null for the present
 * @param webhookSecrets secrets that pushed events carry; empty for none
 * @param webhookHeader the header in which they carry it
 * @param systemDomain the tenant that pushed events must be of, or null
 */
public record IconikConfig(
        ConnectorOptions options,
        String appId,
        @Nullable Secret authToken,
        @Nullable Secret clientSecret,
        @Nullable String scope,
        TokenHeader tokenHeader,
        int requestsPerSecond,
        @Nullable String assetView,
        Map<String, String> assetFields,
        @Nullable String rightsView,
        Map<String, String> rightsFields,
        Map<String, String> reviewers,
        String approvalStatusField,
        @Nullable String publicationCollection,
        boolean publicationShare,
        Map<Segment, String> audiences,
        @Nullable String storage,
        int partBytes,
        Duration indexPatience,
        Duration overlap,
        @Nullable Instant feedFrom,
        List<Secret> webhookSecrets,
        String webhookHeader,
        @Nullable String systemDomain) {
    /** How a token is shown. The documents name the first; the second is usual for short-lived tokens. */
    public enum TokenHeader {
        /** {@code Auth-Token: …}. */
        AUTH_TOKEN,
        /** {@code Authorization: Bearer …}. */
        BEARER
    }

    /**
     * Makes a configuration; collections are copied.
     *
     * @param options the options all connectors share
     * @param appId the id of the application; with OAuth it is the client id
     * @param authToken the long-lived token of a service account, or null for OAuth
     * @param clientSecret the secret of a backend service, or null for a long-lived token
     * @param scope the scope that is asked for with OAuth, or null
     * @param tokenHeader how the token is shown
     * @param requestsPerSecond how many requests a second the service allows
     * @param assetView the metadata view that describes assets, or null
     * @param assetFields canonical name to the field of that view
     * @param rightsView the metadata view that holds rights, or null
     * @param rightsFields canonical name to the field of that view
     * @param reviewers stakeholder to who is asked: {@code user:…}, {@code group:…} or an e-mail address
     * @param approvalStatusField what the index calls the status of an approval
     * @param publicationCollection the collection under which publications are made, or null
     * @param publicationShare whether each publication gets an address for people who are no users
     * @param audiences audience to the collection under which its publications are made
     * @param storage the storage for uploads, or null for the one the service chooses
     * @param partBytes how large the parts of an upload to S3 are
     * @param indexPatience how long the index may lag behind what was just made
     * @param overlap how far the feed reads back
     * @param feedFrom where the feed begins without a cursor, or null for the present
     * @param webhookSecrets secrets that pushed events carry; empty for none
     * @param webhookHeader the header in which they carry it
     * @param systemDomain the tenant that pushed events must be of, or null
     */
    public IconikConfig {
        assetFields = Collections.unmodifiableMap(new LinkedHashMap<>(assetFields));
        rightsFields = Collections.unmodifiableMap(new LinkedHashMap<>(rightsFields));
        reviewers = Collections.unmodifiableMap(new LinkedHashMap<>(reviewers));
        audiences = Collections.unmodifiableMap(new LinkedHashMap<>(audiences));
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static IconikConfigBuilder builder() {
        return new IconikConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static IconikConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    /** Address and application; no secrets. */
    @Override
    public String toString() {
        return "IconikConfig[" + options.endpoint() + ", application " + appId + "]";
    }
}
