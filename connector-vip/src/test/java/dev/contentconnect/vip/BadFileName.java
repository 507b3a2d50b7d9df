package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File names that are no ASCII, look like paths or like something else than a name. */
abstract class BadFileName extends BadInputStage {
    BadFileName(Site site) {
        super(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Größe 夏 1.png",
                "../../etc\\..\\evil name.png",
                "..\\..\\wp-config.php\\.png",
                "/etc/passwd",
                "C:\\Users\\a.png",
                "..",
                ".htaccess.png",
                "poster.php.png",
                "a\nb\r\nX-Odd: 1.png",
                "a\"; filename=\"b.png",
                "\u202Egnp.exe\u202C.png",
                "夏",
                "%2e%2e%2fx.png",
                "-",
                "con.png",
            })
    void areKeptAndLeadNowhereElse(String name) throws Exception {
        for (WordpressConfig.Upload way : WordpressConfig.Upload.values()) {
            try (VipConnector other = VipConnector.create(
                    library.config(Library.ADMIN).upload(way).build())) {
                Asset made = other.require(AssetWriter.class).create(draft(key + way, Pictures.content(PICTURE, name)));

                String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
                assertThat(made.currentVersion().mediaType()).isEqualTo("image/png");
                assertThat(made.currentVersion().fileName()).isEqualTo(last.strip());
                assertThat(String.valueOf(made.extensions().get("vip").get("source_url")))
                        .startsWith(library.endpoint() + "/wp-content/uploads/")
                        .matches(".*/wp-content/uploads/[0-9]{4}/[0-9]{2}/[A-Za-z0-9_-][A-Za-z0-9._-]*\\.png");
                assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(PICTURE);
            }
        }
    }

    @Test
    void mayBeOfAnyLengthWithAnySigns() throws Exception {
        String name = "a\u0000\n" + "ü".repeat(300) + ".png";
        Asset made = writer().create(draft(key, Pictures.content(PICTURE, name)));
        assertThat(made.currentVersion().fileName()).isEqualTo(name);
        assertThat(bytes(reader().content(made.ref(), null, null))).isEqualTo(PICTURE);
    }
}
