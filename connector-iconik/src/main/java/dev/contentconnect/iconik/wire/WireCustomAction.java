package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A custom action: an entry in the menus of the user interface that calls or opens an address.
 *
 * @param id its id
 * @param context ASSET, ASSET_SUBCLIP, SHARED_ASSET, COLLECTION, SHARED_COLLECTION, BULK, SAVED_SEARCH or NONE
 * @param title how it is called
 * @param url the address
 * @param type POST or OPEN
 * @param headers sent along; secrets
 * @param appId the application whose token is sent along
 * @param metadataView a form that the user fills in
 * @param disabled whether it is off
 * @param status HEALTHY or FAILING
 * @param lastError the last failure
 * @param rest members this SDK does not know
 */
public record WireCustomAction(
        @Nullable String id,
        @Nullable String context,
        @Nullable String title,
        @Nullable String url,
        @Nullable String type,
        Map<String, String> headers,
        @JsonProperty("app_id") @Nullable String appId,
        @JsonProperty("metadata_view") @Nullable String metadataView,
        @Nullable Boolean disabled,
        @Nullable String status,
        @JsonProperty("last_error") @Nullable String lastError,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param context ASSET, ASSET_SUBCLIP, SHARED_ASSET, COLLECTION, SHARED_COLLECTION, BULK, SAVED_SEARCH or NONE
     * @param title how it is called
     * @param url the address
     * @param type POST or OPEN
     * @param headers sent along; secrets
     * @param appId the application whose token is sent along
     * @param metadataView a form that the user fills in
     * @param disabled whether it is off
     * @param status HEALTHY or FAILING
     * @param lastError the last failure
     * @param rest members this SDK does not know
     */
    public WireCustomAction {
        headers = Wire.texts(headers);
        rest = Lenient.members(rest);
    }

    /** Names the action; headers are secrets. */
    @Override
    public String toString() {
        return "WireCustomAction[" + id + ", " + context + ", " + status + "]";
    }
}
