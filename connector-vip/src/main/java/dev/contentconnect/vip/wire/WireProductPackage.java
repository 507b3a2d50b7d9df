package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a product is sold.
 *
 * @param itemCode the distributor's own code of it
 * @param retailUpc the number on it, as it was sent
 * @param name how it is called, for example {@code 6/4/12 oz can}
 * @param beverageId VIP's number of it
 * @param rest members this SDK does not know
 */
public record WireProductPackage(
        @JsonProperty("dist_item_code") @Nullable String itemCode,
        @JsonProperty("retail_upc") @Nullable String retailUpc,
        @JsonProperty("package_name") @Nullable String name,
        @JsonProperty("beverage_id") @Nullable String beverageId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param itemCode the distributor's own code of it
     * @param retailUpc the number on it, as it was sent
     * @param name how it is called, for example {@code 6/4/12 oz can}
     * @param beverageId VIP's number of it
     * @param rest members this SDK does not know
     */
    public WireProductPackage {
        rest = Lenient.members(rest);
    }

    /**
     * The number on it in the form that compares: digits shorter than twelve are filled up with zeros on the left, as VIP's
     * own page does; longer ones and what is no number stay as they are.
     *
     * @return empty when there is none
     */
    public String upc() {
        String raw = retailUpc == null ? "" : retailUpc.strip();
        boolean digits = !raw.isEmpty() && raw.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && raw.length() < 12 ? "0".repeat(12 - raw.length()) + raw : raw;
    }
}
