package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param id its id
 * @param author who said it
 * @param message what was said
 * @param time when
 * @param type comment
 * @param processInstanceId the instance it is about
 * @param taskId the task it is about
 * @param rest members this SDK does not know
 */
public record WireComment(
        @Nullable String id,
        @Nullable String author,
        @Nullable String message,
        @Nullable String time,
        @Nullable String type,
        @Nullable String processInstanceId,
        @Nullable String taskId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param author who said it
     * @param message what was said
     * @param time when
     * @param type comment
     * @param processInstanceId the instance it is about
     * @param taskId the task it is about
     * @param rest members this SDK does not know
     */
    public WireComment {
        rest = Lenient.members(rest);
    }

    /**
     * A comment to send.
     *
     * @param message what to say
     * @return the value
     */
    public static WireComment of(String message) {
        return new WireComment(null, null, message, null, "comment", null, null, Map.of());
    }
}
