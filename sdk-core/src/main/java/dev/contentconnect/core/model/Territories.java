package dev.contentconnect.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where a grant holds: the allowed parts of the world without the excluded ones.
 *
 * @param allowed where it holds; empty means that nobody said
 * @param excluded where it does not hold even inside an allowed part; may be empty
 */
public record Territories(List<Territory> allowed, List<Territory> excluded) {
    private static final Territories UNSTATED = new Territories(List.of(), List.of());

    /**
     * Makes territories; lists are copied.
     *
     * @param allowed where it holds; empty means that nobody said
     * @param excluded where it does not hold even inside an allowed part; may be empty
     */
    public Territories {
        allowed = List.copyOf(allowed);
        excluded = List.copyOf(excluded);
    }

    /**
     * Nobody said where.
     *
     * @return the empty value; a use that names a territory is then neither allowed nor denied by it
     */
    public static Territories unstated() {
        return UNSTATED;
    }

    /**
     * Everywhere.
     *
     * @return the world without exclusions
     */
    public static Territories worldwide() {
        return new Territories(List.of(Territory.WORLD), List.of());
    }

    /**
     * Some parts of the world.
     *
     * @param codes words as for {@link Territory#of(String)}
     * @return these, without exclusions
     */
    public static Territories of(String... codes) {
        return new Territories(Arrays.stream(codes).map(Territory::of).toList(), List.of());
    }

    /**
     * The same without some parts.
     *
     * @param codes words as for {@link Territory#of(String)}
     * @return a copy with these exclusions instead of the former
     */
    public Territories except(Collection<String> codes) {
        return new Territories(allowed, codes.stream().map(Territory::of).toList());
    }

    /** ALLOWED, DENIED or UNKNOWN for a use in this territory. */
    Verdict verdict(Territory use) {
        if (excludes(use)) {
            return Verdict.DENIED;
        }
        if (oneCovers(use) || togetherCover(use)) {
            return excluded.isEmpty() || clear(excluded, use) ? Verdict.ALLOWED : Verdict.UNKNOWN;
        }
        return !allowed.isEmpty() && clear(allowed, use) ? Verdict.DENIED : Verdict.UNKNOWN;
    }

    /** Whether it is certain which of these overlap with a territory. */
    static boolean clear(List<Territory> territories, Territory use) {
        if (!use.isKnown()) {
            return false;
        }
        for (Territory territory : territories) {
            if (!territory.isKnown() || territory.mayHoldOrLieIn(use)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a part of this territory is excluded. */
    boolean excludes(Territory use) {
        for (Territory out : excluded) {
            if (out.overlaps(use)) {
                return true;
            }
        }
        return false;
    }

    private boolean oneCovers(Territory use) {
        for (Territory in : allowed) {
            if (in.covers(use)) {
                return true;
            }
        }
        return false;
    }

    private boolean togetherCover(Territory use) {
        Set<String> wanted = Regions.countries(use.code());
        if (allowed.size() < 2 || wanted == null || wanted.size() < 2) {
            return false;
        }
        for (String country : wanted) {
            if (!holds(country)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(String country) {
        for (Territory in : allowed) {
            Set<String> part = Regions.isSubdivision(in.code()) ? null : Regions.countries(in.code());
            if (part != null && part.contains(country)) {
                return true;
            }
        }
        return false;
    }
}
