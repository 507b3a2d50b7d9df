package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A webhook: an address that is told of events.
 *
 * @param id its id
 * @param eventType for example assets or collections
 * @param realm for example entity or metadata; null for any
 * @param operation create, update or delete; null for any
 * @param objectId one object only
 * @param name its name
 * @param description more about it
 * @param status ENABLED, DISABLED, FAILING or DELETED
 * @param url the address
 * @param headers sent along; secrets
 * @param query a filter on the event
 * @param firstFailedAt since when it fails
 * @param lastError the last failure
 * @param rest members this SDK does not know
 */
public record WireWebhook(
        @Nullable String id,
        @JsonProperty("event_type") @Nullable String eventType,
        @Nullable String realm,
        @Nullable String operation,
        @JsonProperty("object_id") @Nullable String objectId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String status,
        @Nullable String url,
        Map<String, String> headers,
        @Nullable String query,
        @JsonProperty("first_failed_at") @Nullable String firstFailedAt,
        @JsonProperty("last_error") @Nullable String lastError,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param eventType for example assets or collections
     * @param realm for example entity or metadata; null for any
     * @param operation create, update or delete; null for any
     * @param objectId one object only
     * @param name its name
     * @param description more about it
     * @param status ENABLED, DISABLED, FAILING or DELETED
     * @param url the address
     * @param headers sent along; secrets
     * @param query a filter on the event
     * @param firstFailedAt since when it fails
     * @param lastError the last failure
     * @param rest members this SDK does not know
     */
    public WireWebhook {
        headers = Wire.texts(headers);
        rest = Lenient.members(rest);
    }

    /** Names the webhook and its status; headers are secrets. */
    @Override
    public String toString() {
        return "WireWebhook[" + id + ", " + eventType + ", " + status + "]";
    }
}
