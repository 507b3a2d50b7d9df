package dev.contentconnect.generic;

import dev.contentconnect.core.auth.OAuthClient;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.JsonPaging;
import dev.contentconnect.core.json.JsonPointer;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link GenericConfig}. Not safe for several threads. */
public final class GenericConfigBuilder extends ConnectorConfigBuilder<GenericConfigBuilder> {
    private String system = GenericConnector.SYSTEM;
    private GenericAuth.Kind auth = GenericAuth.Kind.NONE;
    private String authHeader = "X-Api-Key";
    private @Nullable Secret token;
    private @Nullable String username;
    private @Nullable Secret password;
    private String tokenPath = "/oauth/token";
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable String scope;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private String updateMethod = "PATCH";
    private String uploadMethod = "PUT";
    private String items = "";
    private String item = "";
    private JsonPaging paging = JsonPaging.none();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> rights = new LinkedHashMap<>();
    private final Map<String, String> filters = new LinkedHashMap<>();
    private Set<String> ownFields = Set.of();
    private String errorCode = "/code";
    private String errorMessage = "/message";

    GenericConfigBuilder() {}

    @Override
    protected GenericConfigBuilder self() {
        return this;
    }

    /**
     * Sets the short name that identities bear; {@code generic} until set.
     *
     * @param value a word without a colon
     * @return this builder
     */
    public GenericConfigBuilder system(String value) {
        this.system = value;
        return this;
    }

    /**
     * Shows a key in a header.
     *
     * @param header its name
     * @param key the key
     * @return this builder
     */
    public GenericConfigBuilder header(String header, @Nullable Secret key) {
        this.auth = GenericAuth.Kind.HEADER;
        this.authHeader = header;
        this.token = key;
        return this;
    }

    /**
     * Shows a token that never changes.
     *
     * @param value the token, without the word before it
     * @return this builder
     */
    public GenericConfigBuilder bearer(@Nullable Secret value) {
        this.auth = GenericAuth.Kind.BEARER;
        this.token = value;
        return this;
    }

    /**
     * Shows user name and password by HTTP Basic.
     *
     * @param user without a colon
     * @param secret the password
     * @return this builder
     */
    public GenericConfigBuilder basic(@Nullable String user, @Nullable Secret secret) {
        this.auth = GenericAuth.Kind.BASIC;
        this.username = user;
        this.password = secret;
        return this;
    }

    /**
     * Shows tokens that an OAuth client fetches.
     *
     * @param path where tokens come from, below the endpoint
     * @param id of the client
     * @param secret of the client
     * @return this builder
     */
    public GenericConfigBuilder clientCredentials(String path, @Nullable String id, @Nullable Secret secret) {
        this.auth = GenericAuth.Kind.CLIENT_CREDENTIALS;
        this.tokenPath = path;
        this.clientId = id;
        this.clientSecret = secret;
        return this;
    }

    /**
     * Sets the scope that tokens are asked for; none until set.
     *
     * @param value the scope
     * @return this builder
     */
    public GenericConfigBuilder scope(@Nullable String value) {
        this.scope = value;
        return this;
    }

    /**
     * Says where something is, and so that it is there.
     *
     * @param path what
     * @param template begins with a slash and is added to the endpoint, for example <code>/assets/{id}</code>
     * @return this builder
     */
    public GenericConfigBuilder path(GenericPath path, String template) {
        paths.put(path.word(), template);
        return this;
    }

    /**
     * Sets how an asset is changed; PATCH until set.
     *
     * @param value PATCH, PUT or POST
     * @return this builder
     */
    public GenericConfigBuilder updateMethod(String value) {
        this.updateMethod = value;
        return this;
    }

    /**
     * Sets how bytes are put; PUT until set.
     *
     * @param value PUT or POST
     * @return this builder
     */
    public GenericConfigBuilder uploadMethod(String value) {
        this.uploadMethod = value;
        return this;
    }

    /**
     * Sets where the items of a list stand; the answer is the list until set.
     *
     * @param pointer a JSON pointer
     * @return this builder
     */
    public GenericConfigBuilder items(String pointer) {
        this.items = pointer;
        return this;
    }

    /**
     * Sets where the asset stands in an answer that is one; the answer is the asset until set.
     *
     * @param pointer a JSON pointer
     * @return this builder
     */
    public GenericConfigBuilder item(String pointer) {
        this.item = pointer;
        return this;
    }

    /**
     * Sets how lists are handed out; in one page until set.
     *
     * @param value the way
     * @return this builder
     */
    public GenericConfigBuilder paging(JsonPaging value) {
        this.paging = value;
        return this;
    }

    /**
     * Says where a part of an asset stands in an item.
     *
     * @param field the part
     * @param pointer a JSON pointer
     * @return this builder
     */
    public GenericConfigBuilder field(AssetField field, String pointer) {
        fields.put(field.word(), pointer);
        return this;
    }

    /**
     * Says where a part of the rights stands in an item.
     *
     * @param name a name of {@link dev.contentconnect.core.json.FlatRights}
     * @param pointer a JSON pointer
     * @return this builder
     */
    public GenericConfigBuilder right(String name, String pointer) {
        rights.put(name, pointer);
        return this;
    }

    /**
     * Says by what a list is narrowed.
     *
     * @param part {@code text}, {@code key}, {@code changedSince}, {@code statuses}, {@code kinds} or {@code tags}
     * @param parameter the query parameter for it
     * @return this builder
     */
    public GenericConfigBuilder filter(String part, String parameter) {
        filters.put(part, parameter);
        return this;
    }

