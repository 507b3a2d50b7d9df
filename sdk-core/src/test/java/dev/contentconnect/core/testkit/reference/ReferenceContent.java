package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.http.HttpCall;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one version, opened when they are needed. */
record ReferenceContent(ReferenceClient client, AssetVersion version) implements Content {
    @Override
    public @Nullable String fileName() {
        return version.fileName();
    }

    @Override
    public @Nullable String mediaType() {
        return version.mediaType();
    }

    @Override
    public long length() {
        return version.sizeBytes() == null ? -1 : version.sizeBytes();
    }

    @Override
    public InputStream open() {
        return client.channel().send(call().streamed().build()).stream();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return client.channel().download(call().build(), target);
    }

    private HttpCall.Builder call() {
        return HttpCall.get(
                "assets.content", client.uri("content", version.id()).build());
    }
}
