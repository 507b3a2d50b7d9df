package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A comment.
 *
 * @param id its id
 * @param post what it is about
 * @param parent what it answers; 0 for nothing
 * @param author the user; 0 for none
 * @param authorName how the author is called
 * @param dateGmt when, without a zone
 * @param content the text
 * @param status approved, hold, spam or trash
 * @param rest members this SDK does not know
 */
public record WireComment(
        long id,
        long post,
        long parent,
        @Nullable Long author,
        @JsonProperty("author_name") @Nullable String authorName,
        @JsonProperty("date_gmt") @Nullable String dateGmt,
        @Nullable WireText content,
        @Nullable String status,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param post what it is about
     * @param parent what it answers; 0 for nothing
     * @param author the user; 0 for none
     * @param authorName how the author is called
     * @param dateGmt when, without a zone
     * @param content the text
     * @param status approved, hold, spam or trash
     * @param rest members this SDK does not know
     */
    public WireComment {
        rest = Lenient.members(rest);
    }
}
