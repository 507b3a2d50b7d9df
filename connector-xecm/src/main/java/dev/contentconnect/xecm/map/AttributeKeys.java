package dev.contentconnect.xecm.map;

import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireCategory;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of something stand in a category: keys differ with each installation and are found by the names of
 * attributes.
 *
 * @param category the id of the category
 * @param attributes its attributes by what they mean
 */
public record AttributeKeys(long category, Map<String, WireAttribute> attributes) {

    /**
     * Makes the value; the map is copied.
     *
     * @param category the id of the category
     * @param attributes its attributes by what they mean
     */
    public AttributeKeys {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Finds attributes by their names, letter case aside.
     *
     * @param category what the category consists of
     * @param names names by what they mean
     * @return the attributes that are there
     */
    public static AttributeKeys of(WireCategory category, Map<String, String> names) {
        Map<String, WireAttribute> found = new LinkedHashMap<>();
        names.forEach((meaning, name) -> {
            for (WireAttribute attribute : all(category)) {
                if (same(attribute.name(), name)) {
                    found.putIfAbsent(meaning, attribute);
                }
            }
        });
        return new AttributeKeys(category.id(), found);
    }

    private static List<WireAttribute> all(WireCategory category) {
        return Stream.concat(
                        category.attributes().stream(),
                        category.attributes().stream().flatMap(one -> one.members().stream()))
                .toList();
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The key of a part.
     *
     * @param meaning the part
     * @return null when there is no attribute for it
     */
    public @Nullable String key(String meaning) {
        WireAttribute attribute = attributes.get(meaning);
        return attribute == null ? null : attribute.key();
    }

    /**
     * A part as text.
     *
     * @param values values of a node
     * @param meaning the part
     * @return null when there is none
     */
    public @Nullable String text(WireValues values, String meaning) {
        String key = key(meaning);
        if (key == null) {
            return null;
        }
        if (values.fields().get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        List<String> texts = values.fields().texts(key);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /**
     * A part as texts.
     *
     * @param values values of a node
     * @param meaning the part
     * @return empty when there are none
     */
    public List<String> texts(WireValues values, String meaning) {
        String key = key(meaning);
        return key == null ? List.of() : values.fields().texts(key);
    }

    /**
     * A word as this installation writes it: its list may have another letter case.
     *
     * @param meaning the part
     * @param word the word
     * @return the value of the list that is the same word, or the word itself
     */
    public String word(String meaning, String word) {
        WireAttribute attribute = attributes.get(meaning);
        List<String> valid = attribute == null ? List.of() : attribute.validValues();
        return valid.stream()
                .filter(one -> canonical(one).equals(canonical(word)))
                .findFirst()
                .orElse(word);
    }

    /**
     * A word of a list as the canonical vocabularies have it.
     *
     * @param word as people write it
     * @return in lower case, with underscores for blanks
     */
    public static String canonical(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /**
     * Whether an attribute has room for a text.
     *
     * @param meaning the part
     * @param text the text
     * @return false when it is longer than the attribute takes, or there is none
     */
    public boolean takes(String meaning, String text) {
        WireAttribute attribute = attributes.get(meaning);
        return attribute != null && (attribute.maxLength() == null || text.length() <= attribute.maxLength());
    }

    /**
     * The rows of a set.
     *
     * @param values values of a node
     * @param set the part that is the set
     * @return each row by the keys of its attributes, with an x for the row
     */
    public List<WireFields> rows(WireValues values, String set) {
        WireAttribute attribute = attributes.get(set);
        if (attribute == null) {
            return List.of();
        }
        return Rows.read(values, attribute);
    }
}
