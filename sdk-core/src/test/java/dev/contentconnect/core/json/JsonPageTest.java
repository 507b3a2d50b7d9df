package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.contentconnect.core.error.MappingIssue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPageTest {
    record Item(
            @Nullable String id,
            @Nullable Integer size,
            @JsonAnySetter Map<String, Object> rest) {}

    private static JsonPage<Item> read(String json) {
        return JsonPage.decode(json.getBytes(StandardCharsets.UTF_8), "objects", Item.class);
    }

    @Test
    void readsElementsAndWhatStandsBesideThem() {
        JsonPage<Item> page = read("{\"total\":7,\"objects\":[{\"id\":\"ä\",\"size\":1,\"more\":[1]},null,"
                + " {\"id\":\"b\",\"_sort\":[1.5,\"b\"]} ],\"next\":null}");
        assertThat(page.items()).extracting(Item::id).containsExactly("ä", "b");
        assertThat(page.items().get(0).rest()).isEqualTo(Map.of("more", List.of(1)));
        assertThat(page.count()).isEqualTo(2);
        assertThat(page.last()).isEqualTo(Map.of("id", "b", "_sort", List.of(new java.math.BigDecimal("1.5"), "b")));
        assertThat(page.members()).containsEntry("total", 7).containsEntry("next", null);
        assertThat(page.issues()).isEmpty();
    }

    @Test
    void keepsTheOthersWhereOneHasAnotherForm() {
        JsonPage<Item> page =
                read("{\"objects\":[{\"id\":\"a\"},{\"id\":\"b\",\"size\":{}},\"c\",null,{\"id\":\"d\"}],\"total\":4}");
        assertThat(page.items()).extracting(Item::id).containsExactly("a", "d");
        assertThat(page.issues()).extracting(MappingIssue::path).containsExactly("objects[1]", "objects[2]");
        assertThat(page.issues()).extracting(MappingIssue::item).containsExactly("b", null);
        assertThat(page.count()).isEqualTo(4);
        assertThat(page.last()).isEqualTo(Map.of("id", "d"));
        assertThat(page.members()).isEqualTo(Map.of("total", 4));
    }

    @Test
    void saysTheLastElementThatCouldNotBeRead() {
        JsonPage<Item> page = read("{\"objects\":[{\"id\":\"a\"},{\"id\":\"b\",\"size\":[]}]}");
        assertThat(page.items()).hasSize(1);
        assertThat(page.last()).isEqualTo(Map.of("id", "b", "size", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"objects\":null}", "{\"objects\":[]}", "{\"objects\":[null]}"})
    void isEmptyWithoutElements(String json) {
        JsonPage<Item> page = read(json);
        assertThat(page.items()).isEmpty();
        assertThat(page.count()).isZero();
        assertThat(page.last()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"objects\"",
                "{\"objects\":{}}",
                "{\"objects\":7}",
                "{\"objects\":[{\"id\":\"a\"}",
                "{\"objects\":[{\"id\":\"a\"}]} {}",
                "{\"objects\":[{\"id\":\"a\",}]}",
                "<html></html>"
            })
    void refusesWhatIsNoPage(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonException.class).hasMessageNotContaining("\"a\"");
    }

    @Test
    void readsUtf16AsWell() {
        byte[] json = "{\"objects\":[{\"id\":\"ä\"}]}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(JsonPage.decode(json, "objects", Item.class).items())
                .extracting(Item::id)
                .containsExactly("ä");
    }
}
