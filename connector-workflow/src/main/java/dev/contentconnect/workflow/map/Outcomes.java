package dev.contentconnect.workflow.map;

import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.TaskOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the outcome words of process models mean. A word that nobody explained stays what it is.
 *
 * @param byProcess words and meanings by process key; the key {@code *} is for all processes
 */
public record Outcomes(Map<String, Map<String, DecisionOutcome>> byProcess) {
    private static final Map<String, DecisionOutcome> USUAL = Map.ofEntries(
            Map.entry("approve", DecisionOutcome.APPROVED),
            Map.entry("approved", DecisionOutcome.APPROVED),
            Map.entry("cleared", DecisionOutcome.APPROVED),
            Map.entry("restricted", DecisionOutcome.APPROVED_WITH_CONDITIONS),
            Map.entry("approved_with_conditions", DecisionOutcome.APPROVED_WITH_CONDITIONS),
            Map.entry("reject", DecisionOutcome.REJECTED),
            Map.entry("rejected", DecisionOutcome.REJECTED),
            Map.entry("refused", DecisionOutcome.REJECTED),
            Map.entry("revise", DecisionOutcome.CHANGES_REQUESTED),
            Map.entry("clarify", DecisionOutcome.CHANGES_REQUESTED),
            Map.entry("changes_requested", DecisionOutcome.CHANGES_REQUESTED),
            Map.entry("expired", DecisionOutcome.EXPIRED));

    /**
     * Makes the value; maps are copied.
     *
     * @param byProcess words and meanings by process key; the key {@code *} is for all processes
     */
    public Outcomes {
        Map<String, Map<String, DecisionOutcome>> copy = new LinkedHashMap<>();
        byProcess.forEach(
                (process, words) -> copy.put(process, Collections.unmodifiableMap(new LinkedHashMap<>(words))));
        byProcess = Collections.unmodifiableMap(copy);
    }

    /**
     * The usual words only.
     *
     * @return the value
     */
    public static Outcomes usual() {
        return new Outcomes(Map.of());
    }

    /**
     * What a word means.
     *
     * @param processKey the key of the model, or null when it is not known
     * @param word as the service keeps it
     * @return the meaning; the word itself when nobody explained it
     */
    public DecisionOutcome meaning(@Nullable String processKey, String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String key : new String[] {processKey == null ? "*" : processKey, "*"}) {
            for (Map.Entry<String, DecisionOutcome> own :
                    byProcess.getOrDefault(key, Map.of()).entrySet()) {
                if (own.getKey().toLowerCase(Locale.ROOT).equals(lower)) {
                    return own.getValue();
                }
            }
        }
        DecisionOutcome usual = USUAL.get(lower);
        return usual != null ? usual : DecisionOutcome.of(word);
    }

    /**
     * The word that says a decision.
     *
     * @param processKey the key of the model, or null when it is not known
     * @param decision what was decided
     * @param possible what the model takes; empty when it does not say
     * @return the word, or nothing when the model has none for it
     */
    public Optional<String> word(@Nullable String processKey, DecisionOutcome decision, List<TaskOutcome> possible) {
        if (possible.isEmpty()) {
            return Optional.of(decision.value());
        }
        Optional<String> exact = possible.stream()
                .map(TaskOutcome::value)
                .filter(decision.value()::equals)
                .findFirst();
        return exact.isPresent()
                ? exact
                : possible.stream()
                        .map(TaskOutcome::value)
                        .filter(word -> meaning(processKey, word).equals(decision))
                        .findFirst();
    }
}
