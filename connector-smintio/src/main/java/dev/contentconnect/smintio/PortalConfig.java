package dev.contentconnect.smintio;

import dev.contentconnect.core.model.Segment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a portal, and what its collections are for.
 *
 * @param portalUrl the address for people; people log in there
 * @param endpoint where its interface is
 * @param portalUuid its id
 * @param searchPageUuid the id of its search page, or null
 * @param payloadPath the path of its payload, or null
 * @param collectionsFirstPage the number of the first page of collections and comments
 * @param pollEvery the pause between two looks at a background task
 * @param taskTimeout how long a background task is waited for
 * @param reviewCollection in which assets are talked about, or null
 * @param pendingCollection in which assets wait, or null
 * @param publicationShare how long the share of a publication lives; null for no shares
 * @param watchedCollections whose assets the feed looks at
 * @param audiences audience to user group
 * @param segmentFilters audience to form field value
 */
public record PortalConfig(
        @Nullable URI portalUrl,
        @Nullable URI endpoint,
        @Nullable String portalUuid,
        @Nullable String searchPageUuid,
        @Nullable String payloadPath,
        int collectionsFirstPage,
        Duration pollEvery,
        Duration taskTimeout,
        @Nullable String reviewCollection,
        @Nullable String pendingCollection,
        @Nullable Duration publicationShare,
        List<String> watchedCollections,
        Map<Segment, String> audiences,
        Map<Segment, Map<String, Object>> segmentFilters) {}
