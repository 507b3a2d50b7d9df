package dev.contentconnect.examples.host;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.examples.flows.xi.FieldCatalog;
import dev.contentconnect.examples.flows.xi.FieldSpec;
import dev.contentconnect.examples.flows.xi.FieldSpec.Holding;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.wire.WireField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The metadata fields of an iconik tenant. */
public final class IconikFields {
    private IconikFields() {}

    /**
     * The fields of some views: a request for each.
     *
     * @param library the tenant
     * @param views ids of the views
     * @return the fields; a view that is not there is a problem among them
     * @throws ConnectorException of every other kind
     */
    public static FieldCatalog of(IconikConnector library, List<String> views) {
        List<FieldSpec> fields = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String view : views) {
            try {
                library.client().metadata().view(view).viewFields().forEach(field -> fields.add(spec(field)));
            } catch (ConnectorException e) {
                if (e.kind() != ErrorKind.NOT_FOUND) {
                    throw e;
                }
                problems.add("has no view " + view);
            }
        }
        return new FieldCatalog(IconikConnector.SYSTEM, true, fields, problems);
    }

    private static FieldSpec spec(WireField field) {
        return new FieldSpec(
                Objects.requireNonNullElse(field.name(), ""),
                type(field.fieldType()),
                Boolean.TRUE.equals(field.multi()),
                !Boolean.TRUE.equals(field.readOnly()),
                Boolean.TRUE.equals(field.required()),
                options(field.options()),
                null);
    }

    private static Holding type(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "string", "string_exact", "text", "url", "email" -> Holding.TEXT;
            case "drop_down", "tag_cloud" -> Holding.CHOICE;
            case "boolean" -> Holding.FLAG;
            case "integer", "float" -> Holding.NUMBER;
            case "date" -> Holding.DAY;
            case "datetime" -> Holding.MOMENT;
            default -> Holding.UNKNOWN;
        };
    }

    private static List<String> options(@Nullable Object options) {
        return options instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Map<?, ?> map ? map.get("value") : one)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList()
                : List.of();
    }
}
