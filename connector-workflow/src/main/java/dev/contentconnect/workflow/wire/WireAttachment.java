package dev.contentconnect.workflow.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something attached to a task.
 *
 * @param id its id
 * @param name what people see
 * @param description more about it
 * @param type a word of the author
 * @param externalUrl where it is, for links
 * @param contentUrl where it is, for stored content
 * @param userId who attached it
 * @param time when
 * @param taskId the task
 * @param rest members this SDK does not know
 */
public record WireAttachment(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String externalUrl,
        @Nullable String contentUrl,
        @Nullable String userId,
        @Nullable String time,
        @Nullable String taskId,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; lists may be missing.
     *
     * @param id its id
     * @param name what people see
     * @param description more about it
     * @param type a word of the author
     * @param externalUrl where it is, for links
     * @param contentUrl where it is, for stored content
     * @param userId who attached it
     * @param time when
     * @param taskId the task
     * @param rest members this SDK does not know
     */
    public WireAttachment {
        rest = Lenient.members(rest);
    }

    /**
     * A link to attach.
     *
     * @param name what people see
     * @param url where it leads
     * @return the value
     */
    public static WireAttachment link(String name, String url) {
        return new WireAttachment(null, name, null, "link", url, null, null, null, null, Map.of());
    }
}
