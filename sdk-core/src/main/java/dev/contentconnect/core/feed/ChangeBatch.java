package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.page.Cursor;
import java.util.List;

/**
 * Some changes.
 *
 * @param events what happened; may be empty
 * @param next where to go on; store it even when there were no events
 * @param more whether it pays to ask again at once
 * @param issues what could not be understood; never ends the feed
 */
public record ChangeBatch(List<CaseEvent> events, Cursor next, boolean more, List<MappingIssue> issues) {

    /**
     * Makes a batch; lists are copied.
     *
     * @param events what happened; may be empty
     * @param next where to go on; store it even when there were no events
     * @param more whether it pays to ask again at once
     * @param issues what could not be understood; never ends the feed
     */
    public ChangeBatch {
        events = List.copyOf(events);
        issues = List.copyOf(issues);
    }
}
