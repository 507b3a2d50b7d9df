package dev.contentconnect.core.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A use that is forbidden whatever the grants say. It applies where all of its parts apply; a part that is empty
 * applies always.
 *
 * @param reason why, in words for people; may be empty
 * @param territories where; empty means everywhere
 * @param words for each aspect the forbidden words, as in {@link Terms}; may be empty
 * @param validity when
 */
public record Prohibition(
        String reason, List<Territory> territories, Map<RightsDimension, Terms> words, Validity validity) {

    /**
     * Makes a prohibition; collections are copied.
     *
     * @param reason why, in words for people; may be empty
     * @param territories where; empty means everywhere
     * @param words for each aspect the forbidden words, as in {@link Terms}; may be empty
     * @param validity when
     */
    public Prohibition {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(validity, "validity");
        territories = List.copyOf(territories);
        words = Map.copyOf(words);
    }

    /**
     * A prohibition in some territories, for ever and for every purpose.
     *
     * @param reason why
     * @param territories where
     * @return the prohibition
     */
    public static Prohibition in(String reason, List<Territory> territories) {
        return new Prohibition(reason, territories, Map.of(), Validity.ALWAYS);
    }

    /** DENIED when it applies, UNKNOWN when the use does not say enough to tell, else ALLOWED. */
    Verdict verdict(Use use) {
        if (!validity.contains(use.at())) {
            return Verdict.ALLOWED;
        }
        boolean doubt = false;
        if (!territories.isEmpty()) {
            Territory where = use.territory();
            boolean hit = territories.contains(Territory.WORLD) || (where != null && anyOverlaps(where));
            boolean unclear = where == null || !Territories.clear(territories, where);
            if (!hit && !unclear) {
                return Verdict.ALLOWED;
            }
            doubt = !hit;
        }
        for (Map.Entry<RightsDimension, Terms> aspect : words.entrySet()) {
            String word = use.aspects().get(aspect.getKey());
            Verdict verdict = aspect.getValue().forbids(word);
            if (verdict == Verdict.ALLOWED) {
                return Verdict.ALLOWED;
            }
            doubt |= verdict == Verdict.UNKNOWN;
        }
        return doubt ? Verdict.UNKNOWN : Verdict.DENIED;
    }

    private boolean anyOverlaps(Territory where) {
        for (Territory territory : territories) {
            if (territory.overlaps(where)) {
                return true;
            }
        }
        return false;
    }
}
