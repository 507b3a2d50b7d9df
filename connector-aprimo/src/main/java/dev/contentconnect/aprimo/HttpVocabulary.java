package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.api.Vocabulary;
import dev.contentconnect.aprimo.wire.WireClassification;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireLanguage;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Optional;

/** Definitions, languages and classifications over HTTP. */
record HttpVocabulary(AprimoHttp http) implements Vocabulary {
    private static final Select PATH = Select.NOTHING.and("classification", "namepath");

    @Override
    public Paged<WireFieldDefinition> fields(int pageSize) {
        String operation = "vocabulary.fields";
        return new PagedLists(http)
                .numbered(
                        operation,
                        () -> http.core("fielddefinitions"),
                        uri -> HttpCall.get(operation, uri.build()),
                        pageSize,
                        WireFieldDefinition.class);
    }

    @Override
    public Optional<WireFieldDefinition> fieldByName(String name) {
        List<WireFieldDefinition> found = http.items(
                "vocabulary.fieldByName",
                http.core("fielddefinitions")
                        .query("filter", SearchTerm.filter("name", name))
                        .build(),
                Select.NOTHING,
                WireFieldDefinition.class);
        return found.stream().filter(one -> name.equalsIgnoreCase(one.name())).findFirst();
    }

    @Override
    public WireFieldDefinition field(String id) {
        return http.get(
                "vocabulary.field",
                http.core("fielddefinition", id).build(),
                Select.NOTHING,
                WireFieldDefinition.class);
    }

    @Override
    public Paged<WireLanguage> languages(int pageSize) {
        String operation = "vocabulary.languages";
        return new PagedLists(http)
                .numbered(
                        operation,
                        () -> http.core("languages"),
                        uri -> HttpCall.get(operation, uri.build()),
                        pageSize,
                        WireLanguage.class);
    }

    @Override
    public WireClassification classification(String id) {
        return http.get(
                "vocabulary.classification", http.core("classification", id).build(), PATH, WireClassification.class);
    }

    @Override
    public WireClassification classificationByPath(String path) {
        return http.get(
                "vocabulary.classificationByPath",
                http.core("classification").query("namePath", path).build(),
                PATH,
                WireClassification.class);
    }

    @Override
    public List<WireClassification> classificationsByIdentifier(String identifier) {
        return http.items(
                "vocabulary.classificationsByIdentifier",
                http.core("classifications")
                        .query("filter", SearchTerm.filter("identifier", identifier))
                        .build(),
                PATH,
                WireClassification.class);
    }

    @Override
    public List<WireClassification> children(String id) {
        return http.items(
                "vocabulary.children",
                http.core("classification", id, "children").build(),
                PATH,
                WireClassification.class);
    }
}
