package dev.contentconnect.vip;

import dev.contentconnect.core.auth.AuthorizationRequest;
import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import dev.contentconnect.core.spi.HostServices;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the options of a {@link VtinfoRestConfig}. In a map and in messages an option bears the word {@code rest} before
 * its name, as {@code restPaths}, because it stands beside those of other services. Not safe for several threads.
 */
public final class VtinfoRestConfigBuilder extends ConnectorConfigBuilder<VtinfoRestConfigBuilder> {
    private static final String PREFIX = "rest";

    private URI authorizationEndpoint = URI.create("https://login.vtinfo.com/adfs/oauth2/authorize/");
    private URI tokenEndpoint = URI.create("https://login.vtinfo.com/adfs/oauth2/token");
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable URI redirectUri;
    private @Nullable String resource = "https://vtinfo.com";
    private @Nullable String scope;
    private boolean pkce = true;
    private @Nullable TokenStore tokens;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private Set<String> parameters = Set.of();
    private String items = "";
    private String item = "";
    private final Map<String, String> fields = new LinkedHashMap<>();
    private JsonPaging paging = JsonPaging.none();
    private boolean misplacedEndpoint;

    VtinfoRestConfigBuilder() {}

    @Override
    protected VtinfoRestConfigBuilder self() {
        return this;
    }

    /**
     * Sets the login page; that of VIP until set.
     *
     * @param value an absolute https address
     * @return this builder
     */
    public VtinfoRestConfigBuilder authorizationEndpoint(URI value) {
        this.authorizationEndpoint = value;
        return this;
    }

    /**
     * Sets where tokens are asked for; beside VIP's login page, as ADFS has it, until set.
     *
     * @param value an absolute https address
     * @return this builder
     */
    public VtinfoRestConfigBuilder tokenEndpoint(URI value) {
        this.tokenEndpoint = value;
        return this;
    }

    /**
     * Sets the public part of the registration at VIP; required.
     *
     * @param value the client id
     * @return this builder
     */
    public VtinfoRestConfigBuilder clientId(@Nullable String value) {
        this.clientId = value;
        return this;
    }

