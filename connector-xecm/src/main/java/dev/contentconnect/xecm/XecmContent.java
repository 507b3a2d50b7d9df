package dev.contentconnect.xecm;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bytes of one version, opened when they are needed. */
record XecmContent(
        XecmClient client,
        long node,
        @Nullable Long version,
        @Nullable String fileName,
        @Nullable String mediaType,
        long length)
        implements Content {
    @Override
    public InputStream open() {
        return client.versions().open(node, version, mayBePage());
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return client.versions().download(node, version, target, mayBePage());
    }

    /** What is HTML itself cannot be told from what a server shows while it starts. */
    private boolean mayBePage() {
        String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
        String type = mediaType == null ? "" : mediaType.toLowerCase(Locale.ROOT);
        return type.contains("html") || name.endsWith(".html") || name.endsWith(".htm");
    }
}
