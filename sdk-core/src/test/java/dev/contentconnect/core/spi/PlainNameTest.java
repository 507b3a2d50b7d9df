package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {
    @ParameterizedTest
    @CsvSource({
        "42, film.mp4, vip~42~film.mp4",
        "42, , vip~42",
        "42, ../film.mp4, vip~42~__film.mp4",
        "42, .., vip~42~_",
        "42, /etc/passwd, vip~42~_etc_passwd",
        "42, C:\\film.mp4, vip~42~C__film.mp4",
        "42, 'film.mp4. ', vip~42~film.mp4",
        "42, Größe.png, vip~42~Größe.png",
        "42, ~, vip~42~_",
        "b7f6a5d4-0c1e-11f0-9a55-0242ac120002, a.png, vip~b7f6a5d4-0c1e-11f0-9a55-0242ac120002~a.png"
    })
    void staysInItsFolder(String id, String name, String expected) {
        assertThat(of(id, name)).isEqualTo(expected);
    }

    @Property
    void isOneNameThatFileSystemsTake(@ForAll String system, @ForAll String id, @ForAll String name) {
        String plain = PlainName.of(SourceRef.of("x" + system.replace(':', '_'), "x" + id), name);
        assertThat(plain)
                .doesNotContain("/", "\\", "\u0000", ":")
                .doesNotStartWith(".")
                .isNotBlank();
        assertThat(plain.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(Path.of("folder").resolve(plain).normalize().getParent()).isEqualTo(Path.of("folder"));
    }

    /** As on macOS and Windows, where letter case does not count, nor how an accent is written. */
    private static String onMac(String id, String name) {
        return Normalizer.normalize(of(id, name).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    private static String of(String id, String name) {
        return PlainName.of(SourceRef.of("vip", id), name);
    }

    @Test
    void tellsIdsApartThatLookAlike() {
        assertThat(onMac("a/b", "c")).isNotEqualTo(onMac("a:b", "c"));
        assertThat(onMac("a", "b~c")).isNotEqualTo(onMac("a~b", "c"));
        assertThat(onMac("x".repeat(300), "c")).isNotEqualTo(onMac("x".repeat(301), "c"));
        assertThat(onMac("dQw4", "c")).isNotEqualTo(onMac("dqw4", "c")).isNotEqualTo(onMac("DQW4", "c"));
        assertThat(onMac("\u00e9", "c")).isNotEqualTo(onMac("e\u0301", "c"));
        String hashed = of("a/b", "c");
        String inDisguise = hashed.substring("vip~".length(), hashed.lastIndexOf('~'));
        assertThat(of(inDisguise, "c")).isNotEqualTo(hashed);
    }

    @Test
    void tellsSystemsApart() {
        SourceRef one = SourceRef.of("vip", "42");
        SourceRef other = SourceRef.of("xecm", "42");
        assertThat(PlainName.of(one, "film.mp4")).isNotEqualTo(PlainName.of(other, "film.mp4"));
        assertThat(PlainName.of(SourceRef.of("a~b", "c"), null))
                .isNotEqualTo(PlainName.of(SourceRef.of("a", "b~c"), null));
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(of("42", "\ud83d\ude00".repeat(200) + ".mp4")).endsWith(".mp4");
    }

    @Test
    void contentGoesIntoAFolderThatIsMade(@TempDir Path folder) throws IOException {
        Content content = Content.of(new ByteArrayInputStream(new byte[] {1, 2}), 2, "../../film.mp4", "video/mp4");
        Path file = content.copyInto(folder.resolve("new"), SourceRef.of("somewhere", "42"));
        assertThat(file).isEqualTo(folder.resolve("new").resolve("somewhere~42~__.._film.mp4"));
        assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    }
}
