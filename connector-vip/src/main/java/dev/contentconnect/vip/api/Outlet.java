package dev.contentconnect.vip.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place that sold a product, as Brand Finder knows it. It has no identity of its own there.
 *
 * @param name what it is called (vendor's word {@code dba}), where known
 * @param street with house number, where known
 * @param city where known
 * @param state two letters as a rule, where known
 * @param zip postal code, zeros at the beginning included, where known
 * @param phone formatted for people, where known
 * @param latitude in degrees, where known
 * @param longitude in degrees, where known
 * @param distanceMiles from the place that was searched around, where known
 * @param storeType where known
 * @param otherBrands further brands it sold; may be empty
 * @param rest members this SDK does not know
 */
public record Outlet(
        @Nullable String name,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zip,
        @Nullable String phone,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double distanceMiles,
        @Nullable String storeType,
        List<String> otherBrands,
        Map<String, @Nullable Object> rest) {

    /**
     * Makes an outlet; list and map are copied.
     *
     * @param name what it is called, where known
     * @param street with house number, where known
     * @param city where known
     * @param state two letters as a rule, where known
     * @param zip postal code, zeros at the beginning included, where known
     * @param phone formatted for people, where known
     * @param latitude in degrees, where known
     * @param longitude in degrees, where known
     * @param distanceMiles from the place that was searched around, where known
     * @param storeType where known
     * @param otherBrands further brands it sold; may be empty
     * @param rest members this SDK does not know
     */
    public Outlet {
        otherBrands = List.copyOf(otherBrands);
        rest = Collections.unmodifiableMap(new LinkedHashMap<>(rest));
    }
}
