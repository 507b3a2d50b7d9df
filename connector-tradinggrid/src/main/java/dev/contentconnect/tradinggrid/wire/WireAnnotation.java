package dev.contentconnect.tradinggrid.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a map, with its replies.
 *
 * @param id its id
 * @param type what kind
 * @param message what was said, and how it was changed
 * @param replies answers
 * @param attachments files
 * @param additionalInfo for example the work order
 * @param rest members this SDK does not know
 */
public record WireAnnotation(
        @Nullable String id,
        @Nullable String type,
        List<WireMessage> message,
        List<WireAnnotation> replies,
        List<WireAttachment> attachments,
        @Nullable Map<String, @Nullable Object> additionalInfo,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param type what kind
     * @param message what was said, and how it was changed
     * @param replies answers
     * @param attachments files
     * @param additionalInfo for example the work order
     * @param rest members this SDK does not know
     */
    public WireAnnotation {
        rest = Lenient.members(rest);
        message = Lenient.list(message);
        replies = Lenient.list(replies);
        attachments = Lenient.list(attachments);
    }
}
