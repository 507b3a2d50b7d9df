package dev.contentconnect.xecm;

import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.map.Dates;
import dev.contentconnect.xecm.wire.WireFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what records management says of a node: four calls and one for each schedule. */
final class RetentionReading {
    /** Actions that end the content: delete electronic format, and destroy. */
    private static final Set<Long> ENDS = Set.of(12L, 32L);

    private RetentionReading() {}

    static Retention read(Records records, long node, Dates dates) {
        WireFields record = records.classification(node);
        List<String> codes = records.schedules(node).stream()
                .map(one -> one.text("rsi"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        LocalDate first = null;
        boolean permanent = false;
        List<WireFields> stages = new ArrayList<>();
        codes.forEach(code -> stages.addAll(records.stages(node, code)));
        for (WireFields stage : stages) {
            permanent |= stage.flag("Permanent");
            if (ENDS.contains(stage.number("ActionToPerform", 0))) {
                first = earlier(first, dates.day(stage.text("CalculatedDate")));
            }
        }
        List<String> holds = records.holds(node).stream()
                .filter(one -> !one.has("active") || one.flag("active"))
                .map(one -> one.text("hold_name") != null ? one.text("hold_name") : one.text("name"))
                .filter(Objects::nonNull)
                .toList();
        String status = record.text("file_status") != null ? record.text("file_status") : record.text("status");
        return new Retention(
                record.text("file_number"), status, record.flag("official"), codes, first, permanent, holds);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
