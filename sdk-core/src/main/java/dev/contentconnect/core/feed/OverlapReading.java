package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import java.util.List;

/**
 * What a feed found from the beginning of its window on.
 *
 * @param events what was not handed out before
 * @param next the window after that
 * @param more whether it pays to read again at once
 * @param issues what could not be understood
 */
public record OverlapReading(List<CaseEvent> events, OverlapWindow next, boolean more, List<MappingIssue> issues) {

    /**
     * Makes a reading; lists are copied.
     *
     * @param events what was not handed out before
     * @param next the window after that
     * @param more whether it pays to read again at once
     * @param issues what could not be understood
     */
    public OverlapReading {
        events = List.copyOf(events);
        issues = List.copyOf(issues);
    }

    ChangeBatch toBatch() {
        return new ChangeBatch(events, next.cursor(), more, issues);
    }
}
