package dev.contentconnect.aprimo.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the search language that the connector speaks: comparisons, phrases, AND, OR, NOT and parentheses. */
final class Expression {
    private static final Pattern WORD =
            Pattern.compile("\\s*(\\(|\\)|<>|>=|<=|=|>|<|\\?|\"(?:[^\"]|\"\")*\"|[A-Za-z0-9.:+\\-]+)");

    private final List<String> words = new ArrayList<>();
    private final List<?> parameters;
    private final AprimoSandbox sandbox;
    private int at;
    private int parameter;

    private Expression(String text, List<?> parameters, AprimoSandbox sandbox) {
        this.parameters = parameters;
        this.sandbox = sandbox;
        Matcher matcher = WORD.matcher(text.strip());
        int end = 0;
        while (matcher.lookingAt()) {
            words.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, text.strip().length());
        }
        if (end != text.strip().length() || words.isEmpty()) {
            throw Refusal.invalid("A searchExpression must contain an expression: " + text);
        }
    }

    static Predicate<Rec> of(String text, List<?> parameters, AprimoSandbox sandbox) {
        Expression parser = new Expression(text, parameters, sandbox);
        Predicate<Rec> out = parser.any();
        if (parser.at != parser.words.size() || parser.parameter != parameters.size()) {
            throw Refusal.invalid("The expression cannot be read: " + text);
        }
        return out;
    }

    private Predicate<Rec> any() {
        Predicate<Rec> out = all();
        while (next("OR")) {
            out = out.or(all());
        }
        return out;
    }

    private Predicate<Rec> all() {
        Predicate<Rec> out = one();
        while (next("AND")) {
            out = out.and(one());
        }
        return out;
    }

    private Predicate<Rec> one() {
        if (next("NOT")) {
            return one().negate();
        }
        if (next("(")) {
            Predicate<Rec> inside = any();
            expect(")");
            return inside;
        }
        if (next("?")) {
            String phrase = parameter().toLowerCase(Locale.ROOT);
            return record -> record.fields.keySet().stream()
                    .flatMap(field -> record.texts(field).stream())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(phrase));
        }
        return comparison(take());
    }

    private Predicate<Rec> comparison(String term) {
        String field = null;
        if (term.equals("FieldName")) {
            expect("(");
            String quoted = take();
            field = quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
            expect(")");
        }
        String operator = take();
        String value = next("?") ? parameter() : take();
        if (field != null) {
            String id = sandbox.fieldId(field);
            return record -> record.texts(id).contains(value) == operator.equals("=");
        }
        return switch (term) {
            case "CreatedOn" -> record -> isFrom(record.createdOn, operator, value);
            case "ModifiedOn" -> record -> isFrom(record.modifiedOn, operator, value);
            case "Status" -> record -> record.status.equalsIgnoreCase(value);
            case "Id" -> record -> record.id.equals(Vault.normal(value));
            case "ContentType" -> record -> record.contentType.equals(value);
            default -> throw Refusal.invalid("Unknown term " + term);
        };
    }

    private static boolean isFrom(Instant date, String operator, String value) {
        if (!operator.equals(">=")) {
            throw Refusal.invalid("The sandbox compares dates by >= alone");
        }
        try {
            return !date.isBefore(Instant.parse(value));
        } catch (DateTimeException e) {
            throw Refusal.invalid("Not a date: " + value);
        }
    }

    private String parameter() {
        if (parameter >= parameters.size()) {
            throw Refusal.invalid("More question marks than parameters");
        }
        return String.valueOf(parameters.get(parameter++));
    }

    private boolean next(String word) {
        if (at < words.size() && words.get(at).equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!next(word)) {
            throw Refusal.invalid("Expected " + word);
        }
    }

    private String take() {
        if (at >= words.size()) {
            throw Refusal.invalid("The expression ends too early");
        }
        return words.get(at++);
    }
}
