package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation between two assets.
 *
 * @param id its id
 * @param assetId from this asset
 * @param relatedToAssetId to this one
 * @param relationType the name of its type
 * @param description more about it
 * @param rest members this SDK does not know
 */
public record WireRelation(
        @Nullable String id,
        @JsonProperty("asset_id") @Nullable String assetId,
        @JsonProperty("related_to_asset_id") @Nullable String relatedToAssetId,
        @JsonProperty("relation_type") @Nullable String relationType,
        @Nullable String description,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param assetId from this asset
     * @param relatedToAssetId to this one
     * @param relationType the name of its type
     * @param description more about it
     * @param rest members this SDK does not know
     */
    public WireRelation {
        rest = Lenient.members(rest);
    }
}
