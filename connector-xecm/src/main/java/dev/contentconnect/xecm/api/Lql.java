package dev.contentconnect.xecm.api;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parts of queries in LQL, the language of the search index. Text from outside cannot leave its quotation marks. */
public final class Lql {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private Lql() {}

    /**
     * Words that must all be there, anywhere.
     *
     * @param text from outside
     * @return a query; empty when the text has no word
     */
    public static String words(String text) {
        return text.strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                .map(Lql::quoted)
                .filter(word -> word.length() > 2)
                .collect(Collectors.joining(" AND "));
    }

    /**
     * A region that holds one of some numbers.
     *
     * @param region its name
     * @param values the numbers
     * @return a query
     */
    public static String in(String region, Collection<Long> values) {
        return region(region) + " IN (" + values.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    /**
     * A region that holds a text.
     *
     * @param region its name
     * @param text from outside
     * @return a query
     */
    public static String is(String region, String text) {
        return region(region) + " " + quoted(text);
    }

    /**
     * A date region at or after a day; the index knows no finer grain.
     *
     * @param region its name
     * @param day the day
     * @return a query
     */
    public static String since(String region, LocalDate day) {
        return region(region) + " >= " + DAY.format(day);
    }

    private static String region(String name) {
        return "[QLREGION " + quoted(name) + "]";
    }

    /** A quotation mark within cannot be escaped for sure on all versions, so it is left out, and so is the backslash. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints()
                .filter(c -> c != '"' && c != '\\' && !Character.isISOControl(c))
                .forEach(out::appendCodePoint);
        return out.append('"').toString();
    }
}
