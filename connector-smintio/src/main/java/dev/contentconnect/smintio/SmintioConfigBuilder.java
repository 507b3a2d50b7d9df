package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.spi.HostServices;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the options of a {@link SmintioConfig}. Not safe for several threads. */
public final class SmintioConfigBuilder extends PortalOptions {
    private @Nullable String tenant;
    private @Nullable String clientId;
    private @Nullable Secret clientSecret;
    private @Nullable URI redirectUri;
    private List<String> languages = List.of();
    private @Nullable String metadataPath;
    private @Nullable String purchasesPath;
    private @Nullable String binariesPath;
    private @Nullable URI licensingEndpoint;
    private @Nullable TokenStore tokens;
    private @Nullable URI backendEndpoint;
    private @Nullable URI adminEndpoint;
    private @Nullable String backendGroupPath;
    private @Nullable String frontendGroupPath;
    private @Nullable Integer scanPages;
    private @Nullable PurchaseShelf shelf;
    private @Nullable TokenStore hostTokens;

    SmintioConfigBuilder() {}

    @Override
    protected SmintioConfigBuilder self() {
        return this;
    }

    /**
     * Sets the name of the tenant: the first part of its address; required.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder tenant(@Nullable String value) {
        this.tenant = value;
        return this;
    }

    /**
     * Sets the client id that Smint.io gave out; required.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder clientId(@Nullable String value) {
        this.clientId = value;
        return this;
    }

    /**
     * Sets the client's secret; required.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return this;
    }

    /**
     * Sets where people come back to after a login; required.
     *
     * @param value http or https, letter by letter as Smint.io has it on its list
     * @return this builder
     */
    public SmintioConfigBuilder redirectUri(@Nullable URI value) {
        this.redirectUri = value;
        return this;
    }

    /**
     * Sets the languages that are wanted, best first; all of them until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder languages(List<String> value) {
        this.languages = value;
        return this;
    }

    /**
     * Sets the path of getGenericMetadataForSync below the licensing endpoint, from the vendor's private documents; required with licensing.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder metadataPath(@Nullable String value) {
        this.metadataPath = value;
        return this;
    }

    /**
     * Sets the path of getLicensePurchaseTransactionsForSync; required with licensing.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder purchasesPath(@Nullable String value) {
        this.purchasesPath = value;
        return this;
    }

    /**
     * Sets the path of getLicensePurchaseTransactionBinariesForSync with {@code {cartPurchaseTransactionUuid}} and {@code {licensePurchaseTransactionUuid}} in it; required with licensing.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder binariesPath(@Nullable String value) {
        this.binariesPath = value;
        return this;
    }

    /**
     * Sets where licensing is; {@code https://{tenant}.clapi.smint.io/consumer/v1} until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder licensingEndpoint(@Nullable URI value) {
        this.licensingEndpoint = value;
        return this;
    }

    /**
     * Sets where the refresh token of licensing, backend and groups is kept; required with licensing.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder tokens(@Nullable TokenStore value) {
        this.tokens = value;
        return this;
    }

    /**
     * Sets where the backend is; {@code https://{tenant}.portalsapib.smint.io/backend/v1} until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder backendEndpoint(@Nullable URI value) {
        this.backendEndpoint = value;
        return this;
    }

    /**
     * Sets where groups are; {@code https://{tenant}.portal-api.smint.io/portal/v1} until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder adminEndpoint(@Nullable URI value) {
        this.adminEndpoint = value;
        return this;
    }

    /**
     * Sets the path of AddOrRemovePortalsBackendUserGroupUsers with {@code {userGroupUuid}} in it.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder backendGroupPath(@Nullable String value) {
        this.backendGroupPath = value;
        return this;
    }

    /**
     * Sets the path of AddOrRemovePortalsFrontendUserGroupUsers with {@code {userGroupUuid}} and {@code {portalUuid}} in it.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder frontendGroupPath(@Nullable String value) {
        this.frontendGroupPath = value;
        return this;
    }

    /**
     * Sets how many pages of purchases are read to find one without a shelf, 1 to 100,000; 1,000 until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder scanPages(int value) {
        this.scanPages = value;
        return this;
    }

    /**
     * Sets where purchases are kept, so that one of them can be found at once; the stream is read each time until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder shelf(@Nullable PurchaseShelf value) {
        this.shelf = value;
        return this;
    }

    /** Takes what a host brings along; its place for tokens is used where only one login is needed. */
    @Override
    public SmintioConfigBuilder host(HostServices host) {
        hostTokens = host.tokens();
        return super.host(host);
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    SmintioConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        tenant = in.text("tenant");
        clientId = in.text("clientId");
        clientSecret = in.secret("clientSecret");
        redirectUri = in.uri("redirectUri");
        languages = either(SmintioOptions.list(in, "languages"), languages);
        metadataPath = in.text("metadataPath");
        purchasesPath = in.text("purchasesPath");
        binariesPath = in.text("binariesPath");
        licensingEndpoint = in.uri("licensingEndpoint");
        portalUrl = in.uri("portalUrl");
        portalUuid = in.text("portalUuid");
        searchPageUuid = in.text("searchPageUuid");
        frontendEndpoint = in.uri("frontendEndpoint");
        payloadPath = in.text("payloadPath");
        backendEndpoint = in.uri("backendEndpoint");
        adminEndpoint = in.uri("adminEndpoint");
        backendGroupPath = in.text("backendGroupPath");
        frontendGroupPath = in.text("frontendGroupPath");
        reviewCollection = in.text("reviewCollection");
        pendingCollection = in.text("pendingCollection");
        publicationShare = in.duration("publicationShare");
        watchedCollections = either(SmintioOptions.list(in, "watchedCollections"), watchedCollections);
        audiences = either(SmintioOptions.audiences(in), audiences);
        segmentFilters = either(SmintioOptions.filters(in), segmentFilters);
        collectionsFirstPage = either(in.integer("collectionsFirstPage", 0, 1), collectionsFirstPage);
        pollEvery = either(in.duration("pollEvery"), pollEvery);
        taskTimeout = either(in.duration("taskTimeout"), taskTimeout);
        Integer pages = in.integer("scanPages", 1, 100_000);
        scanPages = pages != null ? pages : scanPages;
        Path folder = in.optional("tokenFolder", Path::of, "a folder");
        if (folder != null) {
            tokens = TokenStore.file(folder.resolve("smintio.token"));
            portalTokens = TokenStore.file(folder.resolve("smintio-portal.token"));
        }
        Path shelved = in.optional("shelfFolder", Path::of, "a folder");
        shelf = shelved == null ? shelf : shelf(in, shelved);
        return finish(in);
    }

