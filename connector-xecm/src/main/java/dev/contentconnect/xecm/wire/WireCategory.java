package dev.contentconnect.xecm.wire;

import java.util.List;

/**
 * What a category consists of.
 *
 * @param id its node id
 * @param attributes its attributes and sets
 */
public record WireCategory(long id, List<WireAttribute> attributes) {
    /**
     * Makes the value; collections are copied.
     *
     * @param id its node id
     * @param attributes its attributes and sets
     */
    public WireCategory {
        attributes = List.copyOf(attributes);
    }
}
