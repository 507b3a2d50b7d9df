package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireValue;
import dev.contentconnect.core.model.Asset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields that stand among the extensions of an asset, in the service's own form, where they differ from the present
 * ones; null clears.
 */
record OwnFields(Library library, Set<String> alreadyWritten) {
    private static final List<String> MEMBERS =
            List.of("value", "values", "parents", "children", "links", "hyperlinks");

    void put(String operation, Asset asset, WireRecord before, RecordChange change) {
        Map<String, @Nullable Object> own = asset.extensions().get(AprimoConnector.SYSTEM);
        if (own.get("contentType") instanceof String type && !type.equals(before.contentType())) {
            change.contentType(type);
        }
        if (own.get(AssetMapper.FIELDS) instanceof Map<?, ?> fields) {
            fields.forEach((name, wanted) -> {
                String field = String.valueOf(name);
                if (!alreadyWritten.contains(field)) {
                    one(operation, field, wanted, FieldValues.field(before, field), change);
                }
            });
        }
    }

    private void one(
            String operation, String name, @Nullable Object wanted, @Nullable WireField now, RecordChange change) {
        if (wanted == null) {
            if (now != null && !now.localizedValues().isEmpty()) {
                String id = writable(operation, name);
                now.localizedValues().forEach(value -> clear(id, value, change));
            }
            return;
        }
        if (!(wanted instanceof List<?> values) || !values.stream().allMatch(Map.class::isInstance)) {
            throw REFUSED.rejected(
                    operation, "field_form", "the field " + name + " is not given as a list of values by language");
        }
        if (now == null ? values.isEmpty() : values.equals(AssetMapper.plain(now))) {
            return;
        }
        String id = writable(operation, name);
        for (Object value : values) {
            Map<?, ?> given = (Map<?, ?>) value;
            String language = given.get("languageId") instanceof String text ? text : RecordChange.NEUTRAL;
            MEMBERS.stream()
                    .filter(given::containsKey)
                    .forEach(member -> change.localized(id, language, member, given.get(member)));
        }
    }

    private static void clear(String id, WireValue value, RecordChange change) {
        String language = Objects.requireNonNullElse(value.languageId(), RecordChange.NEUTRAL);
        if (value.values() != null) {
            change.values(id, language, List.of());
        } else {
            change.value(id, language, null);
        }
    }

    private String writable(String operation, String name) {
        WireFieldDefinition definition = library.resolver.field(name);
        if (Boolean.TRUE.equals(definition.isReadOnly())) {
            throw REFUSED.rejected(operation, "field_read_only", "the field " + name + " cannot be written");
        }
        return Objects.requireNonNullElse(definition.id(), name);
    }
}
