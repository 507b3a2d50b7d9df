package dev.contentconnect.iconik.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job: long work, also of other systems.
 *
 * @param id its id
 * @param type for example TRANSCODE, SET_APPROVAL or CUSTOM
 * @param customType what a CUSTOM job does
 * @param title the title
 * @param status READY, STARTED, WAITING, PAUSED, ABORT_PENDING, FINISHED, FINISHED_WITH_WARNING, SKIPPED, FAILED or ABORTED
 * @param progress 0 to 100
 * @param objectId what it works on
 * @param objectType what that is
 * @param parentId the job it belongs to
 * @param message what it says
 * @param errorMessage why it failed
 * @param rest members this SDK does not know
 */
public record WireJob(
        @Nullable String id,
        @Nullable String type,
        @JsonProperty("custom_type") @Nullable String customType,
        @Nullable String title,
        @Nullable String status,
        @Nullable Integer progress,
        @JsonProperty("object_id") @Nullable String objectId,
        @JsonProperty("object_type") @Nullable String objectType,
        @JsonProperty("parent_id") @Nullable String parentId,
        @Nullable String message,
        @JsonProperty("error_message") @Nullable String errorMessage,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param type for example TRANSCODE, SET_APPROVAL or CUSTOM
     * @param customType what a CUSTOM job does
     * @param title the title
     * @param status READY, STARTED, WAITING, PAUSED, ABORT_PENDING, FINISHED, FINISHED_WITH_WARNING, SKIPPED, FAILED or ABORTED
     * @param progress 0 to 100
     * @param objectId what it works on
     * @param objectType what that is
     * @param parentId the job it belongs to
     * @param message what it says
     * @param errorMessage why it failed
     * @param rest members this SDK does not know
     */
    public WireJob {
        rest = Lenient.members(rest);
    }

    private static final Set<String> WELL = Set.of("FINISHED", "FINISHED_WITH_WARNING", "SKIPPED");
    private static final Set<String> BAD = Set.of("FAILED", "ABORTED");

    /**
     * Whether the job is over.
     *
     * @return false for a status that is not known
     */
    public boolean hasEnded() {
        return status != null && (WELL.contains(status) || BAD.contains(status));
    }

    /**
     * Whether the job did what it should.
     *
     * @return false while it runs
     */
    public boolean wentWell() {
        return status != null && WELL.contains(status);
    }
}
