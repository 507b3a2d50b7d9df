package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Aprimo and what the tenant's fields mean. Made by {@link #builder()} or {@link #fromMap}.
 *
 * @param options the options all connectors share; their endpoint is the DAM
 * @param login where tokens come from and who asks for them
 * @param pm what Productivity Management calls things
 * @param jsonShape which form of JSON is asked for
 * @param language the culture in which values are read and written, or null
 * @param zone in which days begin and end
 * @param keyField the field that holds our keys, or null
 * @param assetFields canonical name to field
 * @param rightsFields canonical name to field
 * @param contentType the content type of new records, or null
 * @param classification the id of the classification of new records, or null
 * @param statusTerm what a search calls the status
 * @param versionForm how a version is added
 * @param indexAtOnce whether writes wait for the index
 * @param segmentBytes how large the segments of an upload are
 * @param vocabularyTime how long definitions are kept
 * @param orderTime how long an order is waited for
 * @param overlap how far the feed reads back
 * @param feedFrom where the feed begins without a cursor, or null for the present
 * @param publicationField the field that lists the publications of a record, or null
 * @param publishBy what publishing does
 * @param approvalFields canonical name to field
 * @param approvalCheck the id of the check that shows decisions, or null
 * @param webhookSecrets those that call-outs are signed with now
 * @param webhookHeader the header that carries the signature
 * @param ownUser our user in the DAM, whose changes call out to us in vain, or null
 */
public record AprimoConfig(
        ConnectorOptions options,
        AprimoLogin login,
        PmConfig pm,
        JsonShape jsonShape,
        @Nullable String language,
        ZoneId zone,
        @Nullable String keyField,
        Map<String, String> assetFields,
        Map<String, String> rightsFields,
        @Nullable String contentType,
        @Nullable String classification,
        String statusTerm,
        VersionForm versionForm,
        boolean indexAtOnce,
        int segmentBytes,
        Duration vocabularyTime,
        Duration orderTime,
        Duration overlap,
        @Nullable Instant feedFrom,
        @Nullable String publicationField,
        PublishBy publishBy,
        Map<String, String> approvalFields,
        @Nullable String approvalCheck,
        List<Secret> webhookSecrets,
        String webhookHeader,
        @Nullable String ownUser) {
    /** The two forms in which the service writes JSON. */
    public enum JsonShape {
        /** {@code application/hal+json}: with links, selected parts under {@code _embedded}. */
        HAL("application/hal+json"),
        /** {@code application/json}: without links, selected parts in place. */
        PLAIN("application/json");

        private final String mediaType;

        JsonShape(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /** The two ways in which a further version of a master file is said to be added. */
    public enum VersionForm {
        /** To the file, by its id. */
        FILE,
        /** As another master file, without an id. */
        MASTER
    }

    /** What publishing an asset does. */
    public enum PublishBy {
        /** Releases the record; a rule of the tenant may do the rest. */
        RELEASE,
        /** Orders a public link on the content network as well, and waits for it. */
        CDN
    }

    /**
     * Makes a configuration; maps are copied.
     *
     * @param options the options all connectors share; their endpoint is the DAM
     * @param login where tokens come from and who asks for them
     * @param pm what Productivity Management calls things
     * @param jsonShape which form of JSON is asked for
     * @param language the culture in which values are read and written, or null
     * @param zone in which days begin and end
     * @param keyField the field that holds our keys, or null
     * @param assetFields canonical name to field
     * @param rightsFields canonical name to field
     * @param contentType the content type of new records, or null
     * @param classification the id of the classification of new records, or null
     * @param statusTerm what a search calls the status
     * @param versionForm how a version is added
     * @param indexAtOnce whether writes wait for the index
     * @param segmentBytes how large the segments of an upload are
     * @param vocabularyTime how long definitions are kept
     * @param orderTime how long an order is waited for
     * @param overlap how far the feed reads back
     * @param feedFrom where the feed begins without a cursor, or null for the present
     * @param publicationField the field that lists the publications of a record, or null
     * @param publishBy what publishing does
     * @param approvalFields canonical name to field
     * @param approvalCheck the id of the check that shows decisions, or null
     * @param webhookSecrets those that call-outs are signed with now
     * @param webhookHeader the header that carries the signature
     * @param ownUser our user in the DAM, whose changes call out to us in vain, or null
     */
    public AprimoConfig {
        assetFields = Collections.unmodifiableMap(new LinkedHashMap<>(assetFields));
        rightsFields = Collections.unmodifiableMap(new LinkedHashMap<>(rightsFields));
        approvalFields = Collections.unmodifiableMap(new LinkedHashMap<>(approvalFields));
        webhookSecrets = List.copyOf(webhookSecrets);
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static AprimoConfigBuilder builder() {
        return new AprimoConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static AprimoConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    /** Address and registration; no secrets. */
    @Override
    public String toString() {
        return "AprimoConfig[" + options.endpoint() + ", registration " + login.clientId() + "]";
    }
}
