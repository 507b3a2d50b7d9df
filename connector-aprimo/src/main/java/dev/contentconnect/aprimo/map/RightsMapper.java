package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of fields to rights, and back. */
public final class RightsMapper {
    private RightsMapper() {}

    /**
     * The rights that fields say.
     *
     * @param asset the asset
     * @param values canonical name to values in words, dates as moments
     * @param kept the canonical names that have a field
     * @param updatedAt when one of them was changed, or null
     * @return the rights; a block goes before every status that would let
     */
    public static RightsRecord toRights(
            SourceRef asset, Map<String, List<String>> values, Set<String> kept, @Nullable Instant updatedAt) {
        RightsRecord.Builder out = FlatRights.read(asset, name -> values.getOrDefault(name, List.of()), own(kept));
        if (isBlocked(values) && !out.build().status().forbids()) {
            out.status(RightsStatus.BLOCKED);
        }
        return out.updatedAt(updatedAt).build();
    }

    /**
     * Whether the field for blocks says that the asset is blocked.
     *
     * @param values canonical name to values in words
     * @return true when it holds a reason
     */
    public static boolean isBlocked(Map<String, List<String>> values) {
        return !values.getOrDefault(RightsFields.BLOCK, List.of()).isEmpty();
    }

    /**
     * The status that the fields say beneath a block.
     *
     * @param asset the asset
     * @param values canonical name to values in words, dates as moments
     * @param kept the canonical names that have a field
     * @return the status
     */
    public static RightsStatus beneath(SourceRef asset, Map<String, List<String>> values, Set<String> kept) {
        return FlatRights.read(asset, name -> values.getOrDefault(name, List.of()), own(kept))
                .build()
                .status();
    }

    private static Set<String> own(Set<String> kept) {
        Set<String> out = new LinkedHashSet<>(kept);
        out.remove(RightsFields.BLOCK);
        return out;
    }

    /**
     * What of rights goes into fields.
     *
     * @param rights the rights
     * @param kept the canonical names that have a field
     * @return canonical name to values in words, dates as moments; empty to clear
     */
    public static Map<String, List<String>> toValues(RightsRecord rights, Set<String> kept) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        FlatRights.of(rights).forEach((name, values) -> {
            if (kept.contains(name)) {
                out.put(name, values);
            }
        });
        return out;
    }

    /**
     * A day in a field of rights as the moment that it stands for: the beginning of the first day, or the end of the last.
     *
     * @param name the canonical name
     * @param day a date
     * @param zone in which days begin and end
     * @return the moment as text; what is no date stays as it is
     */
    public static String moment(String name, String day, ZoneId zone) {
        try {
            LocalDate date = LocalDate.parse(day);
            LocalDate begin = name.equals(RightsFields.VALID_UNTIL) ? date.plusDays(1) : date;
            return begin.atStartOfDay(zone).toInstant().toString();
        } catch (DateTimeException noDate) {
            return day;
        }
    }

    /**
     * A moment as the day that stands for it.
     *
     * @param name the canonical name
     * @param moment a moment as text
     * @param zone in which days begin and end
     * @return the date, or null when no day begins or ends then
     */
    public static @Nullable String day(String name, String moment, ZoneId zone) {
        try {
            ZonedDateTime at = Timestamps.parse(moment).atZone(zone);
            LocalDate date = at.toLocalDate();
            boolean begins = at.equals(date.atStartOfDay(zone));
            return !begins ? null : (name.equals(RightsFields.VALID_UNTIL) ? date.minusDays(1) : date).toString();
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