    private static @Nullable PurchaseShelf shelf(OptionReader in, Path folder) {
        try {
            return PurchaseShelf.folder(folder);
        } catch (UncheckedIOException e) {
            in.problem("shelfFolder", "cannot be used: " + e.getCause());
            return null;
        }
    }

    /** Whoever says where licensing is, or where its purchases are kept, means to use it. */
    private boolean isLicensingMeant() {
        return metadataPath != null
                || purchasesPath != null
                || binariesPath != null
                || licensingEndpoint != null
                || scanPages != null
                || shelf != null;
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public SmintioConfig build() {
        SmintioOptions.Hosts hosts = SmintioOptions.Hosts.of(tenant);
        URI identity = endpoint() != null || hosts == null ? endpoint() : hosts.identity();
        boolean licensing = isLicensingMeant();
        boolean portal = isPortalMeant();
        TokenStore full = tokens != null ? tokens : portal ? null : hostTokens;
        TokenStore front = portalTokens != null ? portalTokens : licensing ? null : hostTokens;
        LicensingConfig licensed = new LicensingConfig(
                licensingEndpoint != null || hosts == null ? licensingEndpoint : hosts.licensing(),
                metadataPath,
                purchasesPath,
                binariesPath,
                either(scanPages, 1_000),
                shelf);
        PortalConfig portals = new PortalConfig(
                portalUrl,
                frontendEndpoint != null || hosts == null ? frontendEndpoint : hosts.frontend(),
                portalUuid,
                searchPageUuid,
                payloadPath,
                collectionsFirstPage,
                pollEvery,
                taskTimeout,
                reviewCollection,
                pendingCollection,
                publicationShare,
                watchedCollections,
                audiences,
                segmentFilters);
        AdminConfig admin = new AdminConfig(
                backendEndpoint != null || hosts == null ? backendEndpoint : hosts.backend(),
                adminEndpoint != null || hosts == null ? adminEndpoint : hosts.admin(),
                backendGroupPath,
                frontendGroupPath);
        SmintioOptions.Login login = new SmintioOptions.Login(tenant, clientId, clientSecret, redirectUri, full, front);
        SmintioOptions.check(
                        startCheckWithoutEndpoint(), login, licensing ? licensed : null, portal ? portals : null, admin)
                .finish(SmintioConnector.SYSTEM);
        return new SmintioConfig(
                commonOptions(Objects.requireNonNull(identity)),
                Objects.requireNonNull(tenant),
                Objects.requireNonNull(clientId),
                Objects.requireNonNull(clientSecret),
                Objects.requireNonNull(redirectUri),
                languages,
                full,
                front,
                licensing ? licensed : null,
                portal ? portals : null,
                admin,
                new SmintioPorts(statusPort, taskDecisions, downloadHistory, licenseLinks));
    }
}
