package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
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
        return in.optional(name, TradingGridOptions::pairsOf, "pairs such as name=value with commas between them");
    }

    static @Nullable Map<String, List<String>> lists(OptionReader in, String name) {
        return in.optional(name, TradingGridOptions::listsOf, "pairs such as name=one|two with commas between them");
    }

    static @Nullable Map<String, Integer> numbers(OptionReader in, String name) {
        return in.optional(
                name,
                text -> {
                    Map<String, Integer> out = new LinkedHashMap<>();
                    pairsOf(text).forEach((key, value) -> out.put(key, value.isEmpty() ? -1 : Integer.parseInt(value)));
                    return out;
                },
                "pairs such as name=1 with commas between them");
    }

    static @Nullable Map<Segment, List<String>> audiences(OptionReader in) {
        return in.optional(
                "audiences",
                TradingGridOptions::audiencesOf,
                "pairs such as region/Austria=<partner>|<partner> with commas between them");
    }

    private static Map<String, String> pairsOf(String text) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String pair : OptionReader.split(text)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not a pair");
            }
            out.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return out;
    }

    private static Map<String, List<String>> listsOf(String text) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        pairsOf(text).forEach((name, value) -> out.put(name, bars(value)));
        return out;
    }

    private static List<String> bars(String text) {
        return Stream.of(text.split("\\|", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Map<Segment, List<String>> audiencesOf(String text) {
        Map<Segment, List<String>> out = new LinkedHashMap<>();
        pairsOf(text).forEach((segment, partners) -> {
            int slash = segment.indexOf('/');
            if (slash < 1 || bars(partners).isEmpty()) {
                throw new IllegalArgumentException("not an audience");
            }
            out.put(
                    new Segment(SegmentKind.of(segment.substring(0, slash)), segment.substring(slash + 1)),
                    bars(partners));
        });
        return out;
    }

    static void known(ConfigCheck check, String option, Set<String> given, Set<String> names) {
        for (String name : given) {
            if (!names.contains(name)) {
                check.problem(option, "knows no " + name + "; there are " + names);
            }
        }
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
