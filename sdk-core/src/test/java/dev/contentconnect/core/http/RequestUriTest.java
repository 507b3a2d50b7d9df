package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUriTest {
    private static final URI BASE = URI.create("https://app.example/api");

    private static String path(String segment) {
        return RequestUri.of(BASE).path(segment).build().toString().substring("https://app.example/api/".length());
    }

    @ParameterizedTest
    @CsvSource({
        "a:b, a%3Ab",
        "a b, a%20b",
        "a+b, a%2Bb",
        "a%b, a%25b",
        "a%20b, a%2520b",
        "a/b, a%2Fb",
        "a?b#c, a%3Fb%23c",
        "a~b-c_d.e, a~b-c_d.e",
        "äß, %C3%A4%C3%9F",
        "😀, %F0%9F%98%80",
        "..., ..."
    })
    void encodesASegmentSoThatItStaysOneSegment(String raw, String encoded) {
        assertThat(path(raw)).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesSegmentsThatWouldChangeThePath(String segment) {
        assertThatIllegalArgumentException().isThrownBy(() -> path(segment));
    }

    @Test
    void survivesLoneSurrogates() {
        assertThat(path("a\ud800b")).isEqualTo("a%3Fb");
        assertThat(path("a\udc00")).isEqualTo("a%3F");
    }

    @Test
    void dropsQueryFragmentAndSlashesOfTheBase() {
        assertThat(RequestUri.of(URI.create("https://app.example/api//?x=1#y"))
                        .path("a")
                        .build())
                .hasToString("https://app.example/api/a");
    }

    @Test
    void writesEachElementOfACollectionAndLeavesNullOut() {
        assertThat(RequestUri.of(BASE)
                        .query("a b", "c&d=e")
                        .query("none", null)
                        .query("many", Arrays.asList(1, null, 2))
                        .build())
                .hasToString("https://app.example/api?a%20b=c%26d%3De&many=1&many=2");
    }

    @Test
    void goesOnWithAQueryThatThePathBrought() {
        assertThat(RequestUri.of(BASE).at("/tasks?sort=a").query("b", 1).build())
                .hasToString("https://app.example/api/tasks?sort=a&b=1");
    }

    @Property
    void whatIsEncodedDecodesToTheSame(@ForAll String raw) {
        String wellFormed = new String(raw.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        RequestUri.encode(out, wellFormed);
        assertThat(URLDecoder.decode(out.toString(), StandardCharsets.UTF_8)).isEqualTo(wellFormed);
        URI uri = RequestUri.of(BASE).query("q", wellFormed).build();
        assertThat(uri.getQuery()).isEqualTo("q=" + wellFormed);
    }

    @Nested
    class Links {
        private final URI base = URI.create("https://app.example/api/assets?page=1");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cdn.example/a%20b%2Fc%2f?sig=a%2Bb%3D&x=%C3%A4",
                    "https://cdn.example/a+b;v=1/(c)!$&'*,=:@~",
                    "https://cdn.example/a?b=[1]&c=d/e?f"
                })
        void keepsWhatIsEncodedByteForByte(String link) {
            assertThat(RequestUri.lenient(base, link)).hasToString(link);
        }

        @ParameterizedTest
        @CsvSource({
            "https://cdn.example/a b, https://cdn.example/a%20b",
            "https://cdn.example/100%, https://cdn.example/100%25",
            "https://cdn.example/ä|b, https://cdn.example/%C3%A4%7Cb",
            "https://cdn.example/a[1].jpg, https://cdn.example/a%5B1%5D.jpg",
            "https://cdn.example/a#frag, https://cdn.example/a",
            "/files/1, https://app.example/files/1",
            "files/1, https://app.example/api/files/1",
            "?page=2, https://app.example/api/assets?page=2",
            "//cdn.example/x, https://cdn.example/x",
            "https://[::1]:8080/a, https://[::1]:8080/a"
        })
        void readsWhatSystemsWrite(String link, String expected) {
            assertThat(RequestUri.lenient(base, link)).hasToString(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"file:///etc/passwd", "javascript:alert(1)", "https://", "ftp://a.example/x", "http:///x"})
        void refusesWhatIsNotAnHttpAddress(String link) {
            assertThatIllegalArgumentException().isThrownBy(() -> RequestUri.lenient(base, link));
        }

        @Test
        void refusesWithoutRepeatingWhatALinkMaySign() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestUri.lenient(base, "https://[cdn/f?sig=Hidden"))
                    .withMessage("not an address")
                    .withNoCause();
        }

        @Property
        void neverThrowsAnythingElse(@ForAll String link) {
            for (String text : List.of(link, "https://a.example/" + link, "?" + link)) {
                try {
                    assertThat(RequestUri.lenient(base, text).getHost()).isNotNull();
                } catch (IllegalArgumentException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        }
    }

    @Test
    void encodesAValueForATemplate() {
        assertThat(RequestUri.encoded("a b/c?d&e+f%~é")).isEqualTo("a%20b%2Fc%3Fd%26e%2Bf%25~%C3%A9");
        assertThat(RequestUri.encoded("")).isEmpty();
    }
}
