package dev.contentconnect.iconik.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.core.testkit.AnyRights;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireCollection;
import dev.contentconnect.iconik.wire.WireHit;
import dev.contentconnect.iconik.wire.WireSegment;
import dev.contentconnect.iconik.wire.WireValues;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MapperPropertyTest {
    private static final SourceRef REF = SourceRef.of("iconik", "a-1");
    private static final Map<String, String> FIELDS =
            AssetFields.merged(Map.of("state", "State", "segment.region", "Regions"));

    @Provide
    Arbitrary<@Nullable Object> anything() {
        return AnyJson.orNull("value", "label", "x");
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> metadata() {
        return Arbitraries.maps(
                        Arbitraries.of("Description", "Market", "Tags", "State", "Regions", "RightsStatus", "Odd ä"),
                        anything())
                .ofMaxSize(5);
    }

    private static Map<String, @Nullable Object> asset(String odd, Map<String, @Nullable Object> metadata) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("id", "a-1");
        out.put("title", odd);
        out.put("status", odd);
        out.put("type", odd);
        out.put("archive_status", null);
        out.put("media_type", odd);
        out.put("date_created", odd);
        out.put("date_modified", "2026-01-01T00:00:00.123456+00:00");
        out.put("external_id", odd);
        out.put("original_asset_id", odd);
        out.put("metadata", metadata);
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        version.put("id", odd);
        version.put("version_number", null);
        version.put("status", odd);
        List<@Nullable Object> versions = new ArrayList<>();
        versions.add(version);
        versions.add(null);
        out.put("versions", versions);
        out.put("zz_new", Map.of("deep", List.of(1, "two")));
        return out;
    }

    @Property
    void makesAnAssetOfWhateverTheServiceSends(
            @ForAll("metadata") Map<String, @Nullable Object> metadata, @ForAll String odd) {
        WireAsset wire = Json.convert(asset(odd, metadata), WireAsset.class);
        Asset asset =
                AssetMapper.toAsset(wire, wire.indexedMetadata(), null, FIELDS).get();
        assertThat(asset.ref()).isEqualTo(REF);
        assertThat(asset.title()).isEqualTo(odd);
        assertThat(asset.extensions().get("iconik")).containsKey("zz_new");
        assertThat(AssetMapper.versions(wire).size()).isLessThanOrEqualTo(1);
        WireHit hit = Json.convert(asset(odd, metadata), WireHit.class);
        assertThat(EventMapper.toEvent(hit).get().subject()).isEqualTo(REF);
    }

    @Property
    void bringsMetadataHomeAsTheyWere(@ForAll("metadata") Map<String, @Nullable Object> metadata) {
        WireAsset wire = Json.convert(asset("x", metadata), WireAsset.class);
        Map<String, List<Object>> read = wire.indexedMetadata();
        Asset asset = AssetMapper.toAsset(wire, read, null, Map.of()).get();
        assertThat(AssetMapper.toMetadata(asset, Map.of())).isEqualTo(read);
    }

    @Property
    void saysWhatIsWrongWithWhatHasNoId(@ForAll String odd) {
        Map<String, @Nullable Object> plain = asset(odd, Map.of());
        plain.remove("id");
        assertThat(AssetMapper.toAsset(Json.convert(plain, WireAsset.class), Map.of(), null, FIELDS)
                        .getLeft()
                        .path())
                .isEqualTo("id");
        assertThat(EventMapper.toEvent(Json.convert(plain, WireHit.class)).isLeft())
                .isTrue();
    }

    @Property
    void bringsApprovalsHomeAsTheyWere(@ForAll String odd, @ForAll("anything") @Nullable Object more) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("status", odd);
        plain.put("users", List.of(odd));
        plain.put("version_id", odd);
        plain.put("request_date", odd);
        plain.put("min_number", 2);
        plain.put("approvals_by", List.of(Map.of("status", "APPROVED", "external", odd, "change_date", odd)));
        plain.put("zz_new", more);
        WireApproval wire = Json.convert(plain, WireApproval.class);
        Approval approval = ApprovalMapper.toApproval(wire, "a-1", "v-1");
        assertThat(approval.subject()).isEqualTo(REF);
        assertThat(approval.subjectVersion()).isEqualTo(odd.isBlank() ? "v-1" : odd);
        WireApproval home = ApprovalMapper.toWire(approval);
        assertThat(home.status()).isEqualTo(odd);
        assertThat(home.approvalsBy()).isEqualTo(wire.approvalsBy());
        assertThat(home.users()).isEqualTo(wire.users());
    }

    @Property
    void bringsCommentsHomeWordForWord(
            @ForAll String any, @ForAll String key, @ForAll("authors") @Nullable Actor author) {
        Map<String, Object> sent = new LinkedHashMap<>(CommentMapper.toFields(key, any, author, "v-1", null));
        sent.put("id", "c-1");
        WireSegment wire = Json.convert(sent, WireSegment.class);
        var comment = CommentMapper.toComment(wire, "a-1").get();
        assertThat(comment.text()).isEqualTo(any);
        assertThat(comment.author()).isEqualTo(author);
        assertThat(CommentMapper.key(wire)).isEqualTo(key);
    }

    @Provide
    Arbitrary<@Nullable Actor> authors() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(words, words.injectNull(0.5))
                .as((id, name) -> new Actor(id + "@agency.example", name, null))
                .injectNull(0.3);
    }

    @Property
    void readsAnySegmentAndAnyCollection(@ForAll String odd) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", "c-1");
        for (String name : List.of("segment_text", "external_id", "user_id", "date_created", "parent_id", "status")) {
            plain.put(name, odd);
        }
        assertThat(CommentMapper.toComment(Json.convert(plain, WireSegment.class), "a-1")
                        .isRight())
                .isTrue();
        WireCollection collection = Json.convert(plain, WireCollection.class);
        assertThat(PublicationMapper.toPublication(
                                collection, List.of(), List.of(), URI.create("https://host.example/"))
                        .ref())
                .isEqualTo(SourceRef.of("iconik", "c-1"));
    }

    @Property
    void readsAnyPushedBody(@ForAll("bodies") Map<String, @Nullable Object> body) {
        var read = PushMapper.toEvents(body, "d", Instant.EPOCH);
        read.peek(events -> assertThat(events).allMatch(one -> one.source().equals("iconik")));
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> bodies() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "event_type",
                                "realm",
                                "operation",
                                "object_id",
                                "data",
                                "request_id",
                                "user_id",
                                "action_id",
                                "context",
                                "asset_ids",
                                "metadata_values",
                                "date_created"),
                        anything())
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return AnyRights.of(REF, RightsStatus.CLEARED, RightsStatus.EXPIRED, RightsStatus.UNKNOWN);
    }

    private static RightsRecord read(Map<String, List<String>> metadata, boolean blocked) {
        Map<String, Object> fields = new LinkedHashMap<>();
        metadata.forEach((name, values) -> fields.put(
                name,
                Map.of(
                        "field_values",
                        values.stream().map(one -> Map.of("value", one)).toList())));
        WireValues values = Json.convert(Map.of("metadata_values", fields), WireValues.class);
        WireAsset asset = Json.convert(Map.of("id", "a-1", "is_blocked", blocked), WireAsset.class);
        return RightsMapper.toRights("a-1", asset, values, RightsFields.DEFAULTS);
    }

    @Property
    void bringsRightsHomeAsTheyWere(@ForAll("rights") RightsRecord rights) {
        assertThat(RightsMapper.holds(rights, RightsFields.DEFAULTS)).isTrue();
        assertThat(read(RightsMapper.toMetadata(rights, RightsFields.DEFAULTS), false))
                .isEqualTo(rights);
    }

    @Property
    void neverLetsWhatIsBlocked(@ForAll("rights") RightsRecord rights) {
        RightsRecord read = read(RightsMapper.toMetadata(rights, RightsFields.DEFAULTS), true);
        assertThat(read.status().forbids()).isTrue();
    }
}
