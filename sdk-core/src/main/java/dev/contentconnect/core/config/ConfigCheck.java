package dev.contentconnect.core.config;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a configuration, so that all of it is said at once. Of several mistakes in one option the
 * first counts: a value that could not be read is also a missing one. Belongs to one thread.
 */
public final class ConfigCheck {
    private final Map<String, ConfigProblem> problems = new LinkedHashMap<>();

    /**
     * Starts with what is known to be wrong.
     *
     * @param found the mistakes so far
     */
    public ConfigCheck(List<ConfigProblem> found) {
        found.forEach(this::add);
    }

    /**
     * Adds a mistake.
     *
     * @param option the name of the option
     * @param problem what is wrong with it
     */
    public void problem(String option, String problem) {
        add(new ConfigProblem(option, problem));
    }

    /**
     * Wants a value.
     *
     * @param option the name of the option
     * @param value wrong when null or blank text
     */
    public void required(String option, @Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            problem(option, "is required");
        }
    }

    /**
     * Wants a word that may stand as one part of an address.
     *
     * @param option the name of the option
     * @param value wrong when null, blank, or with control characters, slashes, ? or #
     */
    public void word(String option, @Nullable String value) {
        required(option, value);
        if (value != null
                && value.chars().anyMatch(c -> Character.isISOControl(c) || c == '/' || c == '?' || c == '#')) {
            problem(option, "must not hold control characters, slashes, ? or #");
        }
    }

    /**
     * Wants a word that may stand as one part of an address, where there is one.
     *
     * @param option the name of the option
     * @param value null is fine; else as for {@link #word}
     */
    public void wordIfGiven(String option, @Nullable String value) {
        if (value != null) {
            word(option, value);
        }
    }

    /**
     * Wants words of a closed list.
     *
     * @param option the name of the option
     * @param given wrong when one is not in the list
     * @param words the list
     */
    public void known(String option, Collection<String> given, Set<String> words) {
        for (String word : given) {
            if (!words.contains(word)) {
                problem(option, "knows no " + word + "; there are " + new TreeSet<>(words));
            }
        }
    }

    /**
     * Wants a path.
     *
     * @param option the name of the option
     * @param value wrong without a slash at its beginning, with blanks, a query or a fragment
     */
    public void path(String option, String value) {
        if (!value.startsWith("/") || value.chars().anyMatch(c -> c <= ' ' || c == '?' || c == '#')) {
            problem(option, "must be a path that begins with /");
        }
    }

    /**
     * Wants an address.
     *
     * @param option the name of the option
     * @param value null is fine; wrong unless absolute http or https without credentials, query and fragment
     */
    public void address(String option, @Nullable URI value) {
        if (value != null && !isAddress(value)) {
            problem(
                    option,
                    "must be an absolute http or https address without credentials, query or fragment;"
                            + " no underscore in the host, a port from 1 to 65535");
        }
    }

    /**
     * Wants a duration of zero or more.
     *
     * @param option the name of the option
     * @param value wrong when null or negative
     */
    public void notNegative(String option, @Nullable Duration value) {
        required(option, value);
        if (value != null && value.isNegative()) {
            problem(option, "must not be negative");
        }
    }

    /**
     * Wants a duration of more than zero.
     *
     * @param option the name of the option
     * @param value wrong when null, zero, negative or longer than {@link OptionReader#MAX_DURATION}
     */
    public void positive(String option, @Nullable Duration value) {
        required(option, value);
        if (value == null) {
            return;
        }
        if (value.isZero() || value.isNegative() || value.compareTo(OptionReader.MAX_DURATION) > 0) {
            problem(option, "must be more than zero and at most 366 days");
        }
    }

    /**
     * Wants a number within bounds.
     *
     * @param option the name of the option
     * @param value the number
     * @param min the least allowed
     * @param max the most allowed
     */
    public void range(String option, long value, long min, long max) {
        if (value < min || value > max) {
            problem(option, "must be from " + min + " to " + max);
        }
    }

    /**
     * What is wrong so far.
     *
     * @return at most one mistake an option, in the order of finding
     */
    public List<ConfigProblem> problems() {
        return List.copyOf(problems.values());
    }

    /**
     * Ends the check.
     *
     * @param system the connector's short name
     * @throws ConfigException when something is wrong; names all of it
     */
    public void finish(String system) {
        if (!problems.isEmpty()) {
            throw new ConfigException(system, problems());
        }
    }

    private void add(ConfigProblem problem) {
        problems.putIfAbsent(problem.option(), problem);
    }

    private static boolean isAddress(URI uri) {
        return OptionReader.isHttp(uri) && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }
}
