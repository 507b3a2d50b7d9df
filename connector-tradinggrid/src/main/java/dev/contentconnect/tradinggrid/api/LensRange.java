package dev.contentconnect.tradinggrid.api;

import java.time.Instant;

/**
 * A window of time.
 *
 * @param date one of {@link LensAttributes#DATES}
 * @param from its begin, which belongs to it
 * @param to its end
 */
public record LensRange(String date, Instant from, Instant to) {
    /**
     * Makes the window.
     *
     * @param date one of {@link LensAttributes#DATES}
     * @param from its begin
     * @param to its end
     * @throws IllegalArgumentException when entries cannot be asked for by this date
     */
    public LensRange {
        if (!LensAttributes.DATES.contains(date)) {
            throw new IllegalArgumentException("Lens cannot be asked by this date");
        }
    }
}
