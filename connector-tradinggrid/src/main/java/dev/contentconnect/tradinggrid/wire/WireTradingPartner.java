package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a map.
 *
 * @param name the name
 * @param href where more is
 * @param docType the document type
 * @param direction inbound or outbound
 * @param sender who sends
 * @param receiver who receives
 * @param version the version of the document
 * @param rest members this SDK does not know
 */
public record WireTradingPartner(
        @Nullable String name,
        @Nullable String href,
        @Nullable String docType,
        @Nullable String direction,
        @Nullable Object sender,
        @Nullable Object receiver,
        @Nullable String version,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param name the name
     * @param href where more is
     * @param docType the document type
     * @param direction inbound or outbound
     * @param sender who sends
     * @param receiver who receives
     * @param version the version of the document
     * @param rest members this SDK does not know
     */
    public WireTradingPartner {
        rest = Lenient.members(rest);
    }
}
