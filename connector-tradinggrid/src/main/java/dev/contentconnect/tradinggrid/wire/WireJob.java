package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was given to OpenText Messaging.
 *
 * @param jobId its id
 * @param jobState for example Posted or Complete
 * @param customerReferenceBase64 our reference, in base64
 * @param billingCodeBase64 the code it is billed to, in base64
 * @param entryTime when it was taken, UTC
 * @param htmlOpenTracking how often it was opened
 * @param attachments its files
 * @param deliveries one a recipient
 * @param rest members this SDK does not know
 */
public record WireJob(
        @JsonProperty("job_id") @Nullable String jobId,
        @JsonProperty("job_state") List<String> jobState,
        @JsonProperty("customer_reference_base64") @Nullable String customerReferenceBase64,
        @JsonProperty("billing_code_base64") @Nullable String billingCodeBase64,
        @JsonProperty("entry_time") @Nullable String entryTime,
        @JsonProperty("html_open_tracking") @Nullable WireOpens htmlOpenTracking,
        List<WireMessageAttachment> attachments,
        List<WireMessageDelivery> deliveries,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param jobId its id
     * @param jobState for example Posted or Complete
     * @param customerReferenceBase64 our reference, in base64
     * @param billingCodeBase64 the code it is billed to, in base64
     * @param entryTime when it was taken, UTC
     * @param htmlOpenTracking how often it was opened
     * @param attachments its files
     * @param deliveries one a recipient
     * @param rest members this SDK does not know
     */
    public WireJob {
        rest = Lenient.members(rest);
        jobState = Lenient.list(jobState);
        attachments = Lenient.list(attachments);
        deliveries = Lenient.list(deliveries);
    }
}
