package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.UploadState;
import dev.contentconnect.aprimo.api.Uploads;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.http.Effect;
import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Uploads over HTTP. A segment is held in memory, so that it can be sent again. */
record HttpUploads(AprimoHttp http) implements Uploads {
    private static final String SEND = "uploads.send";
    private static final String SEGMENT = "uploads.segment";
    private static final String COMMIT = "uploads.commit";
    private static final String MISSING = "segments_missing";
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private record Answer(@Nullable String token, @Nullable String uri) {}

    private RequestUri uri(String... path) {
        return RequestUri.of(http.config().login().uploadEndpoint())
                .path("uploads")
                .path(path);
    }

    @Override
    public String send(Content content) {
        if (content.length() >= 0 && content.length() <= http.config().segmentBytes()) {
            return token(SEND, http.read(whole(content), Answer.class));
        }
        if (content.length() < 0) {
            throw REFUSED.lengthUnknown(SEND);
        }
        UploadState begun = begin(FileNames.of(content), content.length());
        try {
            return settled(begun, content);
        } catch (RuntimeException e) {
            giveUp(begun, e);
            throw e;
        }
    }

    /** The service does not say which segment it lost, so all of them go once more, under the same address. */
    private String settled(UploadState begun, Content content) {
        try {
            return proceed(begun, content, state -> {});
        } catch (ConnectorException e) {
            if (!MISSING.equals(e.error().trace().vendorCode()) || !content.isRepeatable()) {
                throw e;
            }
            return proceed(begun, content, state -> {});
        }
    }

    /** A token that nobody uses dies by itself, so sending again does no harm. */
    private HttpCall.Builder whole(Content content) {
        String type = content.mediaType() == null || content.mediaType().isBlank() ? UNKNOWN_TYPE : content.mediaType();
        HttpBody bytes = new HttpBody.Stream(type, content.length(), content.isRepeatable(), content::open);
        return HttpCall.of(SEND, "POST", uri().build(), Effect.IDEMPOTENT)
                .body(HttpBody.multipart()
                        .file("file", FileNames.of(content), bytes)
                        .build());
    }

    @Override
    public UploadState begin(String fileName, long length) {
        String clean = FileNames.clean(fileName);
        Answer answer = http.read(
                HttpCall.post("uploads.begin", uri("segments").build()).json(Map.of("filename", clean)), Answer.class);
        if (answer.uri() == null || answer.uri().isBlank()) {
            throw REFUSED.undecodable("uploads.begin", "the service gave no address for the segments");
        }
        address(answer.uri());
        return new UploadState(answer.uri(), clean, length, http.config().segmentBytes(), 0);
    }

    @Override
    public String proceed(UploadState state, Content content, Consumer<UploadState> noted) {
        if (content.length() != state.length()) {
            throw REFUSED.rejected(
                    SEGMENT,
                    "other_content",
                    "the upload is of " + state.length() + " bytes and the content has " + content.length());
        }
        UploadState now = state;
        try (InputStream in = content.open()) {
            in.skipNBytes((long) state.sent() * state.segmentBytes());
            while (now.sent() < now.segments()) {
                segment(now, in);
                now = now.next();
                noted.accept(now);
            }
        } catch (IOException e) {
            ConnectorException refused = REFUSED.rejected(
                    SEGMENT,
                    LocalErrors.CONTENT_UNREADABLE,
                    "the content could not be read after segment " + now.sent());
            refused.addSuppressed(e);
            throw refused;
        }
        return commit(now);
    }

    private void segment(UploadState state, InputStream in) throws IOException {
        long left = state.length() - (long) state.sent() * state.segmentBytes();
        int wanted = (int) Math.min(state.segmentBytes(), left);
        byte[] bytes = in.readNBytes(wanted);
        if (bytes.length < wanted) {
            throw REFUSED.rejected(
                    SEGMENT, LocalErrors.CONTENT_TOO_SHORT, "the content ended in segment " + state.sent());
        }
        HttpBody body = HttpBody.multipart()
                .file("file", state.fileName(), new HttpBody.Bytes(UNKNOWN_TYPE, bytes))
                .build();
        // The same segment twice is as once.
        http.send(HttpCall.of(SEGMENT, "POST", below(state, "", "index=" + state.sent()), Effect.IDEMPOTENT)
                .body(body));
    }

    private String commit(UploadState state) {
        Map<String, Object> body =
                Map.of("filename", state.fileName(), "segmentcount", Integer.toString(state.segments()));
        // The token of the beginning is another one and of no use.
        Answer answer;
        try {
            answer = http.read(
                    HttpCall.post(COMMIT, below(state, "/commit", null)).json(body), Answer.class);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.REJECTED) {
                throw e;
            }
            ConnectorException missing = REFUSED.rejected(
                    COMMIT, MISSING, "the service did not put the segments together: " + e.getMessage());
            missing.addSuppressed(e);
            throw missing;
        }
        return token(COMMIT, answer);
    }

    @Override
    public void cancel(UploadState state) {
        http.send(HttpCall.delete("uploads.cancel", address(state.uri())).accept(404));
    }

    private void giveUp(UploadState state, RuntimeException why) {
        try {
            cancel(state);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** The address is encoded already, relative or absolute, and may have a query of its own. */
    private URI address(String text) {
        try {
            return RequestUri.lenient(URI.create(http.config().login().uploadEndpoint() + "/"), text);
        } catch (IllegalArgumentException e) {
            throw REFUSED.undecodable(SEGMENT, "the address for the segments is none");
        }
    }

    private URI below(UploadState state, String path, @Nullable String query) {
        String text = address(state.uri()).toString();
        int mark = text.indexOf('?');
        String before = mark < 0 ? text : text.substring(0, mark);
        String own = mark < 0 ? "" : text.substring(mark + 1);
        String all = query == null ? own : own.isEmpty() ? query : own + "&" + query;
        return URI.create(before + path + (all.isEmpty() ? "" : "?" + all));
    }

    private static String token(String operation, Answer answer) {
        if (answer.token() == null || answer.token().isBlank()) {
            throw REFUSED.undecodable(operation, "the service gave no token for the bytes");
        }
        return answer.token();
    }
}
