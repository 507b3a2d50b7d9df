package dev.contentconnect.core.spi;

import java.util.EnumSet;
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
 * @param traits what is different from the default; may be empty
 * @param notes limits and substitutes in words for people; may be empty
 */
public record CapabilityDescription(
        Class<?> type, Set<String> notOffered, Set<CapabilityTrait> traits, List<String> notes) {

    /**
     * Makes a description; collections are copied.
     *
     * @param type its interface
     * @param notOffered methods, or {@code method.part}, that are refused with Rejected and the code {@code not_offered}
     *     before any request is made; may be empty
     * @param traits what is different from the default; may be empty
     * @param notes limits and substitutes in words for people; may be empty
     */
    public CapabilityDescription {
        notOffered = Set.copyOf(notOffered);
        traits = Set.copyOf(traits);
        notes = List.copyOf(notes);
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
        return new CapabilityDescription(type, notOffered, Set.of(), List.of(notes));
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
        return new CapabilityDescription(type, notOffered, more, notes);
    }

    /**
     * Whether something can be asked for.
     *
     * @param operation a method such as {@code query}, or {@code method.part} such as {@code query.stakeholder}
     * @return false when the part, or the whole method, is refused
     */
    public boolean offers(String operation) {
        int dot = operation.indexOf('.');
        return !notOffered.contains(operation) && (dot < 0 || !notOffered.contains(operation.substring(0, dot)));
    }
}
