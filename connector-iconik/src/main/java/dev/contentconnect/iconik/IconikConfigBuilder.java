package dev.contentconnect.iconik;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.PollingConfigBuilder;
import dev.contentconnect.core.webhook.WebhookSecrets;
import dev.contentconnect.iconik.map.AssetFields;
import dev.contentconnect.iconik.map.RightsFields;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the options of an {@link IconikConfig}. Not safe for several threads. */
public final class IconikConfigBuilder extends PollingConfigBuilder<IconikConfigBuilder> {
    private static final URI MAIN_SYSTEM = URI.create("https://app.iconik.io");
    private static final int MIB = 1 << 20;

    private @Nullable String appId;
    private @Nullable Secret authToken;
    private @Nullable Secret clientSecret;
    private @Nullable String scope;
    private IconikConfig.TokenHeader tokenHeader = IconikConfig.TokenHeader.AUTH_TOKEN;
    private int requestsPerSecond = 50;
    private @Nullable String assetView;
    private Map<String, String> assetFields = AssetFields.DEFAULTS;
    private @Nullable String rightsView;
    private Map<String, String> rightsFields = RightsFields.DEFAULTS;
    private Map<String, String> reviewers = Map.of();
    private String approvalStatusField = "approval_status";
    private @Nullable String publicationCollection;
    private boolean publicationShare;
    private Map<Segment, String> audiences = Map.of();
    private @Nullable String storage;
    private int partBytes = 16 << 20;
    private Duration indexPatience = Duration.ofSeconds(15);
    private List<Secret> webhookSecrets = List.of();
    private String webhookHeader = WebhookSecrets.HEADER;
    private @Nullable String systemDomain;

    IconikConfigBuilder() {
        super(Duration.ofMinutes(2));
        endpoint(MAIN_SYSTEM);
    }

    @Override
    protected IconikConfigBuilder self() {
        return this;
    }

    /**
     * Sets the id of the application; required. With OAuth it is the client id.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder appId(@Nullable String value) {
        this.appId = value;
        return this;
    }

    /**
     * Sets the long-lived token of a service account; this or {@code clientSecret} is required.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder authToken(@Nullable Secret value) {
        this.authToken = value;
        return this;
    }

    /**
     * Sets the secret of a backend service, for OAuth client credentials.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder clientSecret(@Nullable Secret value) {
        this.clientSecret = value;
        return this;
    }

    /**
     * Sets the scope that is asked for with OAuth.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder scope(@Nullable String value) {
        this.scope = value;
        return this;
    }

    /**
     * Sets how the token is shown; {@code Auth-Token} until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder tokenHeader(IconikConfig.TokenHeader value) {
        this.tokenHeader = value;
        return this;
    }

    /**
     * Sets how many requests a second the service allows, 1–1000; 50 until set. It counts those of 20 seconds, so that
     * 97 % of them are made. {@code rateGate} goes before it.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder requestsPerSecond(int value) {
        this.requestsPerSecond = value;
        return this;
    }

    /**
     * Sets the id of the metadata view that describes assets; without it assets have a title only.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder assetView(@Nullable String value) {
        this.assetView = value;
        return this;
    }

    /**
     * Sets what the fields of that view are called, by canonical name; names not given keep their defaults, and a blank field is not used.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder assetFields(Map<String, String> value) {
        this.assetFields = value;
        return this;
    }

    /**
     * Sets the id of the metadata view that holds rights; without it rights are the block alone.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder rightsView(@Nullable String value) {
        this.rightsView = value;
        return this;
    }

    /**
     * Sets what the fields of that view are called, by canonical name; names not given keep their defaults, and a blank field is not used.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder rightsFields(Map<String, String> value) {
        this.rightsFields = value;
        return this;
    }

    /**
     * Sets who is asked for a stakeholder: {@code user:} or {@code group:} with an id, or an e-mail address of somebody from outside.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder reviewers(Map<String, String> value) {
        this.reviewers = value;
        return this;
    }

    /**
     * Sets what the index calls the status of an approval; {@code approval_status} until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder approvalStatusField(String value) {
        this.approvalStatusField = value;
        return this;
    }

    /**
     * Sets the id of the collection under which publications are made; without it there is no publisher.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder publicationCollection(@Nullable String value) {
        this.publicationCollection = value;
        return this;
    }

    /**
     * Sets whether each publication gets a share with an address, for people who are no users; false until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder publicationShare(boolean value) {
        this.publicationShare = value;
        return this;
    }

    /**
     * Sets the collections under which publications for an audience are made.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder audiences(Map<Segment, String> value) {
        this.audiences = value;
        return this;
    }

    /**
     * Sets the id of the storage for uploads; the one that the service finds fit until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder storage(@Nullable String value) {
        this.storage = value;
        return this;
    }

    /**
     * Sets how large the parts of an upload to S3 are, 5 to 512 MiB; 16 MiB until set. One part is held in memory.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder partBytes(int value) {
        this.partBytes = value;
        return this;
    }

    /**
     * Sets how long the index may lag behind what was just made; 15 seconds until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder indexPatience(Duration value) {
        this.indexPatience = value;
        return this;
    }

    /**
     * Sets secrets that pushed events carry, the current one first; during a rotation the old one as well. Without any there is no receiver.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder webhookSecrets(List<Secret> value) {
        this.webhookSecrets = value;
        return this;
    }

    /**
     * Sets the header in which pushed events carry the secret.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder webhookHeader(String value) {
        this.webhookHeader = value;
        return this;
    }

    /**
     * Sets the id of the tenant that pushed events must be of; any until set.
     *
     * @param value the value
     * @return this builder
     */
    public IconikConfigBuilder systemDomain(@Nullable String value) {
        this.systemDomain = value;
        return this;
    }

