package dev.contentconnect.examples.flows.xi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What records management says of a document.
 *
 * @param fileNumber the file number; text, with leading zeros
 * @param status the status of the record
 * @param schedules codes of the retention schedules that apply
 * @param disposal the first day on which it may be destroyed; null when there is none yet
 * @param permanent whether it is kept for ever
 * @param holds names of the holds that keep it now
 */
public record RetentionFacts(
        @Nullable String fileNumber,
        @Nullable String status,
        List<String> schedules,
        @Nullable LocalDate disposal,
        boolean permanent,
        List<String> holds) {
    /** Copies the lists. */
    public RetentionFacts {
        schedules = List.copyOf(schedules);
        holds = List.copyOf(holds);
    }
}
