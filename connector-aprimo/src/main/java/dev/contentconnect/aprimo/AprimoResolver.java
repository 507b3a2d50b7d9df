package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.Vocabulary;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireClassification;
import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireFieldDefinition;
import dev.contentconnect.aprimo.wire.WireLanguage;
import dev.contentconnect.aprimo.wire.WireOption;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the ids in values to words and back. Definitions, languages and classifications are kept for a while; what is not known
 * is asked for once more before it counts as unknown. Safe for several threads.
 */
public final class AprimoResolver {
    private static final String RESOLVE = "resolver.resolve";
    private static final int PAGE = 1_000;

    private final Vocabulary vocabulary;
    private final Kept<String, Optional<WireFieldDefinition>> byName;
    private final Kept<String, WireFieldDefinition> byId;
    private final Kept<Boolean, List<WireLanguage>> languages;
    private final Kept<String, Optional<WireClassification>> classifications;

    AprimoResolver(AprimoClient client, AprimoConfig config) {
        this.vocabulary = client.vocabulary();
        var time = config.options().time();
        this.byName = new Kept<>(time, config.vocabularyTime(), vocabulary::fieldByName);
        this.byId = new Kept<>(time, config.vocabularyTime(), vocabulary::field);
        this.languages = new Kept<>(
                time,
                config.vocabularyTime(),
                any -> vocabulary.languages(PAGE).stream().toList());
        this.classifications = new Kept<>(time, config.vocabularyTime(), this::ask);
    }

    private Optional<WireClassification> ask(String id) {
        return orNothing(() -> vocabulary.classification(id));
    }

    private interface Question {
        WireClassification ask();
    }