    /** Reads options by name; what is wrong is kept for {@link #build()}. */
    IconikConfigBuilder read(Map<String, String> options) {
        OptionReader in = new OptionReader(options);
        common(in);
        appId = in.text("appId");
        authToken = in.secret("authToken");
        clientSecret = in.secret("clientSecret");
        scope = in.text("scope");
        tokenHeader = either(in.word("tokenHeader", IconikConfig.TokenHeader.class), tokenHeader);
        requestsPerSecond = either(in.integer("requestsPerSecond", 1, 1_000), requestsPerSecond);
        assetView = in.text("assetView");
        assetFields = either(in.pairs("assetFields"), assetFields);
        rightsView = in.text("rightsView");
        rightsFields = either(in.pairs("rightsFields"), rightsFields);
        reviewers = either(in.pairs("reviewers"), reviewers);
        approvalStatusField = either(in.text("approvalStatusField"), approvalStatusField);
        publicationCollection = in.text("publicationCollection");
        publicationShare = in.flag("publicationShare", publicationShare);
        audiences = either(IconikOptions.audiences(in), audiences);
        storage = in.text("storage");
        partBytes = either(in.integer("partBytes", 5 * MIB, 512 * MIB), partBytes);
        indexPatience = either(in.duration("indexPatience"), indexPatience);
        webhookSecrets = either(in.secrets("webhookSecrets"), webhookSecrets);
        webhookHeader = either(in.text("webhookHeader"), webhookHeader);
        systemDomain = in.text("systemDomain");
        return finish(in);
    }

    /**
     * The configuration.
     *
     * @return the configuration
     * @throws ConfigException when options are missing or wrong; names all of them
     */
    public IconikConfig build() {
        ConfigCheck check = startCheck();
        check.word("appId", appId);
        if ((authToken == null) == (clientSecret == null)) {
            check.problem(
                    "authToken",
                    authToken == null ? "or clientSecret is required" : "and clientSecret exclude each other");
        }
        check.range("requestsPerSecond", requestsPerSecond, 1, 1_000);
        check.range("partBytes", partBytes, 5L * MIB, 512L * MIB);
        check.notNegative("indexPatience", indexPatience);
        IconikOptions.assetFields(check, assetFields.keySet());
        check.known("rightsFields", rightsFields.keySet(), RightsFields.NAMES);
        check.word("approvalStatusField", approvalStatusField);
        check.word("webhookHeader", webhookHeader);
        IconikOptions.reviewers(check, reviewers);
        if (!audiences.isEmpty() && publicationCollection == null) {
            check.problem("publicationCollection", "is required with audiences");
        }
        check.wordIfGiven("assetView", assetView);
        check.wordIfGiven("rightsView", rightsView);
        check.wordIfGiven("publicationCollection", publicationCollection);
        check.wordIfGiven("storage", storage);
        check.wordIfGiven("systemDomain", systemDomain);
        check.finish(IconikConnector.SYSTEM);
        return new IconikConfig(
                commonOptions(Objects.requireNonNull(endpoint())),
                Objects.requireNonNull(appId),
                authToken,
                clientSecret,
                scope,
                tokenHeader,
                requestsPerSecond,
                assetView,
                AssetFields.merged(assetFields),
                rightsView,
                RightsFields.merged(rightsFields),
                reviewers,
                approvalStatusField,
                publicationCollection,
                publicationShare,
                audiences,
                storage,
                partBytes,
                indexPatience,
                overlap(),
                feedFrom(),
                webhookSecrets,
                webhookHeader,
                systemDomain);
    }
}
