package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A collection of a portal.
 *
 * @param collectionId its id
 * @param name what people call it
 * @param permissionLevel what this user may do with it
 * @param isShare whether it was shared
 * @param isSearchBased whether a search fills it, so that assets cannot be put into it
 * @param totalCommentCount how many comments
 * @param rest members this SDK does not know
 */
public record WireCollection(
        @Nullable String collectionId,
        @Nullable String name,
        @Nullable Integer permissionLevel,
        @Nullable Boolean isShare,
        @Nullable Boolean isSearchBased,
        @Nullable Integer totalCommentCount,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
