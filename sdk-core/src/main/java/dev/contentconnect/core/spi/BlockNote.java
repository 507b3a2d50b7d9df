package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block that is the word for the status itself, for systems with no place of its own for one: what the status was before,
 * and why it changed, are noted in the rights, among the extensions of the system.
 */
public final class BlockNote {
    private static final String BEFORE = "status_before_block";
    private static final String REASON = "block_reason";
    private static final String UNBLOCK_REASON = "unblock_reason";

    private BlockNote() {}

    /**
     * Rights with a block.
     *
     * @param rights what holds now, not blocked
     * @param system the connector's short name
     * @param reason why they are blocked
     * @return the rights to write, with status {@link RightsStatus#BLOCKED} and the note
     */
    public static RightsRecord blocked(RightsRecord rights, String system, String reason) {
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(rights.extensions().get(system));
        own.put(BEFORE, rights.status().value());
        own.put(REASON, reason);
        return with(rights, RightsStatus.BLOCKED, system, own);
    }

    /**
     * Rights without their block.
     *
     * @param rights what holds now, blocked
     * @param system the connector's short name
     * @param reason why they are blocked no longer
     * @return the rights to write, with the status from before; where people blocked by hand nobody noted it, and it is
     *     {@link RightsStatus#UNKNOWN}, which allows nothing
     */
    public static RightsRecord unblocked(RightsRecord rights, String system, String reason) {
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(rights.extensions().get(system));
        Object before = own.remove(BEFORE);
        own.remove(REASON);
        own.put(UNBLOCK_REASON, reason);
        RightsStatus status =
                before instanceof String word && !word.isBlank() ? RightsStatus.of(word) : RightsStatus.UNKNOWN;
        return with(rights, status, system, own);
    }

    /**
     * Rights as somebody states them: unless they are blocked, that lifts a block as well, and its note must not outlive it.
     * A later block by hand would be taken for the one that was noted.
     *
     * @param rights what is stated
     * @param system the connector's short name
     * @return the rights to write
     */
    public static RightsRecord stated(RightsRecord rights, String system) {
        if (rights.status().equals(RightsStatus.BLOCKED)) {
            return rights;
        }
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(rights.extensions().get(system));
        return own.keySet().removeAll(List.of(BEFORE, REASON)) ? with(rights, rights.status(), system, own) : rights;
    }

    private static RightsRecord with(
            RightsRecord rights, RightsStatus status, String system, Map<String, @Nullable Object> own) {
        return rights.toBuilder()
                .status(status)
                .extensions(rights.extensions().with(system, own))
                .build();
    }
}
