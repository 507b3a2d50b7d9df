package dev.contentconnect.iconik;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.iconik.map.AssetFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads options that are more than a word. */
final class IconikOptions {
    private IconikOptions() {}

    static @Nullable Map<String, String> pairs(OptionReader in, String name) {
        return in.optional(name, IconikOptions::pairsOf, "pairs such as name=value with commas between them");
    }

    static @Nullable List<Secret> secrets(OptionReader in) {
        return in.optional(
                "webhookSecrets",
                text -> OptionReader.split(text).stream().map(Secret::of).toList(),
                "secrets with commas between them");
    }

    static @Nullable Map<Segment, String> audiences(OptionReader in) {
        return in.optional(
                "audiences",
                IconikOptions::audiencesOf,
                "pairs such as region/Austria=<collection> with commas between them");
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

    private static Map<Segment, String> audiencesOf(String text) {
        Map<Segment, String> out = new LinkedHashMap<>();
        pairsOf(text).forEach((segment, collection) -> {
            int slash = segment.indexOf('/');
            if (slash < 1 || collection.isBlank()) {
                throw new IllegalArgumentException("not an audience");
            }
            SegmentKind kind = SegmentKind.of(segment.substring(0, slash));
            out.put(new Segment(kind, segment.substring(slash + 1)), collection);
        });
        return out;
    }

    static boolean isReviewer(String stakeholder, String who) {
        boolean named = who.startsWith("user:") || who.startsWith("group:");
        return !stakeholder.isBlank() && (named ? who.indexOf(':') < who.length() - 1 : who.indexOf('@') > 0);
    }

    static void known(ConfigCheck check, String option, Set<String> given, Set<String> names) {
        for (String name : given) {
            boolean segment = option.equals("assetFields") && name.startsWith(AssetFields.SEGMENT);
            if (!names.contains(name) && !segment) {
                check.problem(option, "knows no " + name + "; there are " + names);
            }
        }
    }

    static void id(ConfigCheck check, String option, @Nullable String value) {
        if (value != null) {
            check.word(option, value);
        }
    }
}
