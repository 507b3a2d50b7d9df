package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks the options of Productivity Management. */
final class PmOptions {
    private static final String NUMBER = "a whole number above zero";
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+){0,5}");
    private static final Pattern COLLECTION = Pattern.compile("[a-z][a-z-]{1,60}");
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,80}");

    private PmOptions() {}

    static @Nullable Long number(OptionReader in, String name) {
        return in.optional(name, PmOptions::number, NUMBER);
    }

    private static Long number(String text) {
        Long value = Long.valueOf(text.strip());
        if (value < 1) {
            throw new IllegalArgumentException("not above zero");
        }
        return value;
    }

    static @Nullable List<Long> numbers(OptionReader in, String name) {
        return in.optional(
                name,
                text -> OptionReader.split(text).stream().map(PmOptions::number).toList(),
                "whole numbers above zero with commas between them");
    }

    static @Nullable Map<String, Long> numbered(OptionReader in, String name) {
        Map<String, String> pairs = AprimoOptions.pairs(in, name);
        if (pairs == null) {
            return null;
        }
        Map<String, Long> out = new LinkedHashMap<>();
        pairs.forEach((key, value) -> {
            if (isNumber(value)) {
                out.put(key, Long.valueOf(value));
            } else {
                in.problem(name, "must have " + NUMBER + " for " + key);
            }
        });
        return out;
    }

    private static boolean isNumber(String text) {
        return text.length() < 18 && text.matches("[1-9][0-9]*");
    }

    static void routes(ConfigCheck check, String option, Map<String, String> given) {
        given.forEach((name, path) -> {
            if (!PmConfig.ROUTES.containsKey(name) && !COLLECTION.matcher(name).matches()) {
                check.problem(option, "knows no " + name);
            } else if (!PATH.matcher(path).matches()) {
                check.problem(option, "must have a path for " + name + ": words with slashes between them");
            }
        });
    }

    static void names(ConfigCheck check, String option, Map<String, String> given) {
        given.forEach((name, member) -> {
            if (!PmConfig.NAMES.containsKey(name)) {
                check.problem(option, "knows no " + name + "; there are " + new TreeSet<>(PmConfig.NAMES.keySet()));
            } else if (!MEMBER.matcher(member).matches()) {
                check.problem(option, "must have the name of a member for " + name);
            }
        });
    }

    static void currencies(ConfigCheck check, String option, Map<String, String> given) {
        given.forEach((id, code) -> {
            if (!isNumber(id)) {
                check.problem(option, "must have " + NUMBER + " before each code");
            }
            if (Currency.getAvailableCurrencies().stream()
                    .noneMatch(one -> one.getCurrencyCode().equals(code))) {
                check.problem(option, "must have an ISO 4217 code for " + id);
            }
        });
        if (Set.copyOf(given.values()).size() < given.size()) {
            check.problem(option, "names a currency twice");
        }
    }

    static void statuses(ConfigCheck check, String option, Map<String, String> given, Set<String> words) {
        given.forEach((id, word) -> {
            if (!words.contains(word)) {
                check.problem(option, "knows no " + word + "; there are " + new TreeSet<>(words));
            }
        });
    }

    static void statusIds(ConfigCheck check, String option, Map<String, String> given) {
        given.forEach((name, id) -> {
            int dot = name.indexOf('.');
            boolean named = dot > 0
                    && dot < name.length() - 1
                    && COLLECTION.matcher(name.substring(0, dot)).matches();
            if (!named || !isNumber(id)) {
                check.problem(option, "must have pairs such as activities.production=12");
            }
        });
    }
}
