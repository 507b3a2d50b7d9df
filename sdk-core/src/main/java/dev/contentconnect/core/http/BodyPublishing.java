package dev.contentconnect.core.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** Turns our bodies into the JDK's publishers. */
final class BodyPublishing {
    private BodyPublishing() {}

    static BodyPublisher of(HttpBody body) {
        if (body instanceof HttpBody.Bytes bytes) {
            return BodyPublishers.ofByteArray(bytes.bytes());
        }
        if (body instanceof HttpBody.Parts parts) {
            return BodyPublishers.concat(
                    parts.parts().stream().map(BodyPublishing::of).toArray(BodyPublisher[]::new));
        }
        HttpBody.Stream stream = (HttpBody.Stream) body;
        if (stream.length() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return stream.opener().open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                stream.length());
    }
}
