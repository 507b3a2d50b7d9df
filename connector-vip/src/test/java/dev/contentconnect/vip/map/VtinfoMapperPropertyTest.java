package dev.contentconnect.vip.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.vip.api.FinderList;
import dev.contentconnect.vip.api.Outlet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VtinfoMapperPropertyTest {
    private static final List<String> MEMBERS = List.of(
            "dba",
            "street",
            "city",
            "state",
            "zip",
            "phoneFormatted",
            "lat",
            "long",
            "distance",
            "storeType",
            "otherBrand");

    private static Arbitrary<Object> anything() {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).map(text -> text),
                Arbitraries.of("44.5", "-73", "1e400", "NaN", "2026-01-31", "05446", " ", "0")
                        .map(text -> text),
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
    Arbitrary<Map<String, Object>> outlets() {
        List<String> names = new ArrayList<>(MEMBERS);
        names.addAll(List.of("code", "unknown"));
        return Arbitraries.maps(Arbitraries.of(names), anything()).ofMaxSize(10);
    }

    @Provide
    Arbitrary<Map<String, Object>> answers() {
        return Arbitraries.maps(Arbitraries.of("result", "brand", "brands", "category", "categories"), anything())
                .ofMaxSize(4);
    }

    @SuppressWarnings("unchecked") // a JSON object decodes to a map of names
    private static Map<String, Object> decoded(Map<String, Object> plain) {
        return (Map<String, Object>) Json.decodePlain(Json.encode(plain));
    }

    @Property
    void readsAnyOutletAndKeepsWhatItDoesNotKnow(@ForAll("outlets") Map<String, Object> plain) {
        Map<String, Object> decoded = decoded(plain);
        List<MappingIssue> parts = new ArrayList<>();
        Outlet outlet =
                OutletMapper.toOutlet(decoded, "location[0]", parts::add).get();
        Map<String, Object> unknown = new LinkedHashMap<>(decoded);
        MEMBERS.forEach(unknown::remove);
        assertThat(outlet.rest()).isEqualTo(unknown);
        assertThat(parts).allSatisfy(issue -> assertThat(issue.path()).startsWith("location[0]."));
        if (outlet.latitude() != null) {
            assertThat(outlet.latitude()).isBetween(-90.0, 90.0);
        }
    }

    @Property
    void readsBackAnyOutletWhoseMembersAreTexts(@ForAll("outlets") Map<String, Object> plain) {
        Map<String, Object> texts = new LinkedHashMap<>();
        plain.forEach((name, value) -> {
            if (value instanceof String && !name.matches("lat|long|distance|zip|otherBrand")) {
                texts.put(name, value);
            }
        });
        Outlet outlet = OutletMapper.toOutlet(texts, "x", issue -> {}).get();
        assertThat(outlet.name()).isEqualTo(stripped(texts.get("dba")));
        assertThat(outlet.city()).isEqualTo(stripped(texts.get("city")));
        assertThat(outlet.storeType()).isEqualTo(stripped(texts.get("storeType")));
    }

    private static String stripped(Object text) {
        return text == null || ((String) text).isBlank() ? null : ((String) text).strip();
    }

    @Property
    void readsAnyListAndKeepsItWhole(@ForAll("answers") Map<String, Object> answer, @ForAll boolean category) {
        Map<String, Object> decoded = decoded(answer);
        FinderList list = category ? FinderList.category(3) : FinderList.brands();
        assertThat(LookupMapper.toLookup(list, decoded).members()).isEqualTo(decoded);
        assertThat(LookupMapper.toLookup(list, decoded).names()).doesNotContain("", " ");
    }
}
