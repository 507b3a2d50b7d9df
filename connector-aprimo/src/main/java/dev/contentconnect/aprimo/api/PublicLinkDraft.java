package dev.contentconnect.aprimo.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address that the caller serves, to be noted in the DAM. It publishes nothing: for that there is
 * {@link OrderRequest#publish}.
 *
 * @param target what it shows
 * @param id the id of that
 * @param uri the address
 * @param provider who serves it
 * @param renditionName which rendition it shows, or null
 * @param fileSize bytes, or null
 */
public record PublicLinkDraft(
        Target target,
        String id,
        URI uri,
        String provider,
        @Nullable String renditionName,
        @Nullable Long fileSize) {
    /** What a public link shows. */
    public enum Target {
        /** A record. */
        RECORD("recordId"),
        /** A file version. */
        FILE_VERSION("fileVersionId"),
        /** An additional file. */
        ADDITIONAL_FILE("additionalFileId");

        private final String member;

        Target(String member) {
            this.member = member;
        }
    }

    /**
     * The draft as it is sent.
     *
     * @return a JSON object
     */
    public Map<String, Object> toBody() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("uri", uri.toString());
        out.put("provider", provider);
        out.put(target.member, id);
        if (renditionName != null) {
            out.put("renditionName", renditionName);
        }
        if (fileSize != null) {
            out.put("fileSize", fileSize);
        }
        return out;
    }
}
