package dev.contentconnect.xecm;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What records management says of a node.
 *
 * @param fileNumber the file number; text, with leading zeros
 * @param status the record status
 * @param official whether it is an official record, which nobody may change
 * @param schedules codes of the retention schedules that apply
 * @param disposition the first day on which it may be destroyed; null when there is none yet
 * @param permanent whether it is kept for ever
 * @param holds names of the holds that keep it now
 */
public record Retention(
        @Nullable String fileNumber,
        @Nullable String status,
        boolean official,
        List<String> schedules,
        @Nullable LocalDate disposition,
        boolean permanent,
        List<String> holds) {
    /**
     * Makes the value; lists are copied.
     *
     * @param fileNumber the file number; text, with leading zeros
     * @param status the record status
     * @param official whether it is an official record, which nobody may change
     * @param schedules codes of the retention schedules that apply
     * @param disposition the first day on which it may be destroyed; null when there is none yet
     * @param permanent whether it is kept for ever
     * @param holds names of the holds that keep it now
     */
    public Retention {
        schedules = List.copyOf(schedules);
        holds = List.copyOf(holds);
    }
}
