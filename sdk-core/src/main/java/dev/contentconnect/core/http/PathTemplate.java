package dev.contentconnect.core.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with places for values, for example <code>/items/{id}?market={market}</code>.
 *
 * @param text as configured
 * @param names of its places, in their order
 */
public record PathTemplate(String text, List<String> names) {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

    /**
     * Makes a template; {@link #of} checks what it is given, this does not.
     *
     * @param text as configured
     * @param names of its places, in their order
     */
    public PathTemplate {
        names = List.copyOf(names);
    }

    /**
     * Reads a template.
     *
     * @param text a path, encoded where needed, that begins with one slash; a query may follow
     * @return the template
     * @throws IllegalArgumentException says what is wrong with it
     */
    public static PathTemplate of(String text) {
        List<String> names = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            names.add(places.group(1));
        }
        String bare = PLACE.matcher(text).replaceAll("x");
        if (!bare.startsWith("/") || bare.startsWith("//")) {
            throw new IllegalArgumentException("must begin with one /");
        }
        if (bare.indexOf('{') >= 0 || bare.indexOf('}') >= 0) {
            throw new IllegalArgumentException("has a brace that encloses no name of letters and digits");
        }
        if (bare.indexOf('#') >= 0 || bare.chars().anyMatch(c -> c <= ' ' || c > '~') || !isAddress(bare)) {
            throw new IllegalArgumentException("must be a path and query, encoded where needed");
        }
        if (hasDots(bare)) {
            throw new IllegalArgumentException("must not hold . or .. as a segment");
        }
        return new PathTemplate(text, names);
    }

    /**
     * The path with each value encoded, so that it stays what it is, whatever it holds.
     *
     * @param values raw, by the names of their places; others are passed over
     * @return for {@link RequestUri#at}
     * @throws IllegalArgumentException when a place has no value, or one would change the path
     */
    public String filled(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            String value = values.get(places.group(1));
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("no value for {" + places.group(1) + "}");
            }
            places.appendReplacement(out, Matcher.quoteReplacement(RequestUri.encoded(value)));
        }
        places.appendTail(out);
        String path = out.toString();
        if (hasDots(path)) {
            throw new IllegalArgumentException("a value must not be . or ..");
        }
        return path;
    }

    private static boolean hasDots(String path) {
        int query = path.indexOf('?');
        for (String segment : (query < 0 ? path : path.substring(0, query)).split("/", -1)) {
            String plain = segment.replaceAll("(?i)%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String path) {
        try {
            return URI.create("https://host.invalid" + path).getRawPath() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
