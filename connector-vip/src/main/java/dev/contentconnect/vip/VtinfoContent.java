package dev.contentconnect.vip;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.vip.map.VtinfoAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of one file, opened when they are needed. What it is, and how large, is known once it was asked for. */
final class VtinfoContent implements Content {
    private final VtinfoClient client;
    private final URI address;
    private @Nullable String mediaType;
    private long length = -1;

    VtinfoContent(VtinfoClient client, URI address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public @Nullable String fileName() {
        return VtinfoAddress.fileName(address);
    }

    @Override
    public @Nullable String mediaType() {
        return mediaType;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open() {
        VtinfoFile file = client.open(address.toString());
        mediaType = file.mediaType();
        length = file.length();
        return file;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        VtinfoDownload done = client.download(address.toString(), target);
        mediaType = done.mediaType();
        length = done.sizeBytes();
        return length;
    }
}
