package dev.contentconnect.core.testkit;

import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Content of any length that is neither on disk nor in memory.
 *
 * @param fileName its name
 * @param mediaType its type
 * @param length how many bytes
 * @param isRepeatable whether it says that it can be read again
 */
public record GeneratedContent(
        @Nullable String fileName, @Nullable String mediaType, long length, boolean isRepeatable) implements Content {

    @Override
    public InputStream open() {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            /** Leaves in the array what is there: nobody reads it. */
            @Override
            public int read(byte[] into, int at, int wanted) {
                if (left <= 0) {
                    return wanted == 0 ? 0 : -1;
                }
                int count = (int) Math.min(left, wanted);
                left -= count;
                return count;
            }
        };
    }

    @Override
    public long copyTo(Path target) throws IOException {
        try (InputStream in = open()) {
            return Files.copy(in, target);
        }
    }
}