    private static Optional<WireClassification> orNothing(Question question) {
        try {
            return Optional.of(question.ask());
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The definition of a field, by name.
     *
     * @param name its name
     * @return the definition; nothing when there is none
     */
    public Optional<WireFieldDefinition> find(String name) {
        return byName.get(name, Optional::isPresent);
    }

    /**
     * The definition of a field that must be there.
     *
     * @param name its name
     * @return the definition
     * @throws ConnectorException Rejected with the code {@code field_missing}; and what a request throws
     */
    public WireFieldDefinition field(String name) {
        return find(name)
                .orElseThrow(() -> REFUSED.rejected(RESOLVE, "field_missing", "the tenant has no field " + name));
    }

    /**
     * The id of a language in which fields have values.
     *
     * @param culture for example {@code en-US}; letter case does not count
     * @return its id; of several with that culture, the first one that is enabled for fields
     * @throws ConnectorException Rejected with the code {@code language_unknown}; and what a request throws
     */
    public String language(String culture) {
        return languages.get(true, all -> languageId(all, culture).isPresent()).stream()
                .filter(one -> isEnabled(one, culture))
                .map(WireLanguage::id)
                .filter(Objects::nonNull)
                .map(FieldValues::id)
                .findFirst()
                .orElseThrow(() -> REFUSED.rejected(
                        RESOLVE, "language_unknown", "no language " + culture + " is enabled for fields"));
    }

    private static Optional<WireLanguage> languageId(List<WireLanguage> all, String culture) {
        return all.stream().filter(one -> isEnabled(one, culture)).findFirst();
    }

    private static boolean isEnabled(WireLanguage one, String culture) {
        return one.id() != null
                && culture.equalsIgnoreCase(one.culture())
                && !Boolean.FALSE.equals(one.isEnabledForFields());
    }

    /**
     * Values of a field in words: the names of options, the identifiers or names of classifications, the cultures of
     * languages. What has no word stays as it is.
     *
     * @param field the field, for its data type
     * @param values its values as the service has them
     * @return as many words
     */
    public List<String> words(WireField field, List<String> values) {
        String type = Objects.requireNonNullElse(field.dataType(), "");
        return switch (type) {
            case "OptionList" -> values.stream().map(id -> option(field, id)).toList();
            case "ClassificationList" ->
                values.stream().map(this::classification).toList();
            case "LanguageList" -> values.stream().map(this::culture).toList();
            default -> values;
        };
    }

    private String option(WireField field, String id) {
        if (field.id() == null) {
            return id;
        }
        WireFieldDefinition definition = byId.get(FieldValues.id(field.id()), one -> optionOf(one, id) != null);
        WireOption found = optionOf(definition, id);
        return found == null || found.name() == null ? id : found.name();
    }

    private static @Nullable WireOption optionOf(WireFieldDefinition definition, String id) {
        return definition.items().stream()
                .filter(one -> one.id() != null && FieldValues.id(one.id()).equals(FieldValues.id(id)))
                .findFirst()
                .orElse(null);
    }

    private String classification(String id) {
        return classifications
                .get(FieldValues.id(id), Optional::isPresent)
                .map(one -> one.identifier() != null && !one.identifier().isBlank() ? one.identifier() : one.name())
                .filter(word -> !word.isBlank())
                .orElse(id);
    }

    private String culture(String id) {
        return languages.get(true, all -> cultureOf(all, id).isPresent()).stream()
                .filter(one -> one.id() != null && FieldValues.id(one.id()).equals(FieldValues.id(id)))
                .map(WireLanguage::culture)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id);
    }

    private static Optional<WireLanguage> cultureOf(List<WireLanguage> all, String id) {
        return all.stream()
                .filter(one -> one.id() != null && FieldValues.id(one.id()).equals(FieldValues.id(id)))
                .findFirst();
    }

    /**
     * Words as a field takes them: ids where its data type wants ids.
     *
     * @param definition the definition of the field
     * @param words names or labels of options; identifiers, paths or names of classifications; cultures of languages; ids
     * @return as many values
     * @throws ConnectorException Rejected with the code {@code option_unknown}, {@code classification_unknown} or
     *     {@code language_unknown}; and what a request throws
     */
    public List<String> values(WireFieldDefinition definition, List<String> words) {
        String type = Objects.requireNonNullElse(definition.dataType(), "");
        return switch (type) {
            case "OptionList" ->
                words.stream().map(word -> optionId(definition, word)).toList();
            case "ClassificationList" ->
                words.stream().map(word -> classificationId(definition, word)).toList();
            case "LanguageList" -> words.stream().map(this::language).toList();
            default -> List.copyOf(words);
        };
    }

    private String optionId(WireFieldDefinition definition, String word) {
        String name = Objects.requireNonNullElse(definition.name(), "");
        return byName.get(
                        name,
                        found -> found.filter(one -> optionNamed(one, word).isPresent())
                                .isPresent())
                .flatMap(one -> optionNamed(one, word))
                .orElseThrow(() ->
                        REFUSED.rejected(RESOLVE, "option_unknown", "the field " + name + " has no option " + word));
    }

    private static Optional<String> optionNamed(WireFieldDefinition definition, String word) {
        List<WireOption> all = new ArrayList<>(definition.items());
        return Stream.<java.util.function.Predicate<WireOption>>of(
                        one -> word.equals(one.name()),
                        one -> word.equalsIgnoreCase(one.name()),
                        one -> word.equalsIgnoreCase(one.label()),
                        one -> one.id() != null && FieldValues.id(one.id()).equals(FieldValues.id(word)))
                .flatMap(fits -> all.stream().filter(one -> one.id() != null && fits.test(one)))
                .map(one -> FieldValues.id(String.valueOf(one.id())))
                .findFirst();
    }

    private String classificationId(WireFieldDefinition definition, String word) {
        Optional<WireClassification> found = word.startsWith("/")
                ? orNothing(() -> vocabulary.classificationByPath(word))
                : vocabulary.classificationsByIdentifier(word).stream().findFirst();
        if (found.isEmpty() && definition.rootId() != null) {
            found = vocabulary.children(definition.rootId()).stream()
                    .filter(one -> word.equalsIgnoreCase(one.name()))
                    .findFirst();
        }
        return found.map(WireClassification::id)
                .map(FieldValues::id)
                .orElseThrow(() -> REFUSED.rejected(
                        RESOLVE,
                        "classification_unknown",
                        "the field " + definition.name() + " takes no classification " + word));
    }
}
