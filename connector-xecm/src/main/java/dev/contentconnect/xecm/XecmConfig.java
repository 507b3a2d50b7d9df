package dev.contentconnect.xecm;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an Extended ECM server and where things are kept there. Made by {@link #builder()} or {@link #fromMap}.
 *
 * @param options the options all connectors share; the endpoint ends with the path of the server, such as {@code /cs/cs}
 * @param login how we prove who we are
 * @param zone the zone of dates that come without one
 * @param assets where assets are kept
 * @param rights where rights are kept
 * @param workspaces how workspaces are found
 * @param workflows which workflows are started, and what their ends mean
 * @param feed what the feeds watch
 */
public record XecmConfig(
        ConnectorOptions options,
        Login login,
        ZoneId zone,
        Assets assets,
        Rights rights,
        Workspaces workspaces,
        Workflows workflows,
        Feed feed) {
    /** Ways to prove who we are. */
    public enum Way {
        /** User and password of Content Server; each answer renews the ticket. */
        CONTENT_SERVER,
        /** User and password at the directory server; its ticket is exchanged for one of Content Server. */
        OTDS,
        /** OAuth 2 client credentials at the directory server. */
        OAUTH_CLIENT,
        /** OAuth 2 with user and password at the directory server. */
        OAUTH_PASSWORD,
        /** HTTP Basic with each call, where the server allows it. */
        BASIC
    }

    /** Which login service of the directory server is called. */
    public enum OtdsApi {
        /** {@code /rest/authentication/credentials}, of all versions. */
        REST,
        /** {@code /v1/authentication/credentials}, of newer versions. */
        V1
    }

    /**
     * How we prove who we are.
     *
     * @param way the way
     * @param username the user, where the way needs one
     * @param password the password of that user
     * @param domain the domain of that user in Content Server
     * @param otdsEndpoint the directory server, with {@code /otdsws}
     * @param otdsApi which login service of the directory server is called
     * @param clientId the OAuth client
     * @param clientSecret its secret
     * @param exchange whether a bearer token is exchanged for a ticket of Content Server
     */
    public record Login(
            Way way,
            @Nullable String username,
            @Nullable Secret password,
            @Nullable String domain,
            @Nullable URI otdsEndpoint,
            OtdsApi otdsApi,
            @Nullable String clientId,
            @Nullable Secret clientSecret,
            boolean exchange) {
        /** Way and user; no secrets. */
        @Override
        public String toString() {
            return "Login[" + way + ", " + (username != null ? username : clientId) + "]";
        }
    }

    /**
     * Where assets are kept.
     *
     * @param folder the node id of the folder that holds them; null for none
     * @param category id, name or path of the category with what is known of an asset; null for none
     * @param fields names of its attributes by what they mean
     * @param nicknames whether keys are kept as nicknames too, so that renamed assets are found
     */
    public record Assets(
            @Nullable Long folder, @Nullable String category, Map<String, String> fields, boolean nicknames) {
        /**
         * Makes the value; the map is copied.
         *
         * @param folder the node id of the folder that holds them; null for none
         * @param category id, name or path of the category with what is known of an asset; null for none
         * @param fields names of its attributes by what they mean
         * @param nicknames whether keys are kept as nicknames too, so that renamed assets are found
         */
        public Assets {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Where rights are kept.
     *
     * @param category id, name or path of the category with rights; null for none
     * @param fields names of its attributes by what they mean
     */
    public record Rights(@Nullable String category, Map<String, String> fields) {
        /**
         * Makes the value; the map is copied.
         *
         * @param category id, name or path of the category with rights; null for none
         * @param fields names of its attributes by what they mean
         */
        public Rights {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * How workspaces are found.
     *
     * @param externalSystem the external system whose keys they carry; null for none
     * @param businessObjects business object types by workspace type
     * @param templates id or name of the template by workspace type; the first one for those not named
     */
    public record Workspaces(
            @Nullable String externalSystem, Map<String, String> businessObjects, Map<String, String> templates) {
        /**
         * Makes the value; maps are copied.
         *
         * @param externalSystem the external system whose keys they carry; null for none
         * @param businessObjects business object types by workspace type
         * @param templates id or name of the template by workspace type; the first one for those not named
         */
        public Workspaces {
            businessObjects = Map.copyOf(businessObjects);
            templates = Map.copyOf(templates);
        }
    }

    /**
     * Which workflows are started, and what their ends mean.
     *
     * @param maps node ids of workflow maps by stakeholder or type of case; {@code approval} for all other stakeholders
     * @param verdicts outcomes of decisions by the label of a disposition, in lower case
     * @param approvedWhenCompleted whether a workflow that was completed without a disposition counts as approved
     * @param finishedDays how many days back a finished workflow is looked for by its key
     */
    public record Workflows(
            Map<String, Long> maps, Map<String, String> verdicts, boolean approvedWhenCompleted, int finishedDays) {
        /**
         * Makes the value; maps are copied.
         *
         * @param maps node ids of workflow maps by stakeholder or type of case; {@code approval} for all other
         *     stakeholders
         * @param verdicts outcomes of decisions by the label of a disposition, in lower case
         * @param approvedWhenCompleted whether a workflow that was completed without a disposition counts as approved
         * @param finishedDays how many days back a finished workflow is looked for by its key
         */
        public Workflows {
            maps = Map.copyOf(maps);
            verdicts = Map.copyOf(verdicts);
        }
    }

    /**
     * What the feeds watch.
     *
     * @param folders node ids of the folders whose children the asset feed watches
     * @param workspaceTypes names or ids of the workspace types that the workspace feed watches
     * @param overlap how far a feed reads back
     * @param from where a feed begins without a cursor, or null for the present
     * @param ownChanges whether changes by our own user are told
     */
    public record Feed(
            List<Long> folders,
            Set<String> workspaceTypes,
            Duration overlap,
            @Nullable Instant from,
            boolean ownChanges) {
        /**
         * Makes the value; collections are copied.
         *
         * @param folders node ids of the folders whose children the asset feed watches
         * @param workspaceTypes names or ids of the workspace types that the workspace feed watches
         * @param overlap how far a feed reads back
         * @param from where a feed begins without a cursor, or null for the present
         * @param ownChanges whether changes by our own user are told
         */
        public Feed {
            folders = List.copyOf(folders);
            workspaceTypes = Set.copyOf(workspaceTypes);
        }
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static XecmConfigBuilder builder() {
        return new XecmConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static XecmConfig fromMap(Map<String, String> options) {
        return builder().read(options).build();
    }

    /** Address and user; no secrets. */
    @Override
    public String toString() {
        return "XecmConfig[" + options.endpoint() + ", " + login + "]";
    }
}
