package dev.contentconnect.xecm;

import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireCategory;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form that adds a category to a node. A set that may have several rows is an array of objects whose keys have an
 * {@code x} for the row, one of a single row is an object whose keys have a 1.
 */
final class CategoryForm {
    private CategoryForm() {}

    static WireCategory read(long category, WireFields answer) {
        WireFields form = answer.object("forms");
        List<WireAttribute> out =
                attributes(form.object("schema"), form.object("options").object("fields"));
        // The category itself stands among its attributes.
        return new WireCategory(
                category,
                out.stream().filter(one -> !one.key().equals(category + "_1")).toList());
    }

    private static List<WireAttribute> attributes(WireFields schema, WireFields options) {
        WireFields properties = schema.object("properties");
        List<WireAttribute> out = new ArrayList<>();
        for (String key : properties.asMap().keySet()) {
            out.add(attribute(key, properties.object(key), options.object(key)));
        }
        return out;
    }

    private static WireAttribute attribute(String key, WireFields schema, WireFields options) {
        WireFields items = schema.object("items");
        boolean array = "array".equals(schema.text("type"));
        WireFields of = array ? items : schema;
        List<WireAttribute> members = of.has("properties")
                ? attributes(of, (array ? options.object("items") : options).object("fields"))
                : List.of();
        String label = options.text("label") != null ? options.text("label") : schema.text("title");
        Long length = of.number("maxLength");
        return new WireAttribute(
                key,
                Objects.requireNonNullElse(label, key),
                of.text("type"),
                array,
                schema.flag("required"),
                length == null || length > Integer.MAX_VALUE ? null : length.intValue(),
                of.texts("enum"),
                members);
    }

    /** The token that detects a lost update of a category; it stands alone, or one for each category. */
    static @Nullable String token(WireFields state, long category) {
        WireFields categories = state.object("categories");
        String own = categories.object(Long.toString(category)).text("metadata_token");
        String keyed = categories.object(category + "_1").text("metadata_token");
        String plain = categories.text("metadata_token");
        return own != null ? own : keyed != null ? keyed : plain;
    }
}
