package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireClassification;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireLanguage;
import dev.contentconnect.core.page.Paged;
import java.util.List;
import java.util.Optional;

/** What the ids in values stand for. Asks the service each time; {@code AprimoConnector.resolver()} keeps the answers. */
public interface Vocabulary {
    /**
     * All definitions of fields.
     *
     * @param pageSize definitions per request, 1–1000
     * @return the definitions
     */
    Paged<WireFieldDefinition> fields(int pageSize);

    /**
     * The definition of a field, by name.
     *
     * @param name its name
     * @return the definition; nothing when there is none
     */
    Optional<WireFieldDefinition> fieldByName(String name);

    /**
     * The definition of a field.
     *
     * @param id its id
     * @return the definition
     */
    WireFieldDefinition field(String id);

    /**
     * All languages.
     *
     * @param pageSize languages per request, 1–1000
     * @return the languages; several may have the same culture
     */
    Paged<WireLanguage> languages(int pageSize);

    /**
     * A classification.
     *
     * @param id its id
     * @return the classification
     */
    WireClassification classification(String id);

    /**
     * A classification by its place.
     *
     * @param path names from the top, for example {@code /Markets/Austria}
     * @return the classification; NotFound when there is none
     */
    WireClassification classificationByPath(String path);

    /**
     * Classifications with an identifier.
     *
     * @param identifier their name for programs; one line
     * @return the classifications, one as a rule
     */
    List<WireClassification> classificationsByIdentifier(String identifier);

    /**
     * What lies below a classification.
     *
     * @param id its id
     * @return those directly below
     */
    List<WireClassification> children(String id);
}
