package dev.contentconnect.vip;

import dev.contentconnect.core.auth.AuthorizationRequest;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.spi.ConnectorOptions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to reach a private REST interface of Vermont Information Processing. Its address, paths and fields are part of a
 * contract and not public: nothing of them is assumed here.
 *
 * @param options the options all connectors share; {@code endpoint} is the address that paths are added to
 * @param client how we present ourselves at the token endpoint
 * @param authorization how a person is sent to the login page
 * @param tokens keeps the refresh token
 * @param paths path templates by name; those named {@code assets} and {@code asset} are read as assets
 * @param values values for places in templates that are always the same
 * @param parameters names of places in templates that each call fills
 * @param items JSON pointer to the items of a list; empty for an answer that is the list
 * @param item JSON pointer to the asset in an answer that is one; empty for an answer that is the asset
 * @param fields JSON pointers within an item, by what they mean for an asset
 * @param paging how lists are handed out
 */
public record VtinfoRestConfig(
        ConnectorOptions options,
        OAuthClient client,
        AuthorizationRequest authorization,
        TokenStore tokens,
        Map<String, String> paths,
        Map<String, String> values,
        Set<String> parameters,
        String items,
        String item,
        Map<AssetField, String> fields,
        JsonPaging paging) {

    /**
     * Makes a configuration; maps and sets are copied. {@link #builder()} checks what it is given, this does not.
     *
     * @param options the options all connectors share; {@code endpoint} is the address that paths are added to
     * @param client how we present ourselves at the token endpoint
     * @param authorization how a person is sent to the login page
     * @param tokens keeps the refresh token
     * @param paths path templates by name; those named {@code assets} and {@code asset} are read as assets
     * @param values values for places in templates that are always the same
     * @param parameters names of places in templates that each call fills
     * @param items JSON pointer to the items of a list; empty for an answer that is the list
     * @param item JSON pointer to the asset in an answer that is one; empty for an answer that is the asset
     * @param fields JSON pointers within an item, by what they mean for an asset
     * @param paging how lists are handed out
     */
    public VtinfoRestConfig {
        paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        parameters = Set.copyOf(parameters);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Starts a configuration.
     *
     * @return a builder with the defaults of the README
     */
    public static VtinfoRestConfigBuilder builder() {
        return new VtinfoRestConfigBuilder();
    }

    /**
     * A configuration out of option names and values, as the README lists them.
     *
     * @param options the options
     * @param tokens keeps the refresh token
     * @return the configuration
     * @throws ConfigException when options are missing, unknown or wrong; names all of them
     */
    public static VtinfoRestConfig fromMap(Map<String, String> options, TokenStore tokens) {
        return builder().readAlone(new OptionReader(options)).tokens(tokens).build();
    }

    /** Address and names of paths; no secrets. */
    @Override
    public String toString() {
        return "VtinfoRestConfig[" + options.endpoint() + ", paths " + new TreeSet<>(paths.keySet()) + "]";
    }
}