    /**
     * Sets which members of an item are written from the extensions of an asset; none until set.
     *
     * @param names of members
     * @return this builder
     */
    public GenericConfigBuilder ownFields(Set<String> names) {
        this.ownFields = new LinkedHashSet<>(names);
        return this;
    }

    /**
     * Sets where an error says what is wrong; {@code /code} and {@code /message} until set.
     *
     * @param code JSON pointer to a code
     * @param message JSON pointer to words for people
     * @return this builder
     */
    public GenericConfigBuilder error(String code, String message) {
        this.errorCode = code;
        this.errorMessage = message;
        return this;
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    GenericConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        system = either(in.text("system"), system);
        auth = either(in.word("auth", GenericAuth.Kind.class), auth);
        authHeader = either(in.text("authHeader"), authHeader);
        token = in.secret("token");
        username = in.text("username");
        password = in.secret("password");
        tokenPath = either(in.text("tokenPath"), tokenPath);
        clientId = in.text("clientId");
        clientSecret = in.secret("clientSecret");
        scope = in.text("scope");
        paths.putAll(either(in.pairs("paths"), Map.of()));
        updateMethod = either(in.text("updateMethod"), updateMethod);
        uploadMethod = either(in.text("uploadMethod"), uploadMethod);
        items = either(in.text("items"), items);
        item = either(in.text("item"), item);
        paging = new JsonPaging(
                either(in.word("paging", JsonPaging.Kind.class), JsonPaging.Kind.NONE),
                in.text("pageParameter"),
                either(in.integer("firstPage", 0, 1_000), 0),
                in.text("next"),
                in.text("sizeParameter"),
                in.text("total"));
        fields.putAll(either(in.pairs("fields"), Map.of()));
        rights.putAll(either(in.pairs("rights"), Map.of()));
        filters.putAll(either(in.pairs("filters"), Map.of()));
        ownFields = either(in.words("ownFields"), ownFields);
        errorCode = either(in.text("errorCode"), errorCode);
        errorMessage = either(in.text("errorMessage"), errorMessage);
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public GenericConfig build() {
        ConfigCheck check = startCheck();
        GenericChecks checks = new GenericChecks(check);
        checks.system(system);
        checkAuth(check);
        checks.paths(paths);
        checks.method("updateMethod", updateMethod, Set.of("PATCH", "PUT", "POST"));
        checks.method("uploadMethod", uploadMethod, Set.of("PUT", "POST"));
        checks.fields(fields);
        checks.rights(rights);
        checks.filters(filters);
        checks.paging(paging);
        checks.writing(paths, fields, filters);
        checks.pointer("items", items);
        checks.pointer("item", item);
        checks.pointer("errorCode", errorCode);
        checks.pointer("errorMessage", errorMessage);
        check.finish(GenericConnector.SYSTEM);
        Map<AssetField, JsonPointer> mapped = new LinkedHashMap<>();
        fields.forEach((word, pointer) -> mapped.put(AssetField.of(word).orElseThrow(), JsonPointer.of(pointer)));
        Map<String, JsonPointer> permitted = new LinkedHashMap<>();
        rights.forEach((name, pointer) -> permitted.put(name, JsonPointer.of(pointer)));
        return new GenericConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                system,
                credential(),
                GenericChecks.templates(paths),
                updateMethod,
                uploadMethod,
                JsonPointer.of(items),
                JsonPointer.of(item),
                paging,
                mapped,
                permitted,
                filters,
                ownFields,
                JsonPointer.of(errorCode),
                JsonPointer.of(errorMessage));
    }

    private void checkAuth(ConfigCheck check) {
        switch (auth) {
            case NONE -> {}
            case HEADER -> {
                check.required("token", token);
                if (!authHeader.matches("[A-Za-z0-9-]+")) {
                    check.problem("authHeader", "must be the name of a header");
                }
            }
            case BEARER -> check.required("token", token);
            case BASIC -> {
                check.required("username", username);
                check.required("password", password);
                if (username != null && username.indexOf(':') >= 0) {
                    check.problem("username", "must not hold a colon");
                }
            }
            case CLIENT_CREDENTIALS -> {
                check.path("tokenPath", tokenPath);
                check.required("clientId", clientId);
                check.required("clientSecret", clientSecret);
            }
        }
    }

    private GenericAuth credential() {
        return switch (auth) {
            case NONE -> new GenericAuth.None();
            case HEADER -> new GenericAuth.Headers(Map.of(authHeader, Objects.requireNonNull(token)));
            case BEARER ->
                new GenericAuth.Headers(Map.of(
                        "Authorization",
                        Secret.of("Bearer " + Objects.requireNonNull(token).reveal())));
            case BASIC -> new GenericAuth.Basic(Objects.requireNonNull(username), Objects.requireNonNull(password));
            case CLIENT_CREDENTIALS ->
                new GenericAuth.ClientCredentials(new OAuthClient(
                        RequestUri.of(Objects.requireNonNull(endpoint()))
                                .at(tokenPath)
                                .build(),
                        Objects.requireNonNull(clientId),
                        Objects.requireNonNull(clientSecret),
                        scope,
                        OAuthClient.Style.FORM,
                        Map.of()));
        };
    }
}
