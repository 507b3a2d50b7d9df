package dev.contentconnect.core.spi;

import dev.contentconnect.core.internal.PartFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies content to a file that appears whole or not at all. */
final class Transfers {
    private Transfers() {}

    static long copy(Content content, Path target) throws IOException {
        Path part = PartFile.beside(target);
        try {
            long bytes;
            try (InputStream in = content.open()) {
                bytes = Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            PartFile.replace(part, target);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
