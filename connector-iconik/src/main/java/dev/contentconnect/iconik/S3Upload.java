package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.api.Files;
import dev.contentconnect.iconik.wire.WireFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An upload to S3 in parts. One part is held in memory, so that it can be sent again; the content is read once. */
record S3Upload(IconikHttp http, Files files, String asset, WireFile file) {
    private static final String SEND = "files.uploadParts";
    private static final int MAX_PARTS = 10_000;
    private static final int MAX_PART = 512 << 20;
    private static final Pattern UPLOAD_ID = Pattern.compile("<UploadId>([^<]{1,2000})</UploadId>");

    void send(URI begin, Content content) {
        HttpReply reply = http.storages()
                .send(HttpCall.post(SEND, begin)
                        .body(new HttpBody.Bytes("application/octet-stream", new byte[0]))
                        .build());
        Matcher found = UPLOAD_ID.matcher(reply.text());
        if (!found.find()) {
            throw REFUSED.undecodable(SEND, "the storage began no upload");
        }
        String uploadId = found.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
        try {
            complete(uploadId, parts(uploadId, content));
        } catch (RuntimeException e) {
            abort(uploadId, e);
            throw e;
        }
    }

    /** Ten thousand parts at most. */
    private int partBytes(long length) {
        long least = (length + MAX_PARTS - 1) / MAX_PARTS;
        if (least > MAX_PART) {
            throw REFUSED.rejected(SEND, "too_large", "more than " + MAX_PARTS + " parts of " + MAX_PART + " bytes");
        }
        return (int) Math.max(http.config().partBytes(), least);
    }

    private String parts(String uploadId, Content content) {
        int size = partBytes(content.length());
        int count = (int) ((content.length() + size - 1) / size);
        String id = Objects.requireNonNullElse(file.id(), "");
        Addresses addresses = new Addresses(files.partUrls(asset, id, uploadId, count));
        StringBuilder list = new StringBuilder("<CompleteMultipartUpload>");
        try (InputStream in = content.open()) {
            for (int number = 1; number <= count; number++) {
                long left = content.length() - (long) size * (number - 1);
                byte[] bytes = in.readNBytes((int) Math.min(size, left));
                if (bytes.length < Math.min(size, left)) {
                    throw REFUSED.rejected(
                            SEND, LocalErrors.CONTENT_TOO_SHORT, "the content ended after part " + number);
                }
                list.append(part(number, addresses, bytes));
            }
        } catch (IOException e) {
            ConnectorException refused =
                    REFUSED.rejected(SEND, LocalErrors.CONTENT_UNREADABLE, "the content could not be read");
            refused.addSuppressed(e);
            throw refused;
        }
        return list.append("</CompleteMultipartUpload>").toString();
    }

    /** Where the parts go, a page of addresses at a time. They are signed, and a slow upload may outlive them. */
    private static final class Addresses {
        private final Paged<Map.Entry<Integer, URI>> all;
        private Iterator<Map.Entry<Integer, URI>> next;

        Addresses(Paged<Map.Entry<Integer, URI>> all) {
            this.all = all;
            this.next = all.iterator();
        }

        URI of(int number) {
            while (next.hasNext()) {
                Map.Entry<Integer, URI> one = next.next();
                if (one.getKey() == number) {
                    return one.getValue();
                }
            }
            throw REFUSED.undecodable(SEND, "no address for part " + number);
        }

        /** A fresh one, from the page that has it on. */
        URI anew(int number) {
            int page = (number - 1) / HttpFiles.PARTS_AT_ONCE + 1;
            next = all.startingAt(page == 1 ? null : Cursor.of(Integer.toString(page)))
                    .iterator();
            return of(number);
        }
    }

    private String part(int number, Addresses addresses, byte[] bytes) {
        HttpReply reply;
        try {
            reply = put(addresses.of(number), bytes);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.FORBIDDEN) {
                throw e;
            }
            reply = put(addresses.anew(number), bytes);
        }
        String tag =
                reply.header("ETag").orElseThrow(() -> REFUSED.undecodable(SEND, "part " + number + " has no ETag"));
        String quoted = tag.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<Part><PartNumber>" + number + "</PartNumber><ETag>" + quoted + "</ETag></Part>";
    }

    private HttpReply put(URI target, byte[] bytes) {
        return http.storages()
                .send(HttpCall.put(SEND, target)
                        .body(new HttpBody.Bytes("application/octet-stream", bytes))
                        .build());
    }

    private void complete(String uploadId, String list) {
        URI target = files.multipartUrl(asset, Objects.requireNonNullElse(file.id(), ""), uploadId, "complete_url");
        HttpReply reply = http.storages()
                .send(HttpCall.post(SEND, target)
                        .body(new HttpBody.Bytes("application/xml", list.getBytes(StandardCharsets.UTF_8)))
                        .build());
        // S3 begins its answer before it is done, so a failure may come as 200.
        if (reply.text().contains("<Error>")) {
            throw REFUSED.rejected(SEND, "upload_failed", "the storage could not put the parts together");
        }
    }

    /** Parts that nobody puts together are paid for until they are given up. */
    private void abort(String uploadId, RuntimeException why) {
        try {
            URI target = files.multipartUrl(asset, Objects.requireNonNullElse(file.id(), ""), uploadId, "abort_url");
            http.storages().send(HttpCall.delete(SEND, target).accept(404).build());
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
