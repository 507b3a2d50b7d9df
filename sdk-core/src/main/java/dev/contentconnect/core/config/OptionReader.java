package dev.contentconnect.core.config;

import dev.contentconnect.core.time.Timestamps;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads options from a map and collects every mistake instead of stopping at the first. Belongs to one thread.
 *
 * <p>An option that is missing and one that is blank are the same. Options that nobody read are reported as unknown, so
 * that a misspelt name cannot go unnoticed. Letter case, hyphens and underscores do not count: frameworks that bind
 * properties and environments make {@code auth-token} or {@code authtoken} of {@code authToken}.
 */
public final class OptionReader {
    /** The longest duration an option may have: 366 days. Beyond, sums of clocks and durations could overflow. */
    public static final Duration MAX_DURATION = Duration.ofDays(366);

    private static final int MAX_PORT = 65_535;

    /** What Kubernetes tells each container of a service that happens to be called like the prefix, as in container links. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private final Map<String, String> options;
    private final Set<String> known;
    private final Set<String> read = new LinkedHashSet<>();
    private final ArrayList<ConfigProblem> problems = new ArrayList<>();

    /**
     * A reader.
     *
     * @param options names and values; values may be null
     */
    public OptionReader(Map<String, ? extends @Nullable String> options) {
        this.options = new HashMap<>();
        options.forEach((name, value) -> {
            if (value != null && !value.isBlank() && this.options.put(plain(name), value.strip()) != null) {
                problem(name, "is given in two spellings");
            }
        });
        this.known = new LinkedHashSet<>(options.keySet());
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * One option as a reader finds it, for whoever must know before one is made.
     *
     * @param options names and values; values may be null
     * @param name its name
     * @return its text in whatever spelling of the name; null when it is missing or blank
     */
    public static @Nullable String valueIn(Map<String, ? extends @Nullable String> options, String name) {
        return options.entrySet().stream()
                .filter(one -> plain(one.getKey()).equals(plain(name)))
                .map(Map.Entry::getValue)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether there is an option whose name begins in a certain way.
     *
     * @param options names and values; values may be null
     * @param prefix how it begins, in whatever spelling
     * @return whether one of them has a value that is not blank
     */
    public static boolean mentions(Map<String, ? extends @Nullable String> options, String prefix) {
        return options.keySet().stream()
                .anyMatch(name -> plain(name).startsWith(plain(prefix)) && valueIn(options, name) != null);
    }

    /**
     * Options of an environment: {@code PREFIX_REQUEST_TIMEOUT} becomes {@code requestTimeout}.
     *
     * @param environment for example {@link System#getenv()}
     * @param prefix for example {@code ICONIK}; names without it are passed over, and those that Kubernetes makes for a
     *     service of that name, such as {@code ICONIK_SERVICE_HOST}
     * @return names and values for a reader
     */
    public static Map<String, String> fromEnvironment(Map<String, String> environment, String prefix) {
        Map<String, String> out = new HashMap<>();
        environment.forEach((name, value) -> {
            String rest = name.startsWith(prefix + "_") ? name.substring(prefix.length() + 1) : "";
            if (!rest.isEmpty() && !OF_A_SERVICE.matcher(rest).matches()) {
                out.put(camelCase(rest), value);
            }
        });
        return out;
    }

    private static String camelCase(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c == '_') {
                upper = true;
            } else {
                out.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    /**
     * An optional option.
     *
     * @param name its name
     * @param parser makes the value; throws {@code IllegalArgumentException} when it cannot
     * @param expected what to say when it cannot, for example {@code a number from 1 to 500}
     * @param <T> its type
     * @return the value, or null when it is missing or wrong
     */
    public <T> @Nullable T optional(String name, Function<String, ? extends T> parser, String expected) {
        read.add(name);
        String text = options.get(plain(name));
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(new ConfigProblem(name, "must be " + expected));
            return null;
        }
    }

    /**
     * An option that must be there.
     *
     * @param name its name
     * @param parser makes the value; throws {@code IllegalArgumentException} when it cannot
     * @param expected what to say when it cannot
     * @param <T> its type
     * @return the value, or null when it is missing or wrong: the mistake is then on record, and {@link #finish} gives it
     */
    public <T> @Nullable T required(String name, Function<String, ? extends T> parser, String expected) {
        if (options.get(plain(name)) == null) {
            read.add(name);
            problems.add(new ConfigProblem(name, "is required"));
            return null;
        }
        return optional(name, parser, expected);
    }

    /**
     * A text.
     *
     * @param name its name
     * @return the text, or null when it is missing
     */
    public @Nullable String text(String name) {
        return optional(name, Function.identity(), "text");
    }

    /**
     * A secret.
     *
     * @param name its name
     * @return the secret, or null when it is missing or cannot be sent
     */
    public @Nullable Secret secret(String name) {
        return optional(name, Secret::of, "one line of printable characters");
    }

    /**
     * An address.
     *
     * @param name its name
     * @return an absolute http or https address, or null when it is missing or wrong
     */
    public @Nullable URI uri(String name) {
        return optional(
                name,
                OptionReader::httpUri,
                "an absolute http or https address without credentials; no underscore in the host,"
                        + " a port from 1 to 65535");
    }

    /**
     * A duration.
     *
     * @param name its name
     * @return ISO 8601, or a number of seconds, more than zero and at most {@link #MAX_DURATION}; null when it is missing
     *     or wrong
     */
    public @Nullable Duration duration(String name) {
        return optional(
                name,
                OptionReader::positiveDuration,
                "a duration such as PT30S, or seconds, more than zero and at most 366 days");
    }

    /**
     * A whole number.
     *
     * @param name its name
     * @param min the least allowed
     * @param max the most allowed
     * @return the number, or null when it is missing or wrong
     */
    public @Nullable Integer integer(String name, int min, int max) {
        return optional(name, text -> inRange(Integer.parseInt(text), min, max), "a number from " + min + " to " + max);
    }

    /**
     * A yes or no.
     *
     * @param name its name
     * @param otherwise the value when it is missing or wrong
     * @return the value
     */
    public boolean flag(String name, boolean otherwise) {
        Boolean value = optional(name, OptionReader::bool, "true or false");
        return value == null ? otherwise : value;
    }

    /**
     * One word of a closed list.
     *
     * @param name its name
     * @param words the list; the option is written in any case
     * @param <E> its type
     * @return the word, or null when it is missing or wrong
     */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        String all = Arrays.stream(words.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        return optional(name, text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)), all);
    }

