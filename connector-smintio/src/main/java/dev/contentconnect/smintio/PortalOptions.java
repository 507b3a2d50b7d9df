package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.ConnectorConfigBuilder;
import dev.contentconnect.smintio.api.DownloadHistory;
import dev.contentconnect.smintio.api.LicenseLinks;
import dev.contentconnect.smintio.api.StatusPort;
import dev.contentconnect.smintio.api.TaskDecisions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options of a portal, and what the host does where Smint.io publishes nothing. */
public abstract class PortalOptions extends ConnectorConfigBuilder<SmintioConfigBuilder> {
    @Nullable URI portalUrl;

    @Nullable String portalUuid;

    @Nullable String searchPageUuid;

    @Nullable URI frontendEndpoint;

    @Nullable String payloadPath;

    @Nullable TokenStore portalTokens;

    @Nullable String reviewCollection;

    @Nullable String pendingCollection;

    @Nullable Duration publicationShare;

    List<String> watchedCollections = List.of();
    Map<Segment, String> audiences = Map.of();
    Map<Segment, Map<String, Object>> segmentFilters = Map.of();
    int collectionsFirstPage = 0;
    Duration pollEvery = Duration.ofSeconds(5);
    Duration taskTimeout = Duration.ofMinutes(10);

    @Nullable StatusPort statusPort;

    @Nullable TaskDecisions taskDecisions;

    @Nullable DownloadHistory downloadHistory;

    @Nullable LicenseLinks licenseLinks;

    PortalOptions() {}

    /** Whoever says anything of a portal means to use one. Where its login is kept may be said of both by one option. */
    boolean isPortalMeant() {
        return portalUrl != null
                || portalUuid != null
                || searchPageUuid != null
                || frontendEndpoint != null
                || payloadPath != null
                || reviewCollection != null
                || pendingCollection != null
                || publicationShare != null
                || !watchedCollections.isEmpty()
                || !audiences.isEmpty()
                || !segmentFilters.isEmpty();
    }

    /**
     * Sets the address of the portal, which is also where people log in to it; required with a portal.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder portalUrl(@Nullable URI value) {
        this.portalUrl = value;
        return self();
    }

    /**
     * Sets the id of the portal; required with a portal.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder portalUuid(@Nullable String value) {
        this.portalUuid = value;
        return self();
    }

    /**
     * Sets the id of the portal's search page; without it assets cannot be searched for.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder searchPageUuid(@Nullable String value) {
        this.searchPageUuid = value;
        return self();
    }

    /**
     * Sets where the portal's interface is; {@code https://{tenant}.portalsapife.smint.io/frontend/v1} until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder frontendEndpoint(@Nullable URI value) {
        this.frontendEndpoint = value;
        return self();
    }

    /**
     * Sets the path of the portal's payload below the portal's {@code /portal/v1}, from the vendor's private documents.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder payloadPath(@Nullable String value) {
        this.payloadPath = value;
        return self();
    }

    /**
     * Sets where the refresh token of the portal is kept; required with a portal.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder portalTokens(@Nullable TokenStore value) {
        this.portalTokens = value;
        return self();
    }

    /**
     * Sets the id of the collection in which assets are talked about; without it there are no comments.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder reviewCollection(@Nullable String value) {
        this.reviewCollection = value;
        return self();
    }

    /**
     * Sets the id of the collection of what waits: published assets leave it and held ones come back to it.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder pendingCollection(@Nullable String value) {
        this.pendingCollection = value;
        return self();
    }

    /**
     * Sets how long the share of a publication lives; no shares until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder publicationShare(@Nullable Duration value) {
        this.publicationShare = value;
        return self();
    }

    /**
     * Sets the ids of the collections whose assets the feed looks at; none until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder watchedCollections(List<String> value) {
        this.watchedCollections = value;
        return self();
    }

    /**
     * Sets audience to the user group of the portal that may see its publications.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder audiences(Map<Segment, String> value) {
        this.audiences = value;
        return self();
    }

    /**
     * Sets audience to the form field value that finds its assets, as the portal's filters give it.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder segmentFilters(Map<Segment, Map<String, Object>> value) {
        this.segmentFilters = value;
        return self();
    }

    /**
     * Sets the number of the first page of collections and comments, 0 or 1; 0 until set, which misses nothing of a portal that
     * counts from 1 either: a second page that is the first again is passed over.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder collectionsFirstPage(int value) {
        this.collectionsFirstPage = value;
        return self();
    }

    /**
     * Sets the pause between two looks at a background task, 1 to 60 seconds; 5 until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder pollEvery(Duration value) {
        this.pollEvery = value;
        return self();
    }

    /**
     * Sets how long a background task is waited for; 10 minutes until set.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder taskTimeout(Duration value) {
        this.taskTimeout = value;
        return self();
    }

    /**
     * Sets where the status of assets is kept.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder statusPort(@Nullable StatusPort value) {
        this.statusPort = value;
        return self();
    }

    /**
     * Sets what decides on tasks.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder taskDecisions(@Nullable TaskDecisions value) {
        this.taskDecisions = value;
        return self();
    }

    /**
     * Sets what knows of downloads from the portal.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder downloadHistory(@Nullable DownloadHistory value) {
        this.downloadHistory = value;
        return self();
    }

    /**
     * Sets what knows under which licence an asset of the portal was bought.
     *
     * @param value the value
     * @return this builder
     */
    public SmintioConfigBuilder licenseLinks(@Nullable LicenseLinks value) {
        this.licenseLinks = value;
        return self();
    }
}
