package dev.contentconnect.vip.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attachment: a file and what is known about it.
 *
 * @param id its id
 * @param dateGmt when it was uploaded, without a zone
 * @param modifiedGmt when it was changed, without a zone
 * @param slug its short name, unique on the site
 * @param status inherit, private or trash
 * @param title the title
 * @param caption the caption
 * @param description the description
 * @param altText what it shows
 * @param mediaType image or file
 * @param mimeType for example image/png
 * @param mediaDetails size and derived images; may be an empty list
 * @param post what it is attached to
 * @param author who uploaded it
 * @param sourceUrl where the file is
 * @param meta registered fields; may be an empty list
 * @param rest members this SDK does not know
 */
public record WireMedia(
        long id,
        @JsonProperty("date_gmt") @Nullable String dateGmt,
        @JsonProperty("modified_gmt") @Nullable String modifiedGmt,
        @Nullable String slug,
        @Nullable String status,
        @Nullable WireText title,
        @Nullable WireText caption,
        @Nullable WireText description,
        @JsonProperty("alt_text") @Nullable String altText,
        @JsonProperty("media_type") @Nullable String mediaType,
        @JsonProperty("mime_type") @Nullable String mimeType,
        @JsonProperty("media_details") @Nullable Object mediaDetails,
        @Nullable Long post,
        @Nullable Long author,
        @JsonProperty("source_url") @Nullable String sourceUrl,
        @Nullable Object meta,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param dateGmt when it was uploaded, without a zone
     * @param modifiedGmt when it was changed, without a zone
     * @param slug its short name, unique on the site
     * @param status inherit, private or trash
     * @param title the title
     * @param caption the caption
     * @param description the description
     * @param altText what it shows
     * @param mediaType image or file
     * @param mimeType for example image/png
     * @param mediaDetails size and derived images; may be an empty list
     * @param post what it is attached to
     * @param author who uploaded it
     * @param sourceUrl where the file is
     * @param meta registered fields; may be an empty list
     * @param rest members this SDK does not know
     */
    public WireMedia {
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

    /**
     * What is known of the file.
     *
     * @return by name; nearly empty for what is no image
     */
    public Map<String, @Nullable Object> details() {
        return Wire.map(mediaDetails);
    }
}
