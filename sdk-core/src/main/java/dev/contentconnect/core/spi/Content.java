package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.SourceRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be opened, in either direction. Never the bytes themselves: memory stays flat whatever their size.
 *
 * <p>Content that came from a system asks it when opened, and each time it is opened. Not safe for several threads.
 */
public interface Content {

    /**
     * The name of the file as the system has it, which is what whoever uploaded it has chosen: not to be taken for the name of
     * a file here, see {@link #copyInto}.
     *
     * @return null where unknown
     */
    @Nullable String fileName();

    /**
     * For example {@code image/png}.
     *
     * @return null where unknown
     */
    @Nullable String mediaType();

    /**
     * How many bytes.
     *
     * @return -1 where unknown before it is read
     */
    long length();

    /**
     * Opens the bytes. The caller closes the stream.
     *
     * @return the bytes from the first one on
     * @throws IOException when a local file cannot be read
     * @throws IllegalStateException when they can be read only once and have been
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Forbidden, RateLimited, Unavailable, TimedOut where
     *     a system is asked
     */
    InputStream open() throws IOException;

    /**
     * Whether {@link #open()} works a second time. What can be sent only once is never repeated after a failure.
     *
     * @return true for files and for content of systems
     */
    boolean isRepeatable();

    /**
     * Writes the bytes to a file. The file appears whole or not at all; where the system offers ranges, a broken
     * transfer goes on where it stopped.
     *
     * @param target the file, replaced if it exists; its folder must exist
     * @return how many bytes
     * @throws IOException when the file cannot be written
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #open()}
     */
    long copyTo(Path target) throws IOException;

    /**
     * Writes the bytes into a folder, as {@link #copyTo} does, under a name that stays in it whatever the system says: the id of
     * the asset and the name of the file, such as {@code 42~film.mp4}, with {@code _} for what a file system could take for
     * something else. Two assets never share a name; the same asset again replaces its file.
     *
     * @param folder made where it does not exist
     * @param asset whose bytes they are
     * @return the file
     * @throws IOException when the file cannot be written
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #open()}
     */
    default Path copyInto(Path folder, SourceRef asset) throws IOException {
        Path target = Files.createDirectories(folder).resolve(PlainName.of(asset.id(), fileName()));
        copyTo(target);
        return target;
    }

    /**
     * A local file.
     *
     * @param file must exist when opened
     * @param mediaType for example {@code image/png}, or null
     * @return content named like the file
     * @throws IOException when there is no such file, or it is not a regular one
     */
    static Content of(Path file, @Nullable String mediaType) throws IOException {
        return FileContent.of(file, mediaType);
    }

    /**
     * A stream that is at hand and can be read once.
     *
     * @param stream is closed once it was read
     * @param length how many bytes it holds; must be right
     * @param fileName the name to give, or null
     * @param mediaType for example {@code image/png}, or null
     * @return content that is not repeatable
     */
    static Content of(InputStream stream, long length, @Nullable String fileName, @Nullable String mediaType) {
        return new StreamContent(stream, length, fileName, mediaType);
    }
}
