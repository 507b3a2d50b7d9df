package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An outlet. Its JSON is made out of XML, so that each member may be a text, a number or, where it is empty, anything.
 *
 * @param dba the name
 * @param street the street
 * @param city the city
 * @param state the state
 * @param zip the postal code
 * @param phoneFormatted the phone number
 * @param latitude {@code lat}
 * @param longitude {@code long}
 * @param distance in miles
 * @param storeType the type
 * @param otherBrand a list of brands, or one
 * @param rest members this SDK does not know
 */
public record WireOutlet(
        @Nullable Object dba,
        @Nullable Object street,
        @Nullable Object city,
        @Nullable Object state,
        @Nullable Object zip,
        @Nullable Object phoneFormatted,
        @JsonProperty("lat") @Nullable Object latitude,
        @JsonProperty("long") @Nullable Object longitude,
        @Nullable Object distance,
        @Nullable Object storeType,
        @Nullable Object otherBrand,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param dba the name
     * @param street the street
     * @param city the city
     * @param state the state
     * @param zip the postal code
     * @param phoneFormatted the phone number
     * @param latitude {@code lat}
     * @param longitude {@code long}
     * @param distance in miles
     * @param storeType the type
     * @param otherBrand a list of brands, or one
     * @param rest members this SDK does not know
     */
    public WireOutlet {
        rest = Lenient.members(rest);
    }
}
