package dev.contentconnect.aprimo.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.core.testkit.AnyRights;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MapperPropertyTest {
    private static final SourceRef REF = SourceRef.of("aprimo", "0a1b");
    private static final Map<String, String> FIELDS =
            Map.of("title", "Title", "tags", "Tags", "segment.region", "Regions", "language", "Lang");
    private static final Set<String> RIGHTS = new LinkedHashSet<>(RightsFields.NAMES);

    @Provide
    Arbitrary<@Nullable Object> anything() {
        return AnyJson.orNull("value", "label", "x");
    }

    @Provide
    Arbitrary<Object> something() {
        return AnyJson.value("value", "label", "x");
    }

    private static Map<String, @Nullable Object> record(String odd, @Nullable Object value) {
        Map<String, @Nullable Object> localized = new LinkedHashMap<>();
        localized.put("languageId", odd);
        localized.put("value", value);
        localized.put("values", value);
        localized.put("zz_new", value);
        Map<String, @Nullable Object> field = new LinkedHashMap<>();
        field.put("id", odd);
        field.put("fieldName", "Title");
        field.put("dataType", odd);
        field.put("localizedValues", List.of(localized));
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        version.put("ID", "33CC");
        version.put("versionNumber", -3);
        version.put("fileName", odd);
        version.put("fileextension", odd);
        version.put("crc32", -12);
        version.put("sha256", odd);
        version.put("fileState", odd);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", "0a1b");
        out.put("status", odd);
        out.put("contentType", odd);
        out.put("title", odd);
        out.put("createdOn", odd);
        out.put("modifiedOn", "2030-01-02T03:04:05.67Z");
        out.put("fields", Map.of("items", List.of(field)));
        out.put("masterfilelatestversion", version);
        out.put("zz_new", Map.of("deep", List.of(1, "two")));
        return out;
    }

    @Property
    void makesAnAssetOfWhateverTheServiceSends(
            @ForAll("anything") @Nullable Object value, @ForAll String odd, @ForAll List<String> words) {
        WireRecord wire = Json.convert(record(odd, value), WireRecord.class);
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("Title", FieldValues.texts(FieldValues.field(wire, "Title"), null));
        values.put("Tags", words);
        Asset asset = AssetMapper.toAsset(wire, values, FIELDS, "Key").get();
        assertThat(asset.ref()).isEqualTo(REF);
        assertThat(asset.tags()).isEqualTo(words);
        assertThat(asset.extensions().get("aprimo")).containsKeys("zz_new", "fields");
        assertThat(String.valueOf(asset.currentVersion())).contains("33CC");
        assertThat(EventMapper.toEvent(wire).get().subject()).isEqualTo(REF);
    }

    @Property
    void bringsTheValuesOfFieldsHomeAsTheyWere(@ForAll("something") Object value) {
        WireRecord wire = Json.convert(record("x", value), WireRecord.class);
        Asset asset = AssetMapper.toAsset(wire, Map.of(), Map.of(), null).get();
        Object fields = asset.extensions().get("aprimo").get(AssetMapper.FIELDS);
        assertThat(fields)
                .isEqualTo(Map.of(
                        "Title",
                        AssetMapper.plain(
                                Objects.requireNonNull(wire.fields()).items().get(0))));
        WireRecord again = Json.convert(Json.convert(wire, Map.class), WireRecord.class);
        assertThat(again).isEqualTo(wire);
    }

    @Property
    void saysWhatIsWrongWithWhatHasNoId(@ForAll String odd) {
        Map<String, @Nullable Object> plain = record(odd, null);
        plain.remove("id");
        WireRecord wire = Json.convert(plain, WireRecord.class);
        assertThat(AssetMapper.toAsset(wire, Map.of(), FIELDS, null).getLeft().path())
                .isEqualTo("id");
        assertThat(EventMapper.toEvent(wire).isLeft()).isTrue();
    }

    @Property
    void readsASignedChecksumAsTheUnsignedOneThatItIs(@ForAll int crc) {
        WireFileVersion wire = Json.convert(Map.of("id", "v", "crc32", crc), WireFileVersion.class);
        assertThat(Objects.requireNonNull(AssetMapper.toVersion(wire).checksum())
                        .hex())
                .isEqualTo(String.format(Locale.ROOT, "%08x", crc));
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return AnyRights.of(
                REF, RightsStatus.CLEARED, RightsStatus.UNKNOWN, RightsStatus.EXPIRED, RightsStatus.of("someday"));
    }

    @Property
    void bringsRightsHomeAsTheyWere(@ForAll("rights") RightsRecord rights) {
        assertThat(RightsMapper.toRights(REF, RightsMapper.toValues(rights, RIGHTS), RIGHTS, null))
                .isEqualTo(rights);
    }

    @Property
    void readsRightsOutOfWhateverTheFieldsSay(@ForAll List<String> words, @ForAll String odd) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        RIGHTS.forEach(name -> values.put(name, name.equals(RightsFields.RECORD) ? List.of(odd) : words));
        assertThat(RightsMapper.toRights(REF, values, RIGHTS, null).asset()).isEqualTo(REF);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-10_000, 40_000).map(LocalDate::ofEpochDay);
    }

    @Property
    void bringsDaysHomeAsTheyWere(@ForAll("days") LocalDate day) {
        for (String zone : List.of("UTC", "Europe/Vienna", "America/Sao_Paulo", "Pacific/Apia")) {
            for (String name : List.of(RightsFields.VALID_FROM, RightsFields.VALID_UNTIL)) {
                String moment = RightsMapper.moment(name, day.toString(), ZoneId.of(zone));
                String back = RightsMapper.day(name, moment, ZoneId.of(zone));
                // Where clocks change at midnight a day may begin later; one that is missing begins with the next.
                assertThat(back).isNotNull();
                assertThat(RightsMapper.moment(name, back, ZoneId.of(zone))).isEqualTo(moment);
            }
        }
    }
}
