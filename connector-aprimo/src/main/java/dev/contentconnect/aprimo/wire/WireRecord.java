package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record. What was not selected is null, and so is what was selected and is not there.
 *
 * @param id its id
 * @param status Draft, Released or Archived; other words may come
 * @param contentType the name of its content type
 * @param title its title; null unless selected
 * @param tag XML of the tenant; null unless selected
 * @param aiInfluenced Unknown, No or Yes
 * @param hasImageOverlay whether an image overlay lies on it
 * @param createdOn when it was made
 * @param modifiedOn when it was changed
 * @param fields its fields, where selected
 * @param masterFile its master file, where selected
 * @param masterFileLatestVersion the latest version of the master file, where selected
 * @param preview its preview, where selected
 * @param thumbnail its thumbnail, where selected
 * @param classifications where it is filed, where selected
 * @param files its files, where selected
 * @param embedded null: the selected parts of the form with links stand in place
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireRecord(
        @Nullable String id,
        @Nullable String status,
        @Nullable String contentType,
        @Nullable String title,
        @Nullable String tag,
        @Nullable String aiInfluenced,
        @Nullable Boolean hasImageOverlay,
        @Nullable String createdOn,
        @Nullable String modifiedOn,
        @Nullable WireItems<WireField> fields,
        @Nullable WireFile masterFile,
        @Nullable WireFileVersion masterFileLatestVersion,
        @Nullable WireImage preview,
        @Nullable WireImage thumbnail,
        @Nullable WireItems<WireRecordClassification> classifications,
        @Nullable WireItems<WireFile> files,
        @JsonProperty("_embedded") @Nullable WireRecord embedded,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param status Draft, Released or Archived; other words may come
     * @param contentType the name of its content type
     * @param title its title; null unless selected
     * @param tag XML of the tenant; null unless selected
     * @param aiInfluenced Unknown, No or Yes
     * @param hasImageOverlay whether an image overlay lies on it
     * @param createdOn when it was made
     * @param modifiedOn when it was changed
     * @param fields its fields, where selected
     * @param masterFile its master file, where selected
     * @param masterFileLatestVersion the latest version of the master file, where selected
     * @param preview its preview, where selected
     * @param thumbnail its thumbnail, where selected
     * @param classifications where it is filed, where selected
     * @param files its files, where selected
     * @param embedded the selected parts of the form with links, which go before what stands in place
     * @param rest members this SDK does not know
     */
    public WireRecord {
        if (embedded != null) {
            title = embedded.title == null ? title : embedded.title;
            fields = embedded.fields == null ? fields : embedded.fields;
            masterFile = embedded.masterFile == null ? masterFile : embedded.masterFile;
            masterFileLatestVersion = embedded.masterFileLatestVersion == null
                    ? masterFileLatestVersion
                    : embedded.masterFileLatestVersion;
            preview = embedded.preview == null ? preview : embedded.preview;
            thumbnail = embedded.thumbnail == null ? thumbnail : embedded.thumbnail;
            classifications = embedded.classifications == null ? classifications : embedded.classifications;
            files = embedded.files == null ? files : embedded.files;
            rest = Wire.both(rest, embedded.rest);
            embedded = null;
        }
        rest = Lenient.members(rest);
    }
}
