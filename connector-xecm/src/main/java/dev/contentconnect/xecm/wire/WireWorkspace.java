package dev.contentconnect.xecm.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business workspace.
 *
 * @param node the node that it is
 * @param business its first business object
 * @param references all business objects
 */
public record WireWorkspace(WireNode node, WireFields business, List<WireFields> references) {
    /**
     * Makes the value; collections are copied.
     *
     * @param node the node that it is
     * @param business its first business object
     * @param references all business objects
     */
    public WireWorkspace {
        references = List.copyOf(references);
    }

    /**
     * The name of its type.
     *
     * @return null when it does not say
     */
    public @Nullable String typeName() {
        return business.text("workspace_type_name");
    }

    /**
     * The id of its type.
     *
     * @return null when it does not say
     */
    public @Nullable Long typeId() {
        return business.number("workspace_type_id") != null
                ? business.number("workspace_type_id")
                : node.properties().number("wnf_wksp_type_id");
    }

    /**
     * The external system of its first business object.
     *
     * @return null when it does not say
     */
    public @Nullable String externalSystem() {
        return business.text("external_system_id");
    }

    /**
     * The type of its first business object.
     *
     * @return null when it does not say
     */
    public @Nullable String businessObjectType() {
        return business.text("business_object_type");
    }

    /**
     * The key of its first business object; text, with leading zeros.
     *
     * @return null when it does not say
     */
    public @Nullable String businessObjectId() {
        return business.text("business_object_id");
    }
}
