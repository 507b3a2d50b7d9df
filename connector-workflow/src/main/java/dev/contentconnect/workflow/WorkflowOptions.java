package dev.contentconnect.workflow;

import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.workflow.map.Outcomes;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the options of this connector are written as text. */
final class WorkflowOptions {
    private static final String OUTCOMES = "outcomes";

    private WorkflowOptions() {}

    /** {@code outcomes} is for all models, {@code outcomes.<key>} for one; both as {@code ok=approved,no=rejected}. */
    static Outcomes outcomes(OptionReader in, Map<String, String> options) {
        Map<String, Map<String, DecisionOutcome>> out = new LinkedHashMap<>();
        put(out, "*", in, OUTCOMES);
        int length = OUTCOMES.length() + 1;
        for (String name : options.keySet()) {
            if (name.regionMatches(true, 0, OUTCOMES + ".", 0, length)) {
                put(out, name.substring(length), in, name);
            }
        }
        return new Outcomes(out);
    }

    private static void put(
            Map<String, Map<String, DecisionOutcome>> out, String process, OptionReader in, String name) {
        Map<String, DecisionOutcome> words =
                in.optional(name, text -> Pairs.of(text, DecisionOutcome::of), "pairs such as ok=approved,no=rejected");
        if (words != null) {
            out.put(process, words);
        }
    }
}
