package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What has to be made for a request, by whom, in which order and by when.
 *
 * @param request the request for content
 * @param title what people call it
 * @param steps each after those it needs
 */
public record ProductionPlan(SourceRef request, String title, List<Step> steps) {

    /**
     * A piece of work.
     *
     * @param name for example {@code copy}; once in a plan
     * @param team the group that does it
     * @param after names of steps that must be done before
     * @param dueAt when it is due
     */
    public record Step(String name, String team, Set<String> after, Instant dueAt) {

        /** Copies the set. */
        public Step {
            after = Set.copyOf(after);
        }
    }

    /**
     * Makes a plan; the list is copied.
     *
     * @throws IllegalArgumentException when there are no steps, a name comes twice, or a step needs one that does not come
     *     before it: it could never begin
     */
    public ProductionPlan {
        steps = List.copyOf(steps);
        Set<String> before = new HashSet<>();
        for (Step step : steps) {
            if (!before.containsAll(step.after())) {
                throw new IllegalArgumentException(
                        step.name() + " needs what does not come before it: " + step.after());
            }
            if (!before.add(step.name())) {
                throw new IllegalArgumentException("two steps are called " + step.name());
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a plan has steps");
        }
    }
}
