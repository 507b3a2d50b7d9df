package dev.contentconnect.core.model;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an object in one system.
 *
 * @param system the short name of the system, for example {@code iconik}; never blank
 * @param id the id the system gave, kept as it is; never blank
 */
public record SourceRef(String system, String id) implements Comparable<SourceRef> {

    /**
     * Makes a reference.
     *
     * @param system the short name of the system, for example {@code iconik}; never blank
     * @param id the id the system gave, kept as it is; never blank
     * @throws IllegalArgumentException when a part is blank, or {@code system} holds a colon
     */
    public SourceRef {
        Words.word(system, "system");
        Words.word(id, "id");
        if (system.indexOf(':') >= 0) {
            throw new IllegalArgumentException("system must not hold a colon: " + Words.quoted(system));
        }
    }

    /**
     * A reference to an object.
     *
     * @param system the short name of the system
     * @param id the id there
     * @return the reference
     */
    public static SourceRef of(String system, String id) {
        return new SourceRef(system, id);
    }

    /**
     * Reads back what {@link #toString()} wrote.
     *
     * @param text {@code system:id}; the id may hold further colons
     * @return the reference
     * @throws IllegalArgumentException when there is no colon or a part is blank
     */
    public static SourceRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not system:id: " + Words.quoted(text));
        }
        return new SourceRef(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Reads back what {@link #toString()} wrote, where people may have edited it since.
     *
     * @param text {@code system:id}, or anything else
     * @return the reference; null when it is none
     */
    public static @Nullable SourceRef parseOrNull(@Nullable String text) {
        try {
            return text == null ? null : parse(text);
        } catch (IllegalArgumentException editedByHand) {
            return null;
        }
    }

    /**
     * The id, for the system that gave it, where ids are numbers from 1 on.
     *
     * @param owner the short name of the system that asks
     * @return the number; empty when the id is none, so that the system cannot have such an object
     * @throws IllegalArgumentException when this is an identity of another system
     */
    public OptionalLong numberIn(String owner) {
        try {
            long number = Long.parseLong(idIn(owner));
            return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /**
     * The id, for the system that gave it.
     *
     * @param owner the short name of the system that asks
     * @return the id
     * @throws IllegalArgumentException when this is an identity of another system
     */
    public String idIn(String owner) {
        if (!system.equals(owner)) {
            throw new IllegalArgumentException("not an identity of " + owner + ": " + Words.quoted(this));
        }
        return id;
    }

    @Override
    public int compareTo(SourceRef other) {
        int bySystem = system.compareTo(other.system);
        return bySystem != 0 ? bySystem : id.compareTo(other.id);
    }

    /** The form {@code system:id}, which {@link #parse(String)} reads. */
    @Override
    public String toString() {
        return system + ":" + id;
    }
}
