package dev.contentconnect.tradinggrid.api;

import java.util.List;

/**
 * A condition on one attribute.
 *
 * @param attribute one of {@link LensAttributes#ALL}
 * @param values what it must be
 * @param negated whether it must not be any of these
 */
public record LensTerm(String attribute, List<String> values, boolean negated) {
    /**
     * Makes the condition.
     *
     * @param attribute one of {@link LensAttributes#ALL}
     * @param values what it must be
     * @param negated whether it must not be any of these
     * @throws IllegalArgumentException when the attribute is unknown or there is no value
     */
    public LensTerm {
        LensAttributes.checked(attribute);
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a condition needs a value");
        }
    }

    /**
     * That an attribute has a value.
     *
     * @param attribute its name
     * @param value the value; as a filter it is taken as it is, in {@code must} and {@code should} {@code *} stands for any
     * @return the condition
     */
    public static LensTerm is(String attribute, String value) {
        return new LensTerm(attribute, List.of(value), false);
    }

    /**
     * That an attribute has none of some values.
     *
     * @param attribute its name
     * @param values the values
     * @return the condition
     */
    public static LensTerm isNot(String attribute, List<String> values) {
        return new LensTerm(attribute, values, true);
    }
}
