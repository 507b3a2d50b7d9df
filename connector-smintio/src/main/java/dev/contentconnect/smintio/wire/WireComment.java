package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param commentId its id
 * @param sentByUserUuid who said it
 * @param sentByUserName the name
 * @param createdAt when
 * @param lastUpdatedAt when it was last changed
 * @param comment what was said
 * @param rest members this SDK does not know
 */
public record WireComment(
        @Nullable String commentId,
        @Nullable String sentByUserUuid,
        @Nullable String sentByUserName,
        @Nullable Object createdAt,
        @Nullable Object lastUpdatedAt,
        @Nullable String comment,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
