package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.Attachments;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.WireAttachment;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that hang on objects, over HTTP. Their bytes go another way than those of the DAM. */
final class HttpAttachments extends HttpObjects<WireAttachment> implements Attachments {
    /** The service takes 25 MB at once, the form's other parts included. */
    private static final int PIECE = 16_000_000;

    private static final String VERSIONS = "versions";

    HttpAttachments(PmHttp http) {
        super(http, PmRef.ATTACHMENTS, WireAttachment::new, "attachmentId", "id");
    }

    @Override
    public long create(String title, long objectId, long objectTypeId) {
        Map<String, Object> body = Map.of("title", title, "objectId", objectId, "objectTypeId", objectTypeId);
        return http.create(operation("create"), at(), body, "attachmentId", "id");
    }

    @Override
    public List<WireVersion> versions(long id) {
        return http.items(operation(VERSIONS), at(id, VERSIONS)).stream()
                .map(WireVersion::new)
                .toList();
    }

    @Override
    public List<WireComment> comments(long id, long versionId) {
        return http.items(operation("comments"), at(id, VERSIONS, versionId, "comments")).stream()
                .map(WireComment::new)
                .toList();
    }

    @Override
    public long addVersion(long id, Content content, @Nullable String comment) {
        String operation = operation("addVersion");
        String name = Objects.requireNonNullElse(content.fileName(), "file.bin");
        String file = UUID.randomUUID().toString();
        send(operation, content, name, file);
        // The names of these two begin with a capital, unlike all others.
        Map<String, Object> sent = Map.of("FileId", file, "FileName", name);
        http.post(operation, http.at("chunk", "complete", "attachment"), sent);
        Map<String, Object> version = new LinkedHashMap<>(sent);
        if (comment != null) {
            version.put("versionComments", comment);
        }
        return http.create(operation, at(id, VERSIONS), version, "versionId", "id");
    }

    private void send(String operation, Content content, String name, String file) {
        try (InputStream in = content.open()) {
            int number = 1;
            byte[] piece = in.readNBytes(PIECE);
            do {
                HttpBody body = HttpBody.multipart()
                        .field("resumableFilename", name)
                        .field("resumableChunkNumber", Integer.toString(number++))
                        .field("resumableIdentifier", file)
                        .file("file", name, new HttpBody.Bytes("application/octet-stream", piece))
                        .build();
                // The same piece again is the same piece.
                http.send(HttpCall.of(
                                operation,
                                "POST",
                                http.at("chunk", "upload", "attachment").build(),
                                Effect.IDEMPOTENT)
                        .body(body));
                piece = in.readNBytes(PIECE);
            } while (piece.length > 0);
        } catch (IOException e) {
            ConnectorException refused =
                    REFUSED.rejected(operation, LocalErrors.CONTENT_UNREADABLE, "the content cannot be read");
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
