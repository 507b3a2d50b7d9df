package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a message came with one recipient.
 *
 * @param refBase64 our reference, in base64
 * @param email the e-mail address
 * @param sms the number
 * @param attempts each try
 * @param events what happened since
 * @param rest members this SDK does not know
 */
public record WireMessageDelivery(
        @JsonProperty("ref_base64") @Nullable String refBase64,
        @Nullable String email,
        @Nullable String sms,
        @JsonProperty("delivery_attempts") List<WireAttempt> attempts,
        @Nullable WireDeliveryEvents events,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param refBase64 our reference, in base64
     * @param email the e-mail address
     * @param sms the number
     * @param attempts each try
     * @param events what happened since
     * @param rest members this SDK does not know
     */
    public WireMessageDelivery {
        rest = Lenient.members(rest);
        attempts = Lenient.list(attempts);
    }
}
