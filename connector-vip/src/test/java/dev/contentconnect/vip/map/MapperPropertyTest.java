package dev.contentconnect.vip.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.core.testkit.AnyRights;
import dev.contentconnect.vip.wire.WireComment;
import dev.contentconnect.vip.wire.WireMedia;
import dev.contentconnect.vip.wire.WirePost;
import dev.contentconnect.vip.wire.WireText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MapperPropertyTest {
    private static final SourceRef REF = SourceRef.of("vip", "7");

    @Provide
    Arbitrary<Object> anything() {
        return AnyJson.value("raw", "rendered", "sizes", "filesize", "x");
    }

    @Provide
    Arbitrary<Map<String, Object>> members() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "asset_key",
                                "version",
                                "sha256",
                                "asset_state",
                                "asset_root",
                                "asset_current",
                                "asset_published",
                                "record_only",
                                "rights_status",
                                "valid_from",
                                "valid_until",
                                "territories",
                                "rights_json",
                                "asset_ids",
                                "asset_versions",
                                "asset_refs",
                                "partner",
                                "state",
                                "occurred_at",
                                "sizes",
                                "width",
                                "filesize"),
                        anything())
                .ofMaxSize(8);
    }

    private static WireMedia media(Map<String, Object> meta, Map<String, Object> details, String odd) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", 7);
        plain.put("date_gmt", odd);
        plain.put("modified_gmt", "2026-01-01T00:00:00");
        plain.put("status", odd);
        plain.put("title", Map.of("rendered", odd));
        plain.put("mime_type", odd);
        plain.put("source_url", odd);
        plain.put("meta", meta.isEmpty() ? List.of() : meta);
        plain.put("media_details", details.isEmpty() ? List.of() : details);
        plain.put("regions", List.of(1, 2));
        return Json.convert(plain, WireMedia.class);
    }

    @Property
    void makesAnAssetOfWhatPeopleAndPluginsPutThere(
            @ForAll("members") Map<String, Object> meta,
            @ForAll("members") Map<String, Object> details,
            @ForAll String odd) {
        WireMedia media = media(meta, details, odd);
        Asset asset = AssetMapper.toAsset(media, media, List.of()).get();
        assertThat(asset.ref()).isEqualTo(REF);
        assertThat(RightsMapper.toRights(media).asset()).isEqualTo(REF);
        assertThat(EventMapper.toEvent(media).isRight()).isTrue();
    }

    @Property
    void makesPackagesAndDeliveriesOfAnything(@ForAll("members") Map<String, Object> meta, @ForAll String odd) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("id", 7);
        plain.put("status", odd);
        plain.put("link", odd);
        plain.put("date_gmt", odd);
        plain.put("meta", meta);
        WirePost post = Json.convert(plain, WirePost.class);
        assertThat(PackageMapper.toPublication(post, List.of()).ref()).isEqualTo(REF);
        DeliveryMapper.toDelivery(post).peek(one -> assertThat(one.ref()).isEqualTo(REF));
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return AnyRights.of(REF, RightsStatus.CLEARED, RightsStatus.BLOCKED, RightsStatus.UNKNOWN);
    }

    @Property
    void bringsRightsHomeAsTheyWere(@ForAll("rights") RightsRecord rights) {
        WireMedia stored = media(RightsMapper.toMeta(rights), Map.of(), "x");
        assertThat(RightsMapper.toRights(stored).toBuilder().updatedAt(null).build())
                .isEqualTo(rights);
    }

    @Property
    void neverWidensWhatPeopleNarrowed(@ForAll("rights") RightsRecord rights) {
        Map<String, Object> meta = new LinkedHashMap<>(RightsMapper.toMeta(rights));
        meta.put(Profile.RIGHTS_STATUS, "revoked");
        assertThat(RightsMapper.toRights(media(meta, Map.of(), "x")).status()).isEqualTo(RightsStatus.REVOKED);
    }

    @Property
    void bringsCommentsHomeWordForWord(@ForAll String any, @ForAll String key) {
        String text = any.replace('\u0000', ' ').strip();
        String sent = CommentMapper.message(text, key, null);
        WireComment comment =
                new WireComment(3, 7, 0, 1L, "anna", null, new WireText(sent, null, Map.of()), "approved", Map.of());
        assertThat(CommentMapper.isUnder(comment, key)).isTrue();
        assertThat(CommentMapper.toComment(comment).get().text().strip()).isEqualTo(text);
    }

    @Property
    void namesFilesSoThatAHeaderTakesThem(@ForAll String name, @ForAll String type) {
        assertThat(Names.fileName(name, type))
                .matches("[A-Za-z0-9._-]+")
                .doesNotContain("..")
                .doesNotStartWith(".");
    }

    @Property
    void readsTextOnceOnly(@ForAll String text) {
        assertThat(PlainText.unescaped(PlainText.escaped(text))).isEqualTo(text);
    }
}
