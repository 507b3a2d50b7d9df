package dev.contentconnect.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Where a file grows until it is whole and takes its place. */
public final class PartFile {
    private PartFile() {}

    /**
     * Puts a file that is whole in the place of another. In one step: in two, a crash in between leaves neither the old file
     * nor the new one.
     *
     * @param part what {@link #beside} made
     * @param target replaced where it exists
     * @throws IOException when it cannot be done; the target is as it was
     */
    public static void replace(Path part, Path target) throws IOException {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

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
