package dev.contentconnect.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
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
        for (Territory out : excluded) {
            if (out.overlaps(use)) {
                return Verdict.DENIED;
            }
        }
        boolean exclusionsUnderstood = excluded.stream().allMatch(Territory::isKnown);
        if (allowed.stream().anyMatch(in -> in.covers(use)) || togetherCover(use)) {
            return exclusionsUnderstood ? Verdict.ALLOWED : Verdict.UNKNOWN;
        }
        boolean understood = use.isKnown() && allowed.stream().allMatch(Territory::isKnown);
        return understood && !allowed.isEmpty() ? Verdict.DENIED : Verdict.UNKNOWN;
    }

    private boolean togetherCover(Territory use) {
        Set<String> wanted = Regions.countries(use.code());
        if (allowed.size() < 2 || wanted == null || Regions.isSubdivision(use.code())) {
            return false;
        }
        Set<String> all = new HashSet<>();
        for (Territory in : allowed) {
            Set<String> part = Regions.isSubdivision(in.code()) ? null : Regions.countries(in.code());
            if (part != null) {
                all.addAll(part);
            }
        }
        return all.containsAll(wanted);
    }
}
