package dev.contentconnect.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A local file.
 *
 * @param file where it is
 * @param mediaType what it is, where known
 * @param length its size when it was first looked at
 */
record FileContent(Path file, @Nullable String mediaType, long length) implements Content {

    static FileContent of(Path file, @Nullable String mediaType) throws IOException {
        if (!Files.isRegularFile(file)) {
            // A folder has a size too, and is found out only when its bytes are wanted.
            throw Files.exists(file)
                    ? new FileSystemException(file.toString(), null, "not a regular file")
                    : new NoSuchFileException(file.toString());
        }
        return new FileContent(file, mediaType, Files.size(file));
    }

    @Override
    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public long copyTo(Path target) throws IOException {
        return Transfers.copy(this, target);
    }
}
