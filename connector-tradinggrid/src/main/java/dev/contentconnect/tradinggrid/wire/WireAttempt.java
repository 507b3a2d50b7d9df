package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message.
 *
 * @param state for example Pending, InProcess, Submitted, Sent, Error or Cancelled
 * @param gammaCode the code of the delivery system
 * @param firstAttempt when it was tried first
 * @param deliveryTime when it was delivered
 * @param rest members this SDK does not know
 */
public record WireAttempt(
        @Nullable String state,
        @JsonProperty("gamma_code") @Nullable String gammaCode,
        @JsonProperty("first_attempt") @Nullable String firstAttempt,
        @JsonProperty("delivery_time") @Nullable String deliveryTime,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param state for example Pending, InProcess, Submitted, Sent, Error or Cancelled
     * @param gammaCode the code of the delivery system
     * @param firstAttempt when it was tried first
     * @param deliveryTime when it was delivered
     * @param rest members this SDK does not know
     */
    public WireAttempt {
        rest = Lenient.members(rest);
    }
}
