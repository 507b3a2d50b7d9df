package dev.contentconnect.examples.flows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The same for several things; one that fails does not stop the others. */
public final class EachInTurn {
    private EachInTurn() {}

    /**
     * Does it for each.
     *
     * @param things which
     * @param work what is done with each
     * @param <T> the things
     * @param <R> what comes of them
     * @return what came of each, in order
     * @throws RuntimeException the first failure, after all were tried; the next hundred are suppressed in it
     */
    public static <T, R> Map<T, R> of(List<T> things, Function<T, R> work) {
        Map<T, R> out = new LinkedHashMap<>();
        Failures failures = new Failures();
        for (T thing : things) {
            failures.spare(() -> out.put(thing, work.apply(thing)));
        }
        failures.raise();
        return out;
    }
}
