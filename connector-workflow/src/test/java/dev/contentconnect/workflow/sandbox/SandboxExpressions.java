package dev.contentconnect.workflow.sandbox;

import dev.contentconnect.workflow.sandbox.SandboxState.Instance;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The few forms of expression that the shipped models use in the attributes of user tasks. */
final class SandboxExpressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("(?:execution\\.getVariable\\('(\\w+)'\\)|^(\\w+)$)");
    private static final Pattern CASE = Pattern.compile("getVariable\\('(\\w+)'\\) == '([^']*)' \\? '?([\\w-]+)'?");
    private static final Pattern WHEN_EMPTY = Pattern.compile("^empty .*? \\? '?([\\w-]+)'? :");
    private static final Pattern LAST = Pattern.compile(": '?([\\w-]+)'?$");

    private SandboxExpressions() {}

    /** The text with its expressions replaced, or null when nothing is left of it. */
    static @Nullable String text(@Nullable String text, Instance instance) {
        if (text == null) {
            return null;
        }
        String out = EXPRESSION
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1).strip(), instance)));
        return out.isBlank() ? null : out;
    }

    private static String value(String expression, Instance instance) {
        if (expression.contains(" == ")) {
            return CASE.matcher(expression)
                    .results()
                    .filter(one -> one.group(2).equals(instance.text(one.group(1), "")))
                    .map(one -> one.group(3))
                    .findFirst()
                    .orElseGet(() -> first(LAST, expression));
        }
        String name = VARIABLE.matcher(expression)
                .results()
                .map(one -> one.group(1) != null ? one.group(1) : one.group(2))
                .findFirst()
                .orElse("");
        return instance.text(name, first(WHEN_EMPTY, expression));
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .findFirst()
                .orElse("");
    }
}
