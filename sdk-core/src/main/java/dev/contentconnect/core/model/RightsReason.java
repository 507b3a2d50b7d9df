package dev.contentconnect.core.model;

import java.util.Objects;

/**
 * One reason for a verdict.
 *
 * @param code a stable word for programs, for example {@code territory_excluded}; never blank
 * @param detail a sentence part for people, with the values that decided
 */
public record RightsReason(String code, String detail) {

    /**
     * Makes a reason.
     *
     * @param code a stable word for programs, for example {@code territory_excluded}; never blank
     * @param detail a sentence part for people, with the values that decided
     * @throws IllegalArgumentException when {@code code} is blank
     */
    public RightsReason {
        Objects.requireNonNull(detail, "detail");
        Words.word(code, "code");
    }

    /** For example {@code territory_excluded: US}. */
    @Override
    public String toString() {
        return detail.isEmpty() ? code : code + ": " + detail;
    }
}
