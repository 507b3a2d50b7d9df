package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A brand in a distributor's portfolio.
 *
 * @param id its id
 * @param name its name; products name it as their supplier
 * @param logo the address of its logo; may be empty
 * @param rest members this SDK does not know, description and links among them
 */
public record WireBrand(
        @JsonProperty("brand_id") @Nullable String id,
        @JsonProperty("brand_name") @Nullable String name,
        @JsonProperty("brand_logo") @Nullable String logo,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name; products name it as their supplier
     * @param logo the address of its logo; may be empty
     * @param rest members this SDK does not know, description and links among them
     */
    public WireBrand {
        rest = Lenient.members(rest);
    }
}
