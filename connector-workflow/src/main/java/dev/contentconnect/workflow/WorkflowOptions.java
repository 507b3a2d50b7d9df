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
        for (String name : options.keySet()) {
            if (name.equals(OUTCOMES) || name.startsWith(OUTCOMES + ".")) {
                Map<String, DecisionOutcome> one = in.optional(
                        name, text -> Pairs.of(text, DecisionOutcome::of), "pairs such as ok=approved,no=rejected");
                if (one != null) {
                    out.put(name.equals(OUTCOMES) ? "*" : name.substring(OUTCOMES.length() + 1), one);
                }
            }
        }
        in.text(OUTCOMES);
        return new Outcomes(out);
    }
}
