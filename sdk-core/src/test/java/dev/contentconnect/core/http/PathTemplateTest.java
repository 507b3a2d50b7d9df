package dev.contentconnect.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
    private static final URI BASE = URI.create("https://apis.example/v1");

    @Test
    void fillsPlacesInPathAndQuery() {
        PathTemplate template = PathTemplate.of("/d/{d}/items.{form}?brand={brand}&x=%20");
        assertThat(template.names()).containsExactly("d", "form", "brand");
        assertThat(template.filled(Map.of("d", "a/b", "form", "json", "brand", "A&B", "unused", "x")))
                .isEqualTo("/d/a%2Fb/items.json?brand=A%26B&x=%20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "items",
                "//host/x",
                "/a b",
                "/a#b",
                "/a/{b",
                "/a/b}",
                "/a/{}",
                "/a/{b-c}",
                "/a/{{b}}",
                "/%zz",
                "/ä",
                "/a/../b",
                "/a/%2e%2E/b",
                "/.",
                "/a\n"
            })
    void takesNothingThatIsNoPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PathTemplate.of(text));
    }

    /** A value can neither leave its segment nor its parameter, whatever it holds. */
    @Property
    void keepsAnyValueInItsPlace(@ForAll String value) {
        Assume.that(!value.isBlank() && !value.equals(".") && !value.equals(".."));
        // Half a character has no form in UTF-8.
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(value));
        String filled = PathTemplate.of("/items/{v}/end?q={v}&last=1").filled(Map.of("v", value));
        URI uri = RequestUri.of(BASE).at(filled).build();
        assertThat(uri.getHost()).isEqualTo("apis.example");
        String[] segments = uri.getRawPath().split("/", -1);
        assertThat(segments).hasSize(5).startsWith("", "v1", "items").endsWith("end");
        assertThat(URLDecoder.decode(segments[3], StandardCharsets.UTF_8)).isEqualTo(value);
        assertThat(uri.getRawQuery().split("&", -1)).hasSize(2);
    }
}
