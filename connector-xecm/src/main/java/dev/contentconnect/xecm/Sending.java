package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.spi.Content;
import org.jspecify.annotations.Nullable;

/** Content as the server takes it. */
final class Sending {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private Sending() {}

    /** The server, and what stands before it, want to know the length beforehand. */
    static HttpBody body(String operation, Content content) {
        if (content.length() < 0) {
            throw REFUSED.lengthUnknown(operation);
        }
        String type = content.mediaType();
        return new HttpBody.Stream(
                type == null || type.isBlank() ? UNKNOWN_TYPE : type,
                content.length(),
                content.isRepeatable(),
                content::open);
    }

    static String fileName(@Nullable String name, String otherwise) {
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return base.isBlank() ? otherwise : base;
    }
}
