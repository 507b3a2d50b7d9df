package dev.contentconnect.core.spi;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One capability of a connector, which part of it the system lacks, and what it does differently.
 *
 * <p>What is lacking is named in the words of the interface: {@code delegate} is a method that is refused as a whole;
 * {@code query.stakeholder} is a component of the method's request, or a parameter of the method, that is refused when the
 * caller sets it. A part that is null, empty or false is not set.
 *
 * @param type its interface
 * @param notOffered methods, or {@code method.part}, that are refused with Rejected and the code {@code not_offered}
 *     before any request is made; may be empty
 * @param inPart methods, or {@code method.part}, that are offered under a condition, which a note names, and are refused in
 *     the same way where it is not met; may be empty
 * @param traits what is different from the default; may be empty
 * @param notes limits and substitutes in words for people; may be empty
 */
public record CapabilityDescription(
        Class<?> type, Set<String> notOffered, Set<String> inPart, Set<CapabilityTrait> traits, List<String> notes) {

    /**
     * Makes a description; collections are copied.
     *
     * @param type its interface
     * @param notOffered methods, or {@code method.part}, that are refused with Rejected and the code {@code not_offered}
     *     before any request is made; may be empty
     * @param inPart methods, or {@code method.part}, that are offered under a condition, which a note names, and are refused
     *     in the same way where it is not met; may be empty
     * @param traits what is different from the default; may be empty
     * @param notes limits and substitutes in words for people; may be empty
     * @throws IllegalArgumentException when something is offered in part and not at all, or no note names a condition
     */
    public CapabilityDescription {
        notOffered = Set.copyOf(notOffered);
        inPart = Set.copyOf(inPart);
        traits = Set.copyOf(traits);
        notes = List.copyOf(notes);
        if (!Collections.disjoint(notOffered, inPart)) {
            throw new IllegalArgumentException("offered in part and not at all: " + inPart + ", " + notOffered);
        }
        if (!inPart.isEmpty() && notes.isEmpty()) {
            throw new IllegalArgumentException("a note must say when these are offered: " + inPart);
        }
    }

    /**
     * A capability that is offered whole.
     *
     * @param type its interface
     * @param notes limits and substitutes in words for people
     * @return the description, without traits
     */
    public static CapabilityDescription whole(Class<?> type, String... notes) {
        return without(type, Set.of(), notes);
    }

    /**
     * A capability that is offered in part.
     *
     * @param type its interface
     * @param notOffered what is refused: methods, or {@code method.part}
     * @param notes limits and substitutes in words for people
     * @return the description, without traits
     */
    public static CapabilityDescription without(Class<?> type, Set<String> notOffered, String... notes) {
        return new CapabilityDescription(type, notOffered, Set.of(), Set.of(), List.of(notes));
    }

    /**
     * The same description with things that are offered under a condition.
     *
     * @param more methods, or {@code method.part}; a note says when they are offered
     * @return a copy
     * @throws IllegalArgumentException when one of them is not offered at all, or there is no note
     */
    public CapabilityDescription withInPart(String... more) {
        Set<String> all = new HashSet<>(inPart);
        all.addAll(List.of(more));
        return new CapabilityDescription(type, notOffered, all, traits, notes);
    }

    /**
     * The same description with a trait more.
     *
     * @param trait what is different from the default
     * @return a copy
     */
    public CapabilityDescription with(CapabilityTrait trait) {
        EnumSet<CapabilityTrait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new CapabilityDescription(type, notOffered, inPart, more, notes);
    }

    /**
     * Whether something can be asked for.
     *
     * @param operation a method such as {@code query}, or {@code method.part} such as {@code query.stakeholder}
     * @return false when the part, or the whole method, is always refused; true also for what is offered in part, see
     *     {@link #inPart()}
     */
    public boolean offers(String operation) {
        int dot = operation.indexOf('.');
        return !notOffered.contains(operation) && (dot < 0 || !notOffered.contains(operation.substring(0, dot)));
    }
}
