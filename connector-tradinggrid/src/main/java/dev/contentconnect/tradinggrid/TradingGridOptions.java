package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import dev.contentconnect.core.model.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads options of more than one word. */
final class TradingGridOptions {
    private TradingGridOptions() {}

    static @Nullable Map<String, String> pairs(OptionReader in, String name) {
        return in.pairs(name);
    }

    static @Nullable Map<String, List<String>> lists(OptionReader in, String name) {
        return in.optional(
                name,
                text -> Pairs.of(text, TradingGridOptions::bars),
                "pairs such as name=one|two with commas between them");
    }

    static @Nullable Map<String, Integer> numbers(OptionReader in, String name) {
        return in.optional(
                name,
                text -> Pairs.of(text, value -> value.isEmpty() ? -1 : Integer.parseInt(value)),
                "pairs such as name=1 with commas between them");
    }

    static @Nullable Map<Segment, List<String>> audiences(OptionReader in) {
        return in.optional(
                "audiences",
                text -> Pairs.bySegment(text, TradingGridOptions::partners),
                "pairs such as region/Austria=<partner>|<partner> with commas between them");
    }

    private static List<String> bars(String text) {
        return Stream.of(text.split("\\|", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<String> partners(String text) {
        List<String> out = bars(text);
        if (out.isEmpty()) {
            throw new IllegalArgumentException("no partner");
        }
        return out;
    }

    static void known(ConfigCheck check, String option, Set<String> given, Set<String> names) {
        check.known(option, given, names);
    }

    /** The defaults with what is given put over them; a blank value takes one away. */
    static Map<String, String> merged(Map<String, String> defaults, Map<String, String> given) {
        Map<String, String> out = new LinkedHashMap<>(defaults);
        out.putAll(given);
        out.values().removeIf(String::isBlank);
        return out;
    }

    /** As {@link #merged}; a negative index takes a column away. */
    static Map<String, Integer> mergedColumns(Map<String, Integer> defaults, Map<String, Integer> given) {
        Map<String, Integer> out = new LinkedHashMap<>(defaults);
        out.putAll(given);
        out.values().removeIf(index -> index < 0);
        return out;
    }
}
