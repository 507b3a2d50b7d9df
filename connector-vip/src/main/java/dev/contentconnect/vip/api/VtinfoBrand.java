package dev.contentconnect.vip.api;

import dev.contentconnect.vip.wire.WireBrand;
import java.util.List;

/**
 * A brand, once, with the groups that name it. The service repeats every brand in a group {@code All}, which is left out.
 *
 * @param brand the brand
 * @param groups names of groups, in the order of the service; may be empty
 */
public record VtinfoBrand(WireBrand brand, List<String> groups) {
    /**
     * Makes the value; the list is copied.
     *
     * @param brand the brand
     * @param groups names of groups, in the order of the service; may be empty
     */
    public VtinfoBrand {
        groups = List.copyOf(groups);
    }
}