    /**
     * Sets the secret part of the registration.
     *
     * @param value null for a registration without one
     * @return this builder
     */
    public VtinfoRestConfigBuilder clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return this;
    }

    /**
     * Sets where people come back to after their login; required.
     *
     * @param value http or https, letter by letter as registered at VIP
     * @return this builder
     */
    public VtinfoRestConfigBuilder redirectUri(@Nullable URI value) {
        this.redirectUri = value;
        return this;
    }

    /**
     * Sets the resource that tokens are for, which ADFS wants to be told; {@code https://vtinfo.com} until set.
     *
     * @param value null for none
     * @return this builder
     */
    public VtinfoRestConfigBuilder resource(@Nullable String value) {
        this.resource = value;
        return this;
    }

    /**
     * Sets the scopes to ask for.
     *
     * @param value with blanks between them, or null for those of the registration
     * @return this builder
     */
    public VtinfoRestConfigBuilder scope(@Nullable String value) {
        this.scope = value;
        return this;
    }

    /**
     * Sets whether logins are bound to us with PKCE; true until set.
     *
     * @param value false for a server that refuses it
     * @return this builder
     */
    public VtinfoRestConfigBuilder pkce(boolean value) {
        this.pkce = value;
        return this;
    }

    /**
     * Sets where the refresh token is kept; required.
     *
     * @param value the host's store
     * @return this builder
     */
    public VtinfoRestConfigBuilder tokens(@Nullable TokenStore value) {
        this.tokens = value;
        return this;
    }

    /**
     * Adds a path; one at least is required. Those named {@code assets} (a list) and {@code asset} (one of them, with a place
     * <code>{id}</code>) are read as assets.
     *
     * @param name how calls name it
     * @param template begins with a slash and is added to the endpoint; names in braces are places for values
     * @return this builder
     */
    public VtinfoRestConfigBuilder path(String name, String template) {
        paths.put(name, template);
        return this;
    }

    /**
     * Adds a value for a place that is always the same.
     *
     * @param name of the place
     * @param value raw; it is encoded
     * @return this builder
     */
    public VtinfoRestConfigBuilder value(String name, String value) {
        values.put(name, value);
        return this;
    }

    /**
     * Sets the names of places that each call fills.
     *
     * @param names of the places
     * @return this builder
     */
    public VtinfoRestConfigBuilder parameters(Set<String> names) {
        this.parameters = new LinkedHashSet<>(names);
        return this;
    }

    /**
     * Sets where the items of a list stand; the answer is the list until set.
     *
     * @param pointer a JSON pointer
     * @return this builder
     */
    public VtinfoRestConfigBuilder items(String pointer) {
        this.items = pointer;
        return this;
    }

    /**
     * Sets where the asset stands in the answer of the path {@code asset}; the answer is the asset until set.
     *
     * @param pointer a JSON pointer
     * @return this builder
     */
    public VtinfoRestConfigBuilder item(String pointer) {
        this.item = pointer;
        return this;
    }

    /**
     * Maps a place in an item to a part of an asset.
     *
     * @param field the part
     * @param pointer a JSON pointer
     * @return this builder
     */
    public VtinfoRestConfigBuilder field(AssetField field, String pointer) {
        fields.put(field.word(), pointer);
        return this;
    }

    /**
     * Sets how lists are handed out; in one page until set.
     *
     * @param value the way
     * @return this builder
     */
    public VtinfoRestConfigBuilder paging(JsonPaging value) {
        this.paging = value;
        return this;
    }

    @Override
    public VtinfoRestConfigBuilder host(HostServices host) {
        TokenStore store = host.tokens();
        return super.host(host).tokens(store != null ? store : tokens);
    }

    /** Whether a map says anything about a private REST interface. */
    static boolean isMentioned(Map<String, String> options) {
        return OptionReader.mentions(options, PREFIX);
    }

    /** Reads options from among those of other services; whoever made the reader ends it. */
    VtinfoRestConfigBuilder read(OptionReader in) {
        URI address = in.uri("restEndpoint");
        common(in);
        // The common endpoint is that of another service.
        endpoint(address);
        authorizationEndpoint = either(in.uri("restAuthorizationEndpoint"), authorizationEndpoint);
        tokenEndpoint = either(in.uri("restTokenEndpoint"), tokenEndpoint);
        clientId = in.text("restClientId");
        clientSecret = in.secret("restClientSecret");
        redirectUri = in.uri("restRedirectUri");
        String named = in.text("restResource");
        resource = named != null ? named : resource;
        scope = in.text("restScope");
        pkce = in.flag("restPkce", pkce);
        paths.putAll(pairs(in, "restPaths", "assets=/items; asset=/items/{id}"));
        values.putAll(pairs(in, "restValues", "distributor=01234"));
        parameters = either(in.words("restParameters"), parameters);
        items = either(in.text("restItems"), items);
        item = either(in.text("restItem"), item);
        fields.putAll(pairs(in, "restFields", "id=/itemId; title=/name"));
        JsonPaging.Kind kind = in.word("restPaging", JsonPaging.Kind.class);
        paging = new JsonPaging(
                either(kind, JsonPaging.Kind.NONE),
                in.text("restPageParameter"),
                either(in.integer("restFirstPage", 0, 1_000), 0),
                in.text("restNext"),
                in.text("restSizeParameter"),
                in.text("restTotal"));
        return this;
    }

    VtinfoRestConfigBuilder readAlone(OptionReader in) {
        misplacedEndpoint = in.text("endpoint") != null;
        return read(in).finish(in);
    }

    private static Map<String, String> pairs(OptionReader in, String name, String example) {
        Map<String, String> found = in.optional(name, VtinfoOptions::pairs, "pairs such as " + example);
        return found == null ? Map.of() : found;
    }

    /** What is wrong, of all options. */
    ConfigCheck check() {
        ConfigCheck check = VtinfoOptions.renamed(startCheck(), "restEndpoint");
        if (misplacedEndpoint) {
            check.problem("endpoint", "is not an option here; there is restEndpoint");
        }
        VtinfoOptions.tls(check, "restEndpoint", endpoint());
        VtinfoOptions.tls(check, "restAuthorizationEndpoint", authorizationEndpoint);
        VtinfoOptions.tls(check, "restTokenEndpoint", tokenEndpoint);
        check.required("restClientId", clientId);
        check.required("restRedirectUri", redirectUri);
        check.redirect("restRedirectUri", redirectUri);
        if (tokens == null) {
            check.problem("restTokens", "is required: the host gives a store for the refresh token");
        }
        VtinfoRestChecks checks = new VtinfoRestChecks(check);
        checks.paths(paths, values, parameters);
        checks.fields(fields, paths);
        checks.pointer("restItems", items);
        checks.pointer("restItem", item);
        checks.paging(paging);
        return check;
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public VtinfoRestConfig build() {
        check().finish(VipConnector.SYSTEM);
        Map<String, String> further = resource == null ? Map.of() : Map.of("resource", resource);
        Map<AssetField, String> mapped = new LinkedHashMap<>();
        fields.forEach((word, pointer) -> mapped.put(AssetField.of(word).orElseThrow(), pointer));
        return new VtinfoRestConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                new OAuthClient(
                        tokenEndpoint,
                        Objects.requireNonNull(clientId),
                        clientSecret,
                        scope,
                        OAuthClient.Style.FORM,
                        further),
                new AuthorizationRequest(
                        authorizationEndpoint,
                        Objects.requireNonNull(redirectUri).toString(),
                        pkce,
                        further),
                Objects.requireNonNull(tokens),
                paths,
                values,
                parameters,
                items,
                item,
                mapped,
                paging);
    }
}
