package dev.contentconnect.core.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report was made of, and what had to be left out.
 *
 * @param events how many events were read
 * @param repeated how many of these were repetitions of the same source and id; not counted again
 * @param late how many came too late to be put into their place; counted as they came
 * @param afterwards how many occurred after the moment of the report; left out
 * @param first when the earliest of the others occurred; null when there was none
 * @param last when the latest of the others occurred; null when there was none
 * @param droppedCases open cases no longer tracked, because more were open than the limit. Their end is not counted, and
 *     they stay in the backlog
 * @param droppedItems open tasks and approvals no longer tracked
 * @param droppedSubjects objects whose decisions were forgotten because others were newer. Only a later
 *     publication of one of them lacks something: it has no verdict and is counted as not judged
 * @param droppedDeliveries unfinished deliveries no longer tracked
 */
public record ReportBasis(
        long events,
        long repeated,
        long late,
        long afterwards,
        @Nullable Instant first,
        @Nullable Instant last,
        long droppedCases,
        long droppedItems,
        long droppedSubjects,
        long droppedDeliveries) {

    /**
     * Whether every event was in its right place and everything open could be followed.
     *
     * @return false when something came too late or was dropped while it was open
     */
    public boolean isComplete() {
        return late + droppedCases + droppedItems + droppedDeliveries == 0;
    }
}
