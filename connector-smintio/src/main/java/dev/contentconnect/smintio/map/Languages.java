package dev.contentconnect.smintio.map;

import dev.contentconnect.smintio.wire.WireElement;
import dev.contentconnect.smintio.wire.WireText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the languages of a text. Wanted languages are kept; one that is missing takes the English text, unless English
 * is wanted itself; without a wish everything is kept. The same culture may come twice: the first counts.
 *
 * @param wanted two-letter codes, best first; empty for all
 */
public record Languages(List<String> wanted) {
    private static final String ENGLISH = "en";
    private static final Map<String, String> TWO_LETTERS = twoLetters();

    /**
     * Makes the choice; codes become two letters.
     *
     * @param wanted two- or three-letter codes, best first; empty for all
     */
    public Languages {
        wanted = wanted.stream().map(Languages::culture).distinct().toList();
    }

    private static Map<String, String> twoLetters() {
        Map<String, String> out = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            String three = threeLetters(two);
            if (!three.isEmpty()) {
                out.put(three, two);
            }
        }
        // The bibliographic codes, of which the vendor's own client sends one.
        String pairs =
                "alb sq arm hy baq eu bur my chi zh cze cs dut nl fre fr geo ka ger de gre el ice is mac mk mao mi may"
                        + " ms per fa rum ro slo sk tib bo wel cy";
        String[] codes = pairs.split(" ", -1);
        for (int i = 0; i < codes.length; i += 2) {
            out.put(codes[i], codes[i + 1]);
        }
        return Collections.unmodifiableMap(out);
    }

    private static String threeLetters(String two) {
        try {
            return new Locale.Builder().setLanguage(two).build().getISO3Language();
        } catch (MissingResourceException none) {
            return "";
        }
    }

    /**
     * The two letters of a culture.
     *
     * @param code for example {@code ger}, {@code deu}, {@code de-AT}
     * @return for example {@code de}; what is not known stays as it is, in lower case
     */
    public static String culture(String code) {
        String word = code.strip().toLowerCase(Locale.ROOT);
        int end = word.indexOf('-') > 0 ? word.indexOf('-') : word.indexOf('_') > 0 ? word.indexOf('_') : word.length();
        String language = word.substring(0, end);
        return TWO_LETTERS.getOrDefault(language, language);
    }

    /**
     * The texts that are wanted.
     *
     * @param texts as they came
     * @return culture to text; empty when nothing is left
     */
    public Map<String, String> of(@Nullable List<@Nullable WireText> texts) {
        Map<String, String> all = new LinkedHashMap<>();
        for (WireText one : Reading.<WireText>list(texts)) {
            put(all, one.culture(), one.value());
        }
        return choose(all);
    }

    private static void put(Map<String, String> out, @Nullable String culture, @Nullable String value) {
        if (culture != null && !culture.isBlank() && value != null) {
            out.putIfAbsent(culture(culture), value);
        }
    }

    private Map<String, String> choose(Map<String, String> all) {
        if (wanted.isEmpty()) {
            return all;
        }
        Map<String, String> out = new LinkedHashMap<>();
        String english = all.get(ENGLISH);
        for (String language : wanted) {
            String text = all.get(language);
            if (text == null && !wanted.contains(ENGLISH)) {
                text = english;
            }
            if (text != null) {
                out.put(language, text);
            }
        }
        return out;
    }

    /**
     * The best of the texts.
     *
     * @param texts as they came
     * @return in the first wanted language that is there; without a wish English, else the first; null for none
     */
    public @Nullable String best(@Nullable List<@Nullable WireText> texts) {
        Map<String, String> found = of(texts);
        String english = wanted.isEmpty() ? found.get(ENGLISH) : null;
        String text =
                english != null ? english : found.values().stream().findFirst().orElse(null);
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * Names without a key, such as keywords.
     *
     * @param elements as they came, one a culture; names repeat
     * @return in the best culture that is there, each once
     */
    public List<String> names(@Nullable List<@Nullable WireElement> elements) {
        Map<String, Set<String>> byCulture = new LinkedHashMap<>();
        for (WireElement one : Reading.<WireElement>list(elements)) {
            WireElement.Element inner = one.element();
            String name = inner == null ? null : Reading.text(inner.name());
            String culture = Reading.text(one.culture());
            if (name != null && culture != null) {
                byCulture
                        .computeIfAbsent(culture(culture), any -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        List<String> order = new ArrayList<>(wanted);
        order.add(ENGLISH);
        for (String language : order) {
            boolean fallback = language.equals(ENGLISH) && wanted.contains(ENGLISH);
            if (byCulture.containsKey(language) && (wanted.contains(language) || !fallback)) {
                return List.copyOf(byCulture.get(language));
            }
        }
        return wanted.isEmpty() && !byCulture.isEmpty()
                ? List.copyOf(byCulture.values().iterator().next())
                : List.of();
    }

    /**
     * A text of a portal: an object of cultures, with {@code x-default} beside them, or a plain text.
     *
     * @param value as it came
     * @return in the first wanted language that is there, else the default, else the first; null for none
     */
    public @Nullable String portal(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> texts)) {
            return Reading.text(value);
        }
        Map<String, String> all = new LinkedHashMap<>();
        texts.forEach((culture, text) -> {
            if (text instanceof String word && !word.isBlank()) {
                String name = String.valueOf(culture);
                all.putIfAbsent(name.equals("x-default") ? name : culture(name), word);
            }
        });
        for (String language : wanted) {
            if (all.containsKey(language)) {
                return all.get(language);
            }
        }
        String usual = all.get("x-default");
        return usual != null ? usual : all.values().stream().findFirst().orElse(null);
    }

    /**
     * Texts of a portal: an object of cultures with lists.
     *
     * @param value as it came
     * @return each once, chosen as {@link #portal}
     */
    public List<String> portalList(@Nullable Object value) {
        if (value instanceof List<?> plain) {
            return texts(plain);
        }
        if (!(value instanceof Map<?, ?> lists)) {
            return List.of();
        }
        Map<String, List<String>> all = new LinkedHashMap<>();
        lists.forEach((culture, list) -> {
            if (list instanceof List<?> some) {
                String name = String.valueOf(culture);
                all.putIfAbsent(name.equals("x-default") ? name : culture(name), texts(some));
            }
        });
        List<String> order = new ArrayList<>(wanted);
        order.add("x-default");
        for (String language : order) {
            if (all.containsKey(language)) {
                return all.get(language);
            }
        }
        return all.isEmpty() ? List.of() : all.values().iterator().next();
    }

    private static List<String> texts(List<?> in) {
        Set<String> out = new LinkedHashSet<>();
        for (Object one : in) {
            String text = Reading.text(one);
            if (text != null) {
                out.add(text);
            }
        }
        return List.copyOf(out);
    }
}
