package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads options that are more than a word. */
final class AprimoOptions {
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private AprimoOptions() {}

    /** A tenant's name as it stands in host names; null for what could lead to another host. */
    static @Nullable String hostLabel(String tenant) {
        String label = tenant.strip().toLowerCase(Locale.ROOT);
        return HOST_LABEL.matcher(label).matches() ? label : null;
    }

    static @Nullable Map<String, String> pairs(OptionReader in, String name) {
        return in.optional(
                name,
                text -> Pairs.of(text, AprimoOptions::filled),
                "pairs such as name=value with commas between them");
    }

    private static String filled(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("no value");
        }
        return value;
    }

    static void fields(ConfigCheck check, String option, Map<String, String> given, Set<String> names) {
        given.forEach((name, field) -> {
            boolean segment = option.equals("assetFields") && AssetFields.isSegment(name);
            if (!names.contains(name) && !segment) {
                check.problem(option, "knows no " + name + "; there are " + names);
            } else if (field.isBlank()) {
                check.problem(option, "names no field for " + name);
            }
        });
    }
}
