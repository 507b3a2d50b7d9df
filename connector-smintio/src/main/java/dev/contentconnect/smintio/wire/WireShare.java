package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A share: a collection, or some assets, for people with an address. The address and the password are secrets.
 *
 * @param shareId its id
 * @param shareLink the address; a secret
 * @param collectionId the collection that is shared
 * @param name what people call it
 * @param creationDate when it was made
 * @param expirationDate when it ends
 * @param rest members this SDK does not know; the password may be among them
 */
public record WireShare(
        @Nullable String shareId,
        @Nullable String shareLink,
        @Nullable String collectionId,
        @Nullable String name,
        @Nullable Object creationDate,
        @Nullable Object expirationDate,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {
    /** Names the share; the address is a secret. */
    @Override
    public String toString() {
        return "WireShare[" + shareId + " of " + collectionId + "]";
    }
}