    /**
     * Words with commas between them.
     *
     * @param name its name
     * @return the words in their order, each once, without blanks around them; null when the option is missing
     */
    public @Nullable Set<String> words(String name) {
        String text = text(name);
        return text == null ? null : split(text);
    }

    /**
     * Takes a list apart.
     *
     * @param text words with commas between them
     * @return the words in their order, each once, without blanks around them
     */
    public static Set<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Names with values, as {@link Pairs} are written.
     *
     * @param name its name
     * @return values by name, which may be blank; null when the option is missing or wrong
     */
    public @Nullable Map<String, String> pairs(String name) {
        return optional(
                name, text -> Pairs.of(text, Function.identity()), "pairs such as name=value with commas between them");
    }

    /**
     * Secrets with commas between them, as during a rotation.
     *
     * @param name its name
     * @return the secrets in their order; null when the option is missing or wrong
     */
    public java.util.@Nullable List<Secret> secrets(String name) {
        return optional(
                name, text -> split(text).stream().map(Secret::of).toList(), "secrets with commas between them");
    }

    /**
     * A moment.
     *
     * @param name its name
     * @return the moment, or null when it is missing or wrong
     */
    public @Nullable Instant moment(String name) {
        return optional(name, Timestamps::parse, "a date and time such as 2026-01-31T00:00:00Z");
    }

    /**
     * Adds a mistake that shows only when options are seen together.
     *
     * @param option the name of the option
     * @param problem what is wrong
     */
    public void problem(String option, String problem) {
        problems.add(new ConfigProblem(option, problem));
    }

    /**
     * Ends the reading.
     *
     * @param make makes the configuration; called only when there is no mistake
     * @param <T> its type
     * @return the configuration, or all mistakes, unknown options included
     */
    public <T> Validation<Seq<ConfigProblem>, T> finish(java.util.function.Supplier<T> make) {
        Set<String> names = read.stream().map(OptionReader::plain).collect(Collectors.toSet());
        known.stream()
                .filter(name -> !names.contains(plain(name)))
                .sorted()
                .forEach(name -> problems.add(new ConfigProblem(name, "is not an option; there are " + read)));
        return problems.isEmpty() ? Validation.valid(make.get()) : Validation.invalid(List.ofAll(problems));
    }

    static URI httpUri(String text) {
        URI uri = URI.create(text);
        if (!isHttp(uri)) {
            throw new IllegalArgumentException("not an http address");
        }
        return uri;
    }

    /** A host with an underscore is none for the JDK, and a port may have any number of digits. */
    static boolean isHttp(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return http
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getPort() != 0
                && uri.getPort() <= MAX_PORT;
    }

    private static Duration positiveDuration(String text) {
        Duration duration = text.chars().allMatch(Character::isDigit)
                ? Duration.ofSeconds(Long.parseLong(text))
                : Duration.parse(text);
        if (duration.isZero() || duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    private static Integer inRange(int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
