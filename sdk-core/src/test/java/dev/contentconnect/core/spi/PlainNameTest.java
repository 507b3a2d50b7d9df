package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {
    @ParameterizedTest
    @CsvSource({
        "42, film.mp4, 42~film.mp4",
        "42, , 42",
        "42, ../film.mp4, 42~__film.mp4",
        "42, .., 42~_",
        "42, /etc/passwd, 42~_etc_passwd",
        "42, C:\\film.mp4, 42~C__film.mp4",
        "42, 'film.mp4. ', 42~film.mp4",
        "42, Größe.png, 42~Größe.png",
        "42, ~, 42~_"
    })
    void staysInItsFolder(String id, String name, String expected) {
        assertThat(PlainName.of(id, name)).isEqualTo(expected);
    }

    @Property
    void isOneNameThatFileSystemsTake(@ForAll String id, @ForAll String name) {
        String plain = PlainName.of("x" + id, name);
        assertThat(plain)
                .doesNotContain("/", "\\", "\u0000", ":")
                .doesNotStartWith(".")
                .isNotBlank();
        assertThat(plain.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(Path.of("folder").resolve(plain).normalize().getParent()).isEqualTo(Path.of("folder"));
    }

    @Test
    void tellsIdsApartThatLookAlike() {
        assertThat(PlainName.of("a/b", "c")).isNotEqualTo(PlainName.of("a:b", "c"));
        assertThat(PlainName.of("a", "b~c")).isNotEqualTo(PlainName.of("a~b", "c"));
        assertThat(PlainName.of("x".repeat(300), "c")).isNotEqualTo(PlainName.of("x".repeat(301), "c"));
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(PlainName.of("42", "\ud83d\ude00".repeat(200) + ".mp4")).endsWith(".mp4");
    }

    @Test
    void contentGoesIntoAFolderThatIsMade(@TempDir Path folder) throws IOException {
        Content content = Content.of(new ByteArrayInputStream(new byte[] {1, 2}), 2, "../../film.mp4", "video/mp4");
        Path file = content.copyInto(folder.resolve("new"), SourceRef.of("somewhere", "42"));
        assertThat(file).isEqualTo(folder.resolve("new").resolve("42~__.._film.mp4"));
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    }
}
