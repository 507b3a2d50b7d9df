package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content that was bought.
 *
 * @param uuid its id, with the provider's name and colons inside
 * @param provider whose content, for example {@code getty}
 * @param contentType image, video, audio, document, 3d, template
 * @param contentCategory creative or editorial
 * @param name by culture
 * @param description by culture; may be empty
 * @param contributors who made it
 * @param copyrightNotices by culture
 * @param keywords names only, which repeat
 * @param providerUrls where the provider shows it
 * @param isEditorialUse whether for news and education only
 * @param isAi whether a machine made it
 * @param createdAt when it was made
 * @param releases whether people and owners agreed
 * @param rest members this SDK hands on as they are
 */
public record WireContent(
        @Nullable String uuid,
        @Nullable String provider,
        @JsonProperty("content_type") @Nullable String contentType,
        @JsonProperty("content_category") @Nullable String contentCategory,
        @Nullable List<@Nullable WireText> name,
        @Nullable List<@Nullable WireText> description,
        @Nullable List<@Nullable WireElement> contributors,
        @JsonProperty("copyright_notices") @Nullable List<@Nullable WireText> copyrightNotices,

        @Nullable List<@Nullable WireElement> keywords,
        @JsonProperty("provider_urls") @Nullable List<@Nullable WireElement> providerUrls,

        @JsonProperty("is_editorial_use") @Nullable Boolean isEditorialUse,
        @JsonProperty("is_ai") @Nullable Boolean isAi,
        @JsonProperty("created_at") @Nullable Object createdAt,
        @JsonProperty("release_details") @Nullable Releases releases,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {
    /**
     * Whether the people and owners shown agreed.
     *
     * @param model all, not_released, no_release_required or released
     * @param property the same for things
     * @param rest members this SDK hands on as they are
     */
    public record Releases(
            @JsonProperty("model_release_state") @Nullable String model,

            @JsonProperty("property_release_state") @Nullable String property,

            @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
}
