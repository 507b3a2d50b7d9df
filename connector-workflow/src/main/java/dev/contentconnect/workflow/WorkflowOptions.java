package dev.contentconnect.workflow;

import dev.contentconnect.core.config.ConfigProblem;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.workflow.map.Outcomes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the options of this connector are written as text. */
final class WorkflowOptions {
    private static final String OUTCOMES = "outcomes";

    private WorkflowOptions() {}

    static WorkflowConfig.TokenRequest tokenRequest(String text) {
        return WorkflowConfig.TokenRequest.valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Set<String> words(String text) {
        Set<String> out = new LinkedHashSet<>();
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                out.add(word.strip());
            }
        }
        return out;
    }

    static List<Secret> secrets(String text) {
        return words(text).stream().map(Secret::of).toList();
    }

    /** {@code outcomes} is for all models, {@code outcomes.<key>} for one; both as {@code ok=approved,no=rejected}. */
    static Outcomes outcomes(OptionReader in, Map<String, String> options) {
        Map<String, Map<String, DecisionOutcome>> out = new LinkedHashMap<>();
        for (String name : options.keySet()) {
            if (name.equals(OUTCOMES) || name.startsWith(OUTCOMES + ".")) {
                Map<String, DecisionOutcome> one =
                        in.optional(name, WorkflowOptions::pairs, "pairs such as ok=approved,no=rejected");
                if (one != null) {
                    out.put(name.equals(OUTCOMES) ? "*" : name.substring(OUTCOMES.length() + 1), one);
                }
            }
        }
        in.text(OUTCOMES);
        return new Outcomes(out);
    }

    static boolean isPlainHttp(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null;
    }

    /** A wrong option is also a missing one; the first word about it is the useful one. */
    static List<ConfigProblem> firstOfEach(List<ConfigProblem> all) {
        Map<String, ConfigProblem> out = new LinkedHashMap<>();
        all.forEach(problem -> out.putIfAbsent(problem.option(), problem));
        return new ArrayList<>(out.values());
    }

    static void required(List<ConfigProblem> problems, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            problems.add(new ConfigProblem(name, "is required"));
        } else if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '/' || c == '?' || c == '#')) {
            problems.add(new ConfigProblem(name, "must not hold control characters, slashes, ? or #"));
        }
    }

    static void path(List<ConfigProblem> problems, String name, String value) {
        if (!value.startsWith("/") || value.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#')) {
            problems.add(new ConfigProblem(name, "must be a path that begins with /"));
        }
    }

    static void notNegative(List<ConfigProblem> problems, String name, Duration value) {
        if (value.isNegative()) {
            problems.add(new ConfigProblem(name, "must not be negative"));
        }
    }

    private static Map<String, DecisionOutcome> pairs(String text) {
        Map<String, DecisionOutcome> out = new LinkedHashMap<>();
        for (String pair : words(text)) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException("not a pair");
            }
            out.put(
                    pair.substring(0, at).strip(),
                    DecisionOutcome.of(pair.substring(at + 1).strip()));
        }
        return out;
    }
}
