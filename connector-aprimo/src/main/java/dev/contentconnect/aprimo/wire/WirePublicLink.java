package dev.contentconnect.aprimo.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.contentconnect.core.json.Lenient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address under which everybody gets a file.
 *
 * @param id its id
 * @param uri the address
 * @param provider who serves it
 * @param origin Order or Api
 * @param status Pending, Published, Failed, Overwritten or Tobedeleted
 * @param recordId the record it is for
 * @param fileVersionId the version it is for
 * @param additionalFileId the additional file it is for
 * @param renditionName the rendition it shows
 * @param fileSize bytes
 * @param canDelete whether it may be deleted
 * @param rest members this SDK does not know
 */
@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
public record WirePublicLink(
        @Nullable String id,
        @Nullable String uri,
        @Nullable String provider,
        @Nullable String origin,
        @Nullable String status,
        @Nullable String recordId,
        @Nullable String fileVersionId,
        @Nullable String additionalFileId,
        @Nullable String renditionName,
        @Nullable Long fileSize,
        @Nullable Boolean canDelete,
        @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> rest) {
    /**
     * Makes the value; members may be missing.
     *
     * @param id its id
     * @param uri the address
     * @param provider who serves it
     * @param origin Order or Api
     * @param status Pending, Published, Failed, Overwritten or Tobedeleted
     * @param recordId the record it is for
     * @param fileVersionId the version it is for
     * @param additionalFileId the additional file it is for
     * @param renditionName the rendition it shows
     * @param fileSize bytes
     * @param canDelete whether it may be deleted
     * @param rest members this SDK does not know
     */
    public WirePublicLink {
        rest = Lenient.members(rest);
    }
}
