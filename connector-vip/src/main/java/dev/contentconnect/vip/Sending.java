package dev.contentconnect.vip;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.vip.api.Media;
import dev.contentconnect.vip.map.Names;
import dev.contentconnect.vip.wire.WireMedia;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends the bytes of one file, as a stream, and takes their digest on the way. */
final class Sending {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(?:;[ -~]*)?");

    private final Media media;
    private final WordpressConfig.Upload form;
    private @Nullable MessageDigest digest;

    Sending(Shelf shelf) {
        this.media = shelf.client.media();
        this.form = shelf.config.upload();
    }

    WireMedia send(Content content, Map<String, String> fields, Map<String, ?> meta) {
        String told = content.mediaType();
        // It becomes a header, and comes from anywhere.
        String type = told != null && TYPE.matcher(told.strip()).matches() ? told.strip() : UNKNOWN_TYPE;
        String name = Names.fileName(content.fileName(), type);
        HttpBody bytes = new HttpBody.Stream(type, content.length(), content.isRepeatable(), () -> read(content));
        Map<String, String> all = new LinkedHashMap<>(fields);
        meta.forEach((field, value) -> all.put("meta[" + field + "]", String.valueOf(value)));
        return form == WordpressConfig.Upload.RAW
                ? media.uploadRaw(name, bytes, all)
                : media.uploadMultipart(name, bytes, all);
    }

    private InputStream read(Content content) throws java.io.IOException {
        // A fresh one for each attempt.
        MessageDigest fresh = Digests.sha256();
        digest = fresh;
        return new DigestInputStream(content.open(), fresh);
    }

    /** The digest of what was sent, in hexadecimal digits. */
    String sha256() {
        return digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    }

    /** What stands for an asset that has no bytes yet: WordPress knows no attachment without a file. */
    static Content record(String key) {
        byte[] text = ("Record of the asset with the key " + key + ". Its files follow as versions.\n")
                .getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(text), text.length, "asset-record.txt", "text/plain");
    }
}
