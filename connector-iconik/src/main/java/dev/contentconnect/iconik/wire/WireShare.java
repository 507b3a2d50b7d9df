package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share: an object that somebody may see without being a user. Its address is a secret.
 *
 * @param id its id
 * @param title the title
 * @param url the address; null where the links went out by mail; a secret
 * @param objectId what is shared
 * @param objectType assets or collections
 * @param ownerId who shared it
 * @param expires when it ends
 * @param dateCreated when it was made
 * @param hasPassword whether it asks for a password
 * @param rest members this SDK does not know
 */
public record WireShare(
        @Nullable String id,
        @Nullable String title,
        @Nullable String url,
        @JsonProperty("object_id") @Nullable String objectId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("owner_id") @Nullable String ownerId,
        @Nullable String expires,
        @JsonProperty("date_created") @Nullable String dateCreated,
        @JsonProperty("has_password") @Nullable Boolean hasPassword,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param title the title
     * @param url the address; null where the links went out by mail; a secret
     * @param objectId what is shared
     * @param objectType assets or collections
     * @param ownerId who shared it
     * @param expires when it ends
     * @param dateCreated when it was made
     * @param hasPassword whether it asks for a password
     * @param rest members this SDK does not know
     */
    public WireShare {
        rest = Lenient.members(rest);
    }

    /** Names the share; the address is a secret. */
    @Override
    public String toString() {
        return "WireShare[" + id + " of " + objectType + " " + objectId + "]";
    }
}
