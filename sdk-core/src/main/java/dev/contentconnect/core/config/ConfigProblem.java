package dev.contentconnect.core.config;

import java.io.Serializable;

/**
 * One mistake in a configuration.
 *
 * @param option the name of the option
 * @param problem what is wrong with it; never repeats a secret
 */
public record ConfigProblem(String option, String problem) implements Serializable {

    /** For example {@code endpoint is required}. */
    @Override
    public String toString() {
        return option + " " + problem;
    }
}
