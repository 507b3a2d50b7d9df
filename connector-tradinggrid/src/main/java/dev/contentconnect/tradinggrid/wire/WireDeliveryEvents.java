package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a message after it was sent.
 *
 * @param email for e-mail
 * @param sms for SMS
 * @param rest members this SDK does not know
 */
public record WireDeliveryEvents(
        @JsonProperty("email_delivery_events") @Nullable WireMailEvents email,
        @JsonProperty("sms_delivery_events") List<Object> sms,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param email for e-mail
     * @param sms for SMS
     * @param rest members this SDK does not know
     */
    public WireDeliveryEvents {
        rest = Lenient.members(rest);
        sms = Lenient.list(sms);
    }
}
