package dev.contentconnect.tradinggrid.api;

import dev.contentconnect.core.time.Timestamps;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a question as a GraphQL document. The schema is not published, so nothing can travel as a variable: every text
 * becomes a literal in which quotes, backslashes and control characters are escaped, and every name is one of
 * {@link LensAttributes#ALL}.
 */
public final class LensDocument {
    private final StringBuilder out = new StringBuilder(1_024);

    private LensDocument() {}

    /**
     * The document for one page.
     *
     * @param query the question
     * @param offset how many entries to pass over
     * @return the document
     */
    public static String page(LensQuery query, long offset) {
        return new LensDocument().write("entries", query, "count: " + query.count() + " offset: " + offset);
    }

    /**
     * The document for a scroll: sent again and again, it gives the next entries each time.
     *
     * @param query the question; it has a window of time that does not move
     * @param name letters, digits and underscores that make this scroll another than everybody else's
     * @return the document
     */
    public static String scroll(LensQuery query, String name) {
        if (!name.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("the name of a scroll is made of letters, digits and underscores");
        }
        if (query.range() == null) {
            throw new IllegalArgumentException("a scroll needs a window of time");
        }
        return new LensDocument().write("scroll_" + name, query, "scroll: true");
    }

    /**
     * A text as a literal.
     *
     * @param text any text; halves of a character, which no encoding can carry, become the replacement character
     * @return the literal with its quotes
     */
    public static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                out.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                out.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c);
            }
        }
        return out.append('"').toString();
    }

    private String write(String name, LensQuery query, String paging) {
        out.append("query ")
                .append(name)
                .append(" {\n  getTransactions(query: {\n    ")
                .append(paging);
        if (query.sortBy() != null) {
            out.append("\n    sortby: { field: ")
                    .append(LensAttributes.checked(query.sortBy()))
                    .append(" type: ASC }");
        }
        keys(query.keys());
        if (query.range() != null) {
            LensRange range = query.range();
            out.append("\n    ranges: { field: ")
                    .append(LensAttributes.checked(range.date()))
                    .append(" from: ")
                    .append(literal(Timestamps.format(range.from())))
                    .append(" to: ")
                    .append(literal(Timestamps.format(range.to())))
                    .append(" }");
        }
        filters(query.filters());
        fields(query);
        if (query.text() != null) {
            out.append("\n    query: ").append(literal(query.text()));
        }
        out.append("\n  }) {\n    count total offset scrollid\n    transactions {");
        query.select().forEach(attribute -> out.append(' ').append(LensAttributes.checked(attribute)));
        if (!query.contentKeys().isEmpty()) {
            out.append(" contentkeys(names: [");
            String separator = "";
            for (String key : query.contentKeys()) {
                out.append(separator).append(literal(key));
                separator = ", ";
            }
            out.append("]) { key value }");
        }
        return out.append(" }\n  }\n}\n").toString();
    }

    /** Without the list, be it empty, entries come back without their content keys. */
    private void keys(Map<String, String> keys) {
        out.append("\n    contentKeyFilters: [");
        keys.forEach((key, value) -> out.append("{ key: ")
                .append(literal(key))
                .append(" value: ")
                .append(literal(value))
                .append(" }"));
        out.append(']');
    }

    private void filters(List<LensTerm> filters) {
        if (filters.isEmpty()) {
            return;
        }
        out.append("\n    filters: [");
        for (LensTerm term : filters) {
            out.append("{ field: ")
                    .append(LensAttributes.checked(term.attribute()))
                    .append(" values: [");
            term.values()
                    .forEach(value -> out.append("{ not: ")
                            .append(term.negated())
                            .append(" value: ")
                            .append(literal(value))
                            .append(" }"));
            out.append("] }");
        }
        out.append(']');
    }

    private void fields(LensQuery query) {
        if (query.must().isEmpty() && query.should().isEmpty()) {
            return;
        }
        out.append("\n    fields: {");
        terms("must", query.must());
        terms("should", query.should());
        out.append(" }");
    }

    private void terms(String name, List<LensTerm> terms) {
        if (terms.isEmpty()) {
            return;
        }
        out.append(' ').append(name).append(": [");
        terms.forEach(term -> out.append("{ field: ")
                .append(LensAttributes.checked(term.attribute()))
                .append(" query: ")
                .append(literal(term.values().get(0)))
                .append(" }"));
        out.append(']');
    }
}
