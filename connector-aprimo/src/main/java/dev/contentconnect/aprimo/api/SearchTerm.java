package dev.contentconnect.aprimo.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition in the search language of the service. What callers give stands in parameters or inside quotes, never bare, so
 * it cannot change the condition.
 *
 * @param expression the condition, with {@code ?} in place of each parameter
 * @param parameters what the question marks stand for, in order
 */
public record SearchTerm(String expression, List<String> parameters) {
    /** How many ids one condition takes. */
    public static final int MAX_IDS = 100;

    /** Everything. The service refuses an empty search; no record is older than this. */
    public static final SearchTerm EVERYTHING = since("CreatedOn", Instant.parse("1900-01-01T00:00:00Z"));

    /**
     * Makes a condition; the list is copied.
     *
     * @param expression the condition, with {@code ?} in place of each parameter
     * @param parameters what the question marks stand for, in order
     * @throws IllegalArgumentException when the condition is blank
     */
    public SearchTerm {
        if (expression.isBlank()) {
            throw new IllegalArgumentException("the service refuses an empty search");
        }
        parameters = List.copyOf(parameters);
    }

    /**
     * A field has this value.
     *
     * @param field the name of the field; any text
     * @param value the value
     * @return the condition
     */
    public static SearchTerm field(String field, String value) {
        return field(field, "=", value);
    }

    /**
     * A field compares to a value.
     *
     * @param field the name of the field; any text
     * @param operator {@code =}, {@code <>}, {@code >}, {@code >=}, {@code <}, {@code <=} or {@code CONTAINS}
     * @param value the value
     * @return the condition
     * @throws IllegalArgumentException when the operator is another
     */
    public static SearchTerm field(String field, String operator, String value) {
        if (!List.of("=", "<>", ">", ">=", "<", "<=", "CONTAINS").contains(operator)) {
            throw new IllegalArgumentException("not an operator of the search: " + operator);
        }
        return new SearchTerm("FieldName(" + quoted(field) + ") " + operator + " ?", List.of(value));
    }

    /**
     * One of these records.
     *
     * @param ids ids of records, {@value #MAX_IDS} at most
     * @return the condition
     * @throws IllegalArgumentException when there are none or more
     */
    public static SearchTerm ids(Collection<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw new IllegalArgumentException("at most " + MAX_IDS + " ids at once: " + ids.size());
        }
        return any(ids.stream().map(id -> is("Id", id)).toList());
    }

    /**
     * The status is this.
     *
     * @param term what the search calls it: {@code Status}, or {@code ContentStatus}
     * @param word for example {@code Released}
     * @return the condition
     */
    public static SearchTerm status(String term, String word) {
        return is(term, word);
    }

    /**
     * The content type is this.
     *
     * @param name its name
     * @return the condition
     */
    public static SearchTerm contentType(String name) {
        return is("ContentType", name);
    }

    /**
     * Filed under this classification or one below it.
     *
     * @param id the classification
     * @return the condition
     */
    public static SearchTerm classification(String id) {
        return is("Classification.Id", id);
    }

    /**
     * Made or changed then or later.
     *
     * @param date {@code CreatedOn} or {@code ModifiedOn}
     * @param moment the moment
     * @return the condition
     */
    public static SearchTerm since(String date, Instant moment) {
        // Dates stand bare in the language; this one has no other characters than digits, dashes, colons, T, Z and a
        // dot.
        return new SearchTerm(word(date) + " >= " + moment, List.of());
    }

    /**
     * Holds these words in this order somewhere.
     *
     * @param words a phrase
     * @return the condition
     */
    public static SearchTerm phrase(String words) {
        return new SearchTerm("?", List.of(words));
    }

    /**
     * Holds all these words somewhere, in any order.
     *
     * @param text words with blanks between them
     * @return the condition
     * @throws IllegalArgumentException when there are none
     */
    public static SearchTerm allWords(String text) {
        return all(Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(SearchTerm::phrase)
                .toList());
    }

    /**
     * All conditions hold.
     *
     * @param terms one or more
     * @return the condition
     * @throws IllegalArgumentException when there are none
     */
    public static SearchTerm all(List<SearchTerm> terms) {
        return joined(terms, " AND ");
    }

    /**
     * A condition holds.
     *
     * @param terms one or more
     * @return the condition
     * @throws IllegalArgumentException when there are none
     */
    public static SearchTerm any(List<SearchTerm> terms) {
        return joined(terms, " OR ");
    }

    /**
     * This and another one hold.
     *
     * @param other the other one, or null for none
     * @return the condition
     */
    public SearchTerm and(@Nullable SearchTerm other) {
        return other == null ? this : all(List.of(this, other));
    }

    /**
     * This does not hold.
     *
     * @return the condition
     */
    public SearchTerm not() {
        return new SearchTerm("NOT (" + expression + ")", parameters);
    }

    /**
     * A filter for the lists of the service, which take no parameters.
     *
     * @param name what to compare, for example {@code name}
     * @param value the value; one line
     * @return the filter, not yet encoded
     * @throws IllegalArgumentException when the value has a line break, or the name is no word
     */
    public static String filter(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a filter is one line");
        }
        return word(name) + "='" + value.replace("'", "''") + "'";
    }

    private static SearchTerm is(String term, String value) {
        return new SearchTerm(word(term) + " = ?", List.of(value));
    }

    private static SearchTerm joined(List<SearchTerm> terms, String between) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        List<String> parameters = new ArrayList<>();
        terms.forEach(one -> parameters.addAll(one.parameters));
        return new SearchTerm(
                terms.stream().map(one -> "(" + one.expression + ")").collect(Collectors.joining(between)), parameters);
    }

    private static String quoted(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not the name of a field: \"" + text + "\"");
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String word(String term) {
        boolean fine = !term.isEmpty() && term.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.');
        if (!fine) {
            throw new IllegalArgumentException("not a term of the search: \"" + term + "\"");
        }
        return term;
    }
}
