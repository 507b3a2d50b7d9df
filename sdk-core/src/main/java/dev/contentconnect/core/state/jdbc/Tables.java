package dev.contentconnect.core.state.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Puts the prefix of one store's tables into statements. What was put together once is kept: drivers cache by text. */
final class Tables {
    /** What statements say where the prefix goes. */
    static final String MARK = "{p}";

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,19}");

    private final String prefix;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Tables(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "a table prefix is a letter and up to 19 letters, digits or underscores, all in lower case");
        }
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    String sql(String template) {
        return statements.computeIfAbsent(template, text -> text.replace(MARK, prefix));
    }
}
