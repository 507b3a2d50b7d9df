package dev.contentconnect.generic;

import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.spi.ConnectorOptions;
import dev.contentconnect.core.spi.HostServices;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a content system, and where everything stands in its answers. {@link #builder()} checks it.
 *
 * @param options the options all connectors share
 * @param system the short name that identities bear
 * @param auth how the system is shown who we are
 * @param paths what there is, and where
 * @param updateMethod how an asset is changed: PATCH, PUT or POST
 * @param uploadMethod how bytes are put: PUT or POST
 * @param items where the items of a list stand
 * @param item where the asset stands in an answer that is one
 * @param paging how lists are handed out
 * @param fields where parts of an asset stand in an item
 * @param rights where parts of its rights stand, by the names of {@link dev.contentconnect.core.json.FlatRights}
 * @param filters query parameters by the part of {@link dev.contentconnect.core.spi.AssetQuery} they narrow by
 * @param ownFields members of an item that are written from its extensions
 * @param errorCode where the code stands in an answer that is an error
 * @param errorMessage where its words stand
 */
public record GenericConfig(
        ConnectorOptions options,
        String system,
        GenericAuth auth,
        Map<GenericPath, PathTemplate> paths,
        String updateMethod,
        String uploadMethod,
        JsonPointer items,
        JsonPointer item,
        JsonPaging paging,
        Map<AssetField, JsonPointer> fields,
        Map<String, JsonPointer> rights,
        Map<String, String> filters,
        Set<String> ownFields,
        JsonPointer errorCode,
        JsonPointer errorMessage) {

    /**
     * Makes a configuration; maps and sets are copied.
     *
     * @param options the options all connectors share
     * @param system the short name that identities bear
     * @param auth how the system is shown who we are
     * @param paths what there is, and where
     * @param updateMethod how an asset is changed: PATCH, PUT or POST
     * @param uploadMethod how bytes are put: PUT or POST
     * @param items where the items of a list stand
     * @param item where the asset stands in an answer that is one
     * @param paging how lists are handed out
     * @param fields where parts of an asset stand in an item
     * @param rights where parts of its rights stand
     * @param filters query parameters by the part of a query they narrow by
     * @param ownFields members of an item that are written from its extensions
     * @param errorCode where the code stands in an answer that is an error
     * @param errorMessage where its words stand
     */
    public GenericConfig {
        paths = Map.copyOf(paths);
        fields = Map.copyOf(fields);
        rights = Map.copyOf(rights);
        filters = Map.copyOf(filters);
        ownFields = Set.copyOf(ownFields);
    }

    /**
     * Starts a configuration.
     *
     * @return a builder
     */
    public static GenericConfigBuilder builder() {
        return new GenericConfigBuilder();
    }

    /**
     * A configuration from names and values.
     *
     * @param values options as the README lists them
     * @param host clock, listener and client of the host
     * @return the configuration
     * @throws ConfigException naming every mistake
     */
    public static GenericConfig fromMap(Map<String, String> values, HostServices host) {
        return builder().host(host).read(values).build();
    }

    boolean has(GenericPath path) {
        return paths.containsKey(path);
    }

    @Nullable String filter(String part) {
        return filters.get(part);
    }

    /** Names system and address; no secrets. */
    @Override
    public String toString() {
        return "GenericConfig[" + system + " at " + options.endpoint() + "]";
    }
}
