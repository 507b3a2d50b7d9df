package dev.contentconnect.core.report;

import java.util.List;

/**
 * Cases over time, without gaps.
 *
 * @param unit how long each point is: the finest unit that needs no more points than people can read
 * @param points oldest first; the last may not be over yet. Empty when no case began or ended in the period
 */
public record TrendFigures(TrendUnit unit, List<TrendPoint> points) {

    /**
     * Makes the value; lists are copied.
     *
     * @param unit how long each point is
     * @param points oldest first
     */
    public TrendFigures {
        points = List.copyOf(points);
    }
}
