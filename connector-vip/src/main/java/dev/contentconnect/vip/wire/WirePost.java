package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item of a post type, here a package or a distribution.
 *
 * @param id its id
 * @param dateGmt when it is, or was, published, without a zone
 * @param modifiedGmt when it was changed, without a zone
 * @param slug its short name
 * @param status draft, pending, publish, private, future or trash
 * @param link its page
 * @param title the title
 * @param content the text
 * @param author whose it is
 * @param meta registered fields; may be an empty list
 * @param rest members this SDK does not know
 */
public record WirePost(
        long id,
        @JsonProperty("date_gmt") @Nullable String dateGmt,
        @JsonProperty("modified_gmt") @Nullable String modifiedGmt,
        @Nullable String slug,
        @Nullable String status,
        @Nullable String link,
        @Nullable WireText title,
        @Nullable WireText content,
        @Nullable Long author,
        @Nullable Object meta,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param dateGmt when it is, or was, published, without a zone
     * @param modifiedGmt when it was changed, without a zone
     * @param slug its short name
     * @param status draft, pending, publish, private, future or trash
     * @param link its page
     * @param title the title
     * @param content the text
     * @param author whose it is
     * @param meta registered fields; may be an empty list
     * @param rest members this SDK does not know
     */
    public WirePost {
        rest = Lenient.members(rest);
    }

    /**
     * The registered meta fields.
     *
     * @return by name; empty when there are none
     */
    public Map<String, @Nullable Object> metaFields() {
        return Wire.map(meta);
    }

    /**
     * The terms of a taxonomy.
     *
     * @param restBase how the taxonomy is called in routes, for example {@code regions}
     * @return their ids; empty when there are none, or no such taxonomy
     */
    public List<Long> terms(String restBase) {
        return Wire.ids(rest.get(restBase));
    }
}
