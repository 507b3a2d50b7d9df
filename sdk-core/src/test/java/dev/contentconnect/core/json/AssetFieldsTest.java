package dev.contentconnect.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AssetFieldsTest {
    private static AssetFields fields(Map<AssetField, JsonPointer> places) {
        return new AssetFields(places, id -> SourceRef.of("dam", "item:" + id));
    }

    @Test
    void readsEachPartWhereItStands() {
        Map<AssetField, JsonPointer> places = new EnumMap<>(AssetField.class);
        places.put(AssetField.ID, JsonPointer.of("/id"));
        places.put(AssetField.TITLE, JsonPointer.of("/names/0"));
        places.put(AssetField.MEDIA_TYPE, JsonPointer.of("/file/type"));
        places.put(AssetField.SIZE_BYTES, JsonPointer.of("/file/bytes"));
        places.put(AssetField.TAGS, JsonPointer.of("/words"));
        places.put(AssetField.CREATED_AT, JsonPointer.of("/made"));
        Map<String, Object> item = Map.of(
                "id",
                7,
                "names",
                List.of("Poster", "Plakat"),
                "file",
                Map.of("type", "image/png", "bytes", "42"),
                "words",
                "one",
                "made",
                "2031-05-04T03:02:01Z");
        List<MappingIssue> issues = new ArrayList<>();

        Asset asset = fields(places).read(item, "items[0]", issues::add).get();
        assertThat(issues).isEmpty();
        assertThat(asset.ref()).isEqualTo(SourceRef.of("dam", "item:7"));
        assertThat(asset.title()).isEqualTo("Poster");
        assertThat(asset.kind()).isEqualTo(AssetKind.IMAGE);
        assertThat(asset.currentVersion().sizeBytes()).isEqualTo(42);
        assertThat(asset.currentVersion().id()).isEqualTo("current");
        assertThat(asset.tags()).containsExactly("one");
        assertThat(asset.createdAt()).isEqualTo("2031-05-04T03:02:01Z");
        assertThat(asset.extensions().get("dam")).isEqualTo(item);
    }

    private static Arbitrary<Object> anything() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> text),
                Arbitraries.of("44.5", "1e400", "2026-01-31", " ", "0").map(text -> text),
                Arbitraries.integers().map(number -> number),
                Arbitraries.bigDecimals().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        return Arbitraries.oneOf(
                plain,
                plain.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.of("a", "0", "content"), plain)
                        .ofMaxSize(2)
                        .map(map -> map));
    }

    @Provide
    Arbitrary<Map<String, Object>> items() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), anything()).ofMaxSize(4);
    }

    @Property
    void readsAnyItemOrSaysWhyNot(
            @ForAll("items") Map<String, Object> item, @ForAll List<AssetField> mapped, @ForAll boolean deep) {
        Map<AssetField, JsonPointer> places = new EnumMap<>(AssetField.class);
        places.put(AssetField.ID, JsonPointer.of("/a"));
        String[] where = {"/b", "/c/a", "/d/0", "", "/a"};
        mapped.forEach(field ->
                places.put(field, JsonPointer.of(where[(field.word().length() + (deep ? 1 : 0)) % 5])));
        Object decoded = Json.decodePlain(Json.encode(item));
        List<MappingIssue> parts = new ArrayList<>();
        Either<MappingIssue, Asset> asset = fields(places).read(decoded, "items[0]", parts::add);
        if (asset.isRight()) {
            assertThat(asset.get().extensions().get("dam")).isEqualTo(decoded);
            assertThat(parts).allSatisfy(issue -> assertThat(issue.item()).isNotNull());
        } else {
            assertThat(asset.getLeft().path()).startsWith("items[0]");
        }
    }
}
