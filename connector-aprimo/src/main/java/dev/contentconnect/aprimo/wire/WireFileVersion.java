package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file.
 *
 * @param id its id
 * @param versionNumber its number from 1 on
 * @param versionLabel its label
 * @param fileName its file name
 * @param fileExtension the ending of the name, without a dot
 * @param fileSize its size in bytes
 * @param crc32 a checksum, signed
 * @param sha256 a checksum
 * @param isLatest whether it is the latest
 * @param fileState Available or Processing; other words may come
 * @param fileProcessingState how far its processing is
 * @param createdOn when it was made
 * @param comment what was said about it
 * @param preventDownload whether it must not be downloaded
 * @param renditions its renditions, where selected
 * @param publicLinks its public links, where selected
 * @param embedded null: the selected parts of the form with links stand in place
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WireFileVersion(
        @Nullable String id,
        @Nullable Integer versionNumber,
        @Nullable String versionLabel,
        @Nullable String fileName,
        @Nullable String fileExtension,
        @Nullable Long fileSize,
        @Nullable Long crc32,
        @Nullable String sha256,
        @JsonProperty("isLatest") @Nullable Boolean isLatest,
        @Nullable String fileState,
        @Nullable String fileProcessingState,
        @Nullable String createdOn,
        @Nullable String comment,
        @Nullable Boolean preventDownload,
        @Nullable WireItems<WireRendition> renditions,
        @Nullable WireItems<WirePublicLink> publicLinks,
        @JsonProperty("_embedded") @Nullable WireFileVersion embedded,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param versionNumber its number from 1 on
     * @param versionLabel its label
     * @param fileName its file name
     * @param fileExtension the ending of the name, without a dot
     * @param fileSize its size in bytes
     * @param crc32 a checksum, signed
     * @param sha256 a checksum
     * @param isLatest whether it is the latest
     * @param fileState Available or Processing; other words may come
     * @param fileProcessingState how far its processing is
     * @param createdOn when it was made
     * @param comment what was said about it
     * @param preventDownload whether it must not be downloaded
     * @param renditions its renditions, where selected
     * @param publicLinks its public links, where selected
     * @param embedded the selected parts of the form with links, which go before what stands in place
     * @param rest members this SDK does not know
     */
    public WireFileVersion {
        if (embedded != null) {
            renditions = embedded.renditions == null ? renditions : embedded.renditions;
            publicLinks = embedded.publicLinks == null ? publicLinks : embedded.publicLinks;
            rest = Wire.both(rest, embedded.rest);
            embedded = null;
        }
        rest = Lenient.members(rest);
    }
}
