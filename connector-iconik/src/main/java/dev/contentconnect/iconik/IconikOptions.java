package dev.contentconnect.iconik;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.iconik.map.AssetFields;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads options that are more than a word. */
final class IconikOptions {
    private IconikOptions() {}

    static @Nullable Map<Segment, String> audiences(OptionReader in) {
        return in.optional(
                "audiences",
                text -> Pairs.bySegment(text, Function.identity()),
                "pairs such as region/Austria=<collection> with commas between them");
    }

    static void reviewers(ConfigCheck check, Map<String, String> given) {
        if (!given.entrySet().stream().allMatch(one -> isReviewer(one.getKey(), one.getValue()))) {
            check.problem("reviewers", "must be user:<id>, group:<id> or an e-mail address for each stakeholder");
        }
    }

    private static boolean isReviewer(String stakeholder, String who) {
        boolean named = who.startsWith("user:") || who.startsWith("group:");
        return !stakeholder.isBlank() && (named ? who.indexOf(':') < who.length() - 1 : who.indexOf('@') > 0);
    }

    static void assetFields(ConfigCheck check, Set<String> given) {
        check.known(
                "assetFields",
                given.stream()
                        .filter(name -> !name.startsWith(AssetFields.SEGMENT))
                        .toList(),
                AssetFields.NAMES);
    }
}
