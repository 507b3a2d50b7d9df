package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
    private static final Map<String, Object> ROOT = Map.of(
            "a/b", 1, "m~n", 2, "", 3, "list", Arrays.asList("x", null), "map", Collections.singletonMap("null", null));

    @Test
    void findsWhatTheStandardSays() {
        assertThat(JsonPointer.of("").in(ROOT)).isEqualTo(ROOT);
        assertThat(JsonPointer.of("/a~1b").in(ROOT)).isEqualTo(1);
        assertThat(JsonPointer.of("/m~0n").in(ROOT)).isEqualTo(2);
        assertThat(JsonPointer.of("/").in(ROOT)).isEqualTo(3);
        assertThat(JsonPointer.of("/list/0").in(ROOT)).isEqualTo("x");
    }

    @Test
    void tellsNullFromNothing() {
        assertThat(JsonPointer.of("/list/1").in(ROOT)).isNull();
        assertThat(JsonPointer.of("/map/null").in(ROOT)).isNull();
        assertThat(JsonPointer.of("").in(null)).isNull();
        for (String nothing :
                List.of("/list/2", "/list/-", "/list/00", "/list/-1", "/map/x", "/a~1b/c", "/map/null/x")) {
            assertThat(JsonPointer.of(nothing).in(ROOT)).as(nothing).isSameAs(JsonPointer.MISSING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " /a", "/a~", "/a~2", "/~", "#/a", "/a\n~x"})
    void takesNothingThatIsNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonPointer.of(text));
    }

    @Property
    void isWrittenAsItIsRead(@ForAll List<String> tokens) {
        JsonPointer pointer = new JsonPointer(tokens);
        // One empty name and no name at all differ: "/" and "".
        assertThat(JsonPointer.of(pointer.toString())).isEqualTo(pointer);
    }

    @Property
    void findsAnyNameAnywhere(@ForAll String outer, @ForAll String inner, @ForAll int value) {
        Map<String, Object> root = Map.of(outer, List.of(Map.of(inner, value)));
        assertThat(new JsonPointer(List.of(outer, "0", inner)).in(root)).isEqualTo(value);
    }
}
