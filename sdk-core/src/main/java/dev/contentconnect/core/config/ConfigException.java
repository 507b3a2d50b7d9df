package dev.contentconnect.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. Thrown before any I/O; names every mistake at once. */
public final class ConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An array, because lists need not survive serialization. */
    private final ConfigProblem[] problems;

    /**
     * Makes an exception.
     *
     * @param system the connector's short name
     * @param problems what is wrong; never empty
     */
    public ConfigException(String system, List<ConfigProblem> problems) {
        super(system + " is not configured: "
                + problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("; ")));
        this.problems = problems.toArray(ConfigProblem[]::new);
    }

    /**
     * Every mistake.
     *
     * @return in the order of the options
     */
    public List<ConfigProblem> problems() {
        return List.of(problems);
    }
}
