package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.List;

/**
 * A collection inside another object.
 *
 * @param items what is in it, in the order of the service
 * @param <T> the form of the items
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireItems<T>(List<T> items) {
    /**
     * Makes the value; members may be missing.
     *
     * @param items what is in it, in the order of the service
     */
    public WireItems {
        items = Lenient.list(items);
    }
}
