package dev.contentconnect.xecm.sandbox;

import java.util.List;

/**
 * An attribute of a category.
 *
 * @param number its number within the category, from 2
 * @param name what people call it
 * @param kind text, integer, date, moment, set, or row for a set of one row
 * @param multi whether it holds several values
 * @param required whether it must be sent when the category is added
 * @param valid the values it takes; empty for any
 * @param members the attributes of a set
 */
public record Attr(
        int number, String name, String kind, boolean multi, boolean required, List<String> valid, List<Attr> members) {
    /**
     * A text.
     *
     * @param number its number
     * @param name its name
     * @return the attribute
     */
    public static Attr text(int number, String name) {
        return new Attr(number, name, "text", false, false, List.of(), List.of());
    }

    /**
     * Several texts.
     *
     * @param number its number
     * @param name its name
     * @return the attribute
     */
    public static Attr texts(int number, String name) {
        return new Attr(number, name, "text", true, false, List.of(), List.of());
    }

    /**
     * A whole number.
     *
     * @param number its number
     * @param name its name
     * @return the attribute
     */
    public static Attr integer(int number, String name) {
        return new Attr(number, name, "integer", false, false, List.of(), List.of());
    }

    /**
     * A day.
     *
     * @param number its number
     * @param name its name
     * @return the attribute
     */
    public static Attr date(int number, String name) {
        return new Attr(number, name, "date", false, false, List.of(), List.of());
    }

    /**
     * A word of a list.
     *
     * @param number its number
     * @param name its name
     * @param valid the list
     * @return the attribute
     */
    public static Attr popup(int number, String name, String... valid) {
        return new Attr(number, name, "text", false, false, List.of(valid), List.of());
    }

    /**
     * A set of attributes, with several rows.
     *
     * @param number its number
     * @param name its name
     * @param members its attributes
     * @return the attribute
     */
    public static Attr set(int number, String name, Attr... members) {
        return new Attr(number, name, "set", false, false, List.of(), List.of(members));
    }

    /**
     * A set of attributes, with one row only.
     *
     * @param number its number
     * @param name its name
     * @param members its attributes
     * @return the attribute
     */
    public static Attr row(int number, String name, Attr... members) {
        return new Attr(number, name, "row", false, false, List.of(), List.of(members));
    }

    /**
     * The same, without which the category cannot be added.
     *
     * @return a copy
     */
    public Attr needed() {
        return new Attr(number, name, kind, multi, true, valid, members);
    }
}
