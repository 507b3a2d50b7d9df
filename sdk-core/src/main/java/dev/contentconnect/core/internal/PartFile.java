package dev.contentconnect.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where a file grows until it is whole and takes its place. */
public final class PartFile {
    private PartFile() {}

    /**
     * A new, empty file in the folder of another, so that a move between the two is a change of name. It has the
     * permissions that any new file has there: a temporary file of the JDK is readable by its owner alone, and stays so
     * under its final name.
     *
     * @param target what the file is to become
     * @return the file, hidden by a dot
     * @throws IOException when it cannot be made
     */
    public static Path beside(Path target) throws IOException {
        return Files.createFile(target.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".part"));
    }
}
