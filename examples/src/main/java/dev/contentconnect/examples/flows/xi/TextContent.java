package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.spi.Content;
import dev.contentconnect.examples.flows.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A short text that a flow files as a document. May be opened any number of times.
 *
 * @param fileName how the file is called
 * @param text what it says
 */
record TextContent(String fileName, String text) implements Content {
    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public long length() {
        return bytes().length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        Files.write(target, bytes());
        return length();
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The same for the same text, and for no other. */
    String digest() {
        return Fingerprint.of(text);
    }
}
