package dev.contentconnect.examples.host;

import dev.contentconnect.examples.flows.xi.FieldCatalog;
import dev.contentconnect.examples.flows.xi.FieldSpec;
import dev.contentconnect.examples.flows.xi.FieldSpec.Holding;
import dev.contentconnect.xecm.XecmConnector;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The attributes that business workspaces of a type have from their template. */
public final class XecmFields {
    private XecmFields() {}

    /**
     * The attributes of all categories of the first template of a type: two requests, and one for each category.
     *
     * @param archive the server
     * @param type the name of the type
     * @return the attributes, members of sets among them; a type without a template is a problem
     * @throws dev.contentconnect.core.error.ConnectorException of any kind
     */
    public static FieldCatalog of(XecmConnector archive, String type) {
        Optional<WireFields> found = archive.client().workspaces().types().stream()
                .filter(one -> type.equalsIgnoreCase(one.text("wksp_type_name")))
                .findFirst();
        if (found.isEmpty()) {
            return none("has no workspace type " + type);
        }
        List<WireFields> templates = found.get().list("templates");
        if (templates.isEmpty()) {
            return none("has no template for workspaces of type " + type);
        }
        long template = templates.get(0).number("id", 0);
        List<FieldSpec> fields = new ArrayList<>();
        for (long category : archive.client().nodes().get(template).categories().categories()) {
            archive.client()
                    .categories()
                    .definition(template, category)
                    .attributes()
                    .forEach(one -> add(fields, one));
        }
        return new FieldCatalog(XecmConnector.SYSTEM, false, fields, List.of());
    }

    private static FieldCatalog none(String problem) {
        return new FieldCatalog(XecmConnector.SYSTEM, false, List.of(), List.of(problem));
    }

    private static void add(List<FieldSpec> fields, WireAttribute attribute) {
        fields.add(new FieldSpec(
                attribute.name(),
                type(attribute),
                attribute.multi(),
                true,
                attribute.required(),
                attribute.validValues(),
                attribute.maxLength()));
        attribute.members().forEach(member -> add(fields, member));
    }

    /** The form tells dates and texts not apart. */
    private static Holding type(WireAttribute attribute) {
        if (attribute.isSet()) {
            return Holding.SET;
        }
        if (!attribute.validValues().isEmpty()) {
            return Holding.CHOICE;
        }
        return switch (Objects.requireNonNullElse(attribute.type(), "")) {
            case "string" -> Holding.TEXT;
            case "boolean" -> Holding.FLAG;
            case "integer", "number" -> Holding.NUMBER;
            default -> Holding.UNKNOWN;
        };
    }
}
