package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A distributor of Vermont Information Processing.
 *
 * @param sourceCode its code: five digits with leading zeros, perhaps a suffix
 * @param distributorName how it is called
 * @param vipSourceId a number of VIP's
 * @param vipCustomerId a number of VIP's
 * @param rest members this SDK does not know
 */
public record WireDistributor(
        @Nullable String sourceCode,
        @Nullable String distributorName,
        @Nullable Long vipSourceId,
        @Nullable Long vipCustomerId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param sourceCode its code: five digits with leading zeros, perhaps a suffix
     * @param distributorName how it is called
     * @param vipSourceId a number of VIP's
     * @param vipCustomerId a number of VIP's
     * @param rest members this SDK does not know
     */
    public WireDistributor {
        rest = Lenient.members(rest);
    }
}
