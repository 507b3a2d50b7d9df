package dev.contentconnect.workflow;

import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.workflow.map.Outcomes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the options of this connector are written as text. */
final class WorkflowOptions {
    private static final String OUTCOMES = "outcomes";

    private WorkflowOptions() {}

    static List<Secret> secrets(String text) {
        return OptionReader.split(text).stream().map(Secret::of).toList();
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

    private static Map<String, DecisionOutcome> pairs(String text) {
        Map<String, DecisionOutcome> out = new LinkedHashMap<>();
        for (String pair : OptionReader.split(text)) {
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
