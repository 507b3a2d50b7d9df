package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A product in a distributor's portfolio. Every member may be missing or empty.
 *
 * @param id its id
 * @param name its name
 * @param type its type
 * @param description a description
 * @param supplierName the brand, as the brand is named
 * @param styleName its style
 * @param imageSmall the address of the small image
 * @param imageLarge the address of the large image
 * @param sellSheet the address of the sell sheet, a PDF or an image
 * @param packages the forms in which it is sold; never null
 * @param rest members this SDK does not name: further styles, strength, ratings
 */
public record WireProduct(
        @JsonProperty("product_id") @Nullable String id,
        @JsonProperty("product_name") @Nullable String name,
        @JsonProperty("product_type") @Nullable String type,
        @JsonProperty("product_description") @Nullable String description,
        @JsonProperty("product_supplier_name") @Nullable String supplierName,
        @JsonProperty("product_style_name") @Nullable String styleName,
        @JsonProperty("product_image_small") @Nullable String imageSmall,
        @JsonProperty("product_image_large") @Nullable String imageLarge,
        @JsonProperty("product_sell_sheet") @Nullable String sellSheet,
        @JsonProperty("product_packages") List<WireProductPackage> packages,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param name its name
     * @param type its type
     * @param description a description
     * @param supplierName the brand, as the brand is named
     * @param styleName its style
     * @param imageSmall the address of the small image
     * @param imageLarge the address of the large image
     * @param sellSheet the address of the sell sheet, a PDF or an image
     * @param packages the forms in which it is sold; null among them, or instead of them, is left out
     * @param rest members this SDK does not name: further styles, strength, ratings
     */
    public WireProduct {
        packages = packages == null
                ? List.of()
                : packages.stream().filter(Objects::nonNull).toList();
        rest = Lenient.members(rest);
    }

    /**
     * Whether one of its packages carries a number.
     *
     * @param upc with or without leading zeros
     * @return true when it does, leading zeros up to twelve digits left aside
     */
    public boolean hasUpc(String upc) {
        String wanted = new WireProductPackage(null, upc, null, null, Map.of()).upc();
        return !wanted.isEmpty() && packages.stream().anyMatch(one -> one.upc().equals(wanted));
    }

    /**
     * Whether the distributor sells it under a code.
     *
     * @param itemCode the distributor's own code
     * @return true when one of its packages has it
     */
    public boolean hasItemCode(String itemCode) {
        return packages.stream().anyMatch(one -> itemCode.equals(one.itemCode()));
    }
}
