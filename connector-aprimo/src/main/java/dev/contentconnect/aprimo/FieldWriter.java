package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts words into a change, in the form that each field takes. What a field cannot take is refused before anything is written. */
record FieldWriter(AprimoConfig config, AprimoResolver resolver) {
    private static final Set<String> ONE = Set.of(
            "SingleLineText",
            "MultiLineText",
            "Html",
            "Json",
            "RichContent",
            "Numeric",
            "Date",
            "DateTime",
            "Time",
            "Duration");
    private static final Set<String> SEVERAL = Set.of(
            "TextList", "OptionList", "ClassificationList", "LanguageList", "UserList", "UserGroupList", "RecordList");

    /** Sets a field, or clears it where there are no words. */
    void put(String operation, RecordChange change, String name, List<String> words) {
        WireFieldDefinition definition = resolver.field(name);
        String id = definition.id();
        if (id == null || id.isBlank()) {
            throw REFUSED.undecodable(operation, "the definition of field " + name + " has no id");
        }
        if (Boolean.TRUE.equals(definition.isReadOnly())) {
            throw REFUSED.rejected(operation, "field_read_only", "the field " + name + " cannot be written");
        }
        String type = Objects.requireNonNullElse(definition.dataType(), "");
        String language = language(operation, definition);
        if (ONE.contains(type)) {
            if (words.size() > 1) {
                throw REFUSED.rejected(operation, "one_value", "the field " + name + " takes one value");
            }
            change.value(id, language, words.isEmpty() ? null : words.get(0));
        } else if (SEVERAL.contains(type)) {
            if (words.size() > 1 && Boolean.FALSE.equals(definition.acceptMultipleOptions())) {
                throw REFUSED.rejected(operation, "one_value", "the field " + name + " takes one value");
            }
            change.values(id, language, resolver.values(definition, words));
        } else {
            throw REFUSED.rejected(
                    operation,
                    "data_type",
                    "the field " + name + " is of the type " + type + ", which words do not fill");
        }
    }

    /** The language of a field that has several, which must be enabled for it; else none. */
    private String language(String operation, WireFieldDefinition definition) {
        if (!"Multiple".equalsIgnoreCase(definition.languageMode())) {
            return RecordChange.NEUTRAL;
        }
        String culture = config.language();
        if (culture == null) {
            throw REFUSED.rejected(
                    operation,
                    "language_missing",
                    "the field " + definition.name() + " has several languages; set the option language");
        }
        String id = resolver.language(culture);
        if (definition.enabledLanguages() instanceof List<?> enabled
                && enabled.stream().allMatch(String.class::isInstance)
                && !enabled.isEmpty()
                && enabled.stream().map(String.class::cast).map(FieldValues::id).noneMatch(id::equals)) {
            throw REFUSED.rejected(
                    operation,
                    "language_unknown",
                    "the language " + culture + " is not enabled for the field " + definition.name());
        }
        return id;
    }
}
