package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.api.Files;
import dev.contentconnect.iconik.wire.WireFile;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bytes of an open file to its storage, in the storage's own way and without the credential. Ends when the storage
 * has them all; the file is closed afterwards by whoever called.
 */
record Uploads(IconikHttp http, Files files) {
    /** Storages that take bytes from us. The others are filled by a gateway at their place. */
    static final Set<String> METHODS = Set.of("S3", "GCS", "AZURE");

    private static final String SEND = "files.upload";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    void send(String asset, WireFile file, String method, Content content) {
        switch (method) {
            case "S3" -> toS3(asset, file, content);
            case "GCS" -> toGoogle(file, content);
            case "AZURE" -> put(uploadUrl(file), content, "x-ms-blob-type", "BlockBlob");
            default -> throw refused(method);
        }
    }

    static RuntimeException refused(String method) {
        return REFUSED.rejected(
                SEND,
                "storage_method",
                "a storage of the method " + method + " takes no uploads from here; there are "
                        + new TreeSet<>(METHODS));
    }

    private void toS3(String asset, WireFile file, Content content) {
        String multipart = file.multipartUploadUrl();
        if (content.length() > http.config().partBytes() && multipart != null && !multipart.isBlank()) {
            new S3Upload(http, files, asset, file).send(address(multipart), content);
        } else {
            put(uploadUrl(file), content, null, null);
        }
    }

    /** Google first opens a session, and tells by Location where the bytes go. */
    private void toGoogle(WireFile file, Content content) {
        HttpCall open = HttpCall.post(SEND, uploadUrl(file))
                .header("x-goog-resumable", "start")
                .header("Content-Type", mediaType(content))
                .body(new HttpBody.Bytes(mediaType(content), new byte[0]))
                .build();
        HttpReply reply = http.storages().send(open);
        String location = reply.header("Location")
                .orElseThrow(() -> REFUSED.undecodable(SEND, "the storage opened no session for the upload"));
        put(address(location), content, null, null);
    }

    private void put(URI target, Content content, @Nullable String header, @Nullable String value) {
        HttpCall.Builder call = HttpCall.put(SEND, target)
                .body(new HttpBody.Stream(mediaType(content), content.length(), content.isRepeatable(), content::open));
        if (header != null && value != null) {
            call.header(header, value);
        }
        http.storages().send(call.build());
    }

    private static String mediaType(Content content) {
        String type = content.mediaType();
        return type == null || type.isBlank() ? UNKNOWN_TYPE : type;
    }

    private URI uploadUrl(WireFile file) {
        String url = file.uploadUrl();
        if (url == null || url.isBlank()) {
            throw REFUSED.undecodable(SEND, "the service gave no address for the bytes of file " + file.id());
        }
        return address(url);
    }

    private URI address(String text) {
        try {
            return RequestUri.lenient(http.config().options().endpoint(), text);
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(SEND, "the address for the bytes is none");
        }
    }
}
