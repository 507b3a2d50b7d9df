package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    @Test
    void isARegularFileAndSaysSoBeforeItsBytesAreWanted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");
        assertThat(Content.of(file, "text/plain").length()).isEqualTo(3);
        assertThatThrownBy(() -> Content.of(folder, null))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> Content.of(folder.resolve("none"), null)).isInstanceOf(NoSuchFileException.class);
    }
}
