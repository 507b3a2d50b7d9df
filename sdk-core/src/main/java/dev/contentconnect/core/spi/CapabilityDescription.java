package dev.contentconnect.core.spi;

import java.util.List;
import java.util.Set;

/**
 * One capability of a connector, and which part of it the system lacks.
 *
 * @param type its interface
 * @param notOffered names of methods, or {@code method.option}, that are refused with Rejected and the code
 *     {@code not_offered} before any request is made; may be empty
 * @param notes limits and substitutes in words for people; may be empty
 */
public record CapabilityDescription(Class<?> type, Set<String> notOffered, List<String> notes) {

    /**
     * Makes a description; collections are copied.
     *
     * @param type its interface
     * @param notOffered names of methods, or {@code method.option}, that are refused with Rejected and the code
     *     {@code not_offered} before any request is made; may be empty
     * @param notes limits and substitutes in words for people; may be empty
     */
    public CapabilityDescription {
        notOffered = Set.copyOf(notOffered);
        notes = List.copyOf(notes);
    }

    /**
     * A capability that is offered whole.
     *
     * @param type its interface
     * @param notes limits and substitutes in words for people
     * @return the description
     */
    public static CapabilityDescription whole(Class<?> type, String... notes) {
        return new CapabilityDescription(type, Set.of(), List.of(notes));
    }

    /**
     * A capability that is offered in part.
     *
     * @param type its interface
     * @param notOffered what is refused
     * @param notes limits and substitutes in words for people
     * @return the description
     */
    public static CapabilityDescription without(Class<?> type, Set<String> notOffered, String... notes) {
        return new CapabilityDescription(type, notOffered, List.of(notes));
    }
}
