package dev.contentconnect.xecm.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a category.
 *
 * @param key {@code category_attribute}, or {@code category_set_x_attribute} within a set
 * @param name what people call it
 * @param type what the form says of its values, such as {@code string}, {@code integer} or {@code boolean}; dates are strings
 * @param multi whether it holds several values
 * @param required whether it must not be empty
 * @param maxLength the most characters, or null
 * @param validValues the values it takes; empty for any
 * @param members the attributes of a set; empty for all others
 */
public record WireAttribute(
        String key,
        String name,
        @Nullable String type,
        boolean multi,
        boolean required,
        @Nullable Integer maxLength,
        List<String> validValues,
        List<WireAttribute> members) {
    /**
     * Makes the value; collections are copied.
     *
     * @param key {@code category_attribute}, or {@code category_set_x_attribute} within a set
     * @param name what people call it
     * @param type what the form says of its values, such as {@code string}, {@code integer} or {@code boolean}; dates are strings
     * @param multi whether it holds several values
     * @param required whether it must not be empty
     * @param maxLength the most characters, or null
     * @param validValues the values it takes; empty for any
     * @param members the attributes of a set; empty for all others
     */
    public WireAttribute {
        validValues = List.copyOf(validValues);
        members = List.copyOf(members);
    }

    /**
     * Whether it is a set of attributes.
     *
     * @return true for a set
     */
    public boolean isSet() {
        return !members.isEmpty();
    }
}
