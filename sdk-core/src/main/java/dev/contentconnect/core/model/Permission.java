package dev.contentconnect.core.model;

import java.util.List;
import java.util.Objects;

/**
 * The answer to {@link RightsRecord#permits(Use)}.
 *
 * @param verdict allowed, denied or unknown
 * @param reasons why; empty only when allowed
 */
public record Permission(Verdict verdict, List<RightsReason> reasons) {
    /** Allowed. */
    public static final Permission ALLOWED = new Permission(Verdict.ALLOWED, List.of());

    /**
     * Makes an answer; the list is copied.
     *
     * @param verdict allowed, denied or unknown
     * @param reasons why; empty only when allowed
     * @throws IllegalArgumentException when a verdict other than allowed has no reason
     */
    public Permission {
        Objects.requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
        if (verdict != Verdict.ALLOWED && reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal names its reason");
        }
    }

    /**
     * Whether the use may go ahead.
     *
     * @return true for allowed only; unknown is never allowed
     */
    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }
}
