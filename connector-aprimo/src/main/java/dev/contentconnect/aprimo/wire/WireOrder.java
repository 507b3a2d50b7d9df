package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order: a delivery that the service prepares.
 *
 * @param id its id
 * @param orderType for example download
 * @param status Pending, Queued, Scheduled, Executing, AsyncPending, AsyncExecuting, Success, PartiallyFailed, Failed or Cancelled
 * @param deliveredFiles addresses, as texts or as objects with a deliveredPath
 * @param message what the service says about it
 * @param failedTargetsCount how many targets failed
 * @param totalFileSize bytes
 * @param createdOn when it was made
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireOrder(
        @Nullable String id,
        @Nullable String orderType,
        @Nullable String status,
        @Nullable Object deliveredFiles,
        @Nullable String message,
        @Nullable Integer failedTargetsCount,
        @Nullable Long totalFileSize,
        @Nullable String createdOn,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param orderType for example download
     * @param status Pending, Queued, Scheduled, Executing, AsyncPending, AsyncExecuting, Success, PartiallyFailed, Failed or Cancelled
     * @param deliveredFiles addresses, as texts or as objects with a deliveredPath
     * @param message what the service says about it
     * @param failedTargetsCount how many targets failed
     * @param totalFileSize bytes
     * @param createdOn when it was made
     * @param rest members this SDK does not know
     */
    public WireOrder {
        rest = Lenient.members(rest);
    }
}
