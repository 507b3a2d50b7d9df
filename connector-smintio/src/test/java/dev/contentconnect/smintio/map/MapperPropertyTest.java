package dev.contentconnect.smintio.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.testkit.AnyJson;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireCollection;
import dev.contentconnect.smintio.wire.WireComment;
import dev.contentconnect.smintio.wire.WirePurchase;
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
    private static final Instant NOW = Instant.parse("2031-05-04T03:02:01Z");
    private static final Languages ALL = new Languages(List.of());
    private static final SourceRef REF = Ids.license("tx-1");

    @Provide
    Arbitrary<@Nullable Object> anything() {
        return AnyJson.orNull("value", "culture", "key", "dataType", "stringValue", "x");
    }

    @Provide
    Arbitrary<List<@Nullable String>> words() {
        return Arbitraries.of(
                        "any",
                        "advertising_any",
                        "advertising_print",
                        "europe_any",
                        "europe_germany",
                        "language_german",
                        "Odd Word",
                        "",
                        "_any",
                        "_",
                        "ä_any")
                .injectNull(0.1)
                .list()
                .ofMaxSize(3);
    }

    private static Map<String, @Nullable Object> term(List<@Nullable String> words, @Nullable Object odd) {
        Map<String, @Nullable Object> term = new LinkedHashMap<>();
        for (String which :
                List.of("usages", "sizes", "placements", "distributions", "geographies", "industries", "languages")) {
            term.put("allowed_" + which, words);
            term.put("restricted_" + which, odd instanceof List<?> ? words : null);
        }
        term.put("usage_limits", words);
        term.put("exclusivities", words);
        term.put("valid_from", odd);
        term.put("valid_until", odd);
        term.put("to_be_used_until", odd);
        term.put("zz_new", odd);
        return term;
    }

    private static Map<String, @Nullable Object> purchase(
            String odd, List<@Nullable String> words, @Nullable Object anything) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("uuid", "tx-1");
        out.put("state", odd);
        out.put("licensee_name", odd);
        out.put("created_at", anything);
        out.put("last_updated_at", odd);
        out.put("version", null);
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("uuid", odd);
        content.put("content_type", odd);
        List<@Nullable Object> texts = new ArrayList<>();
        texts.add(null);
        texts.add(Map.of("culture", odd, "value", odd));
        texts.add(Map.of("culture", odd, "value", "again"));
        content.put("name", texts);
        content.put("keywords", List.of(Map.of("culture", odd, "metadata_element", Map.of("name", odd))));
        content.put("zz_new", anything);
        out.put("content_element", content);
        List<@Nullable Object> terms = new ArrayList<>();
        terms.add(null);
        terms.add(term(words, anything));
        out.put("license_terms", terms);
        out.put("zz_new", anything);
        return out;
    }

    @Property
    void makesAnAssetRightsAndAnEventOfWhateverDecodes(
            @ForAll String odd,
            @ForAll("words") List<@Nullable String> words,
            @ForAll("anything") @Nullable Object anything) {
        WirePurchase wire = Json.convert(purchase(odd, words, anything), WirePurchase.class);
        Asset asset = PurchaseMapper.toAsset(wire, ALL).get();
        assertThat(asset.ref()).isEqualTo(REF);
        RightsRecord rights = RightsMapper.toRights(wire, REF, ALL, NOW);
        Use use = Use.at(NOW).in(Territory.of("DE")).with(RightsDimension.USAGE, "advertising.print");
        assertThat(rights.permits(use)).isNotNull();
        assertThat(rights.permits(use).isAllowed()).isFalse();
        assertThat(EventMapper.ofPurchase(wire).get().subject()).isEqualTo(REF);
        assertThat(UsageMapper.toDelivery(wire).get().recipient()).isNotBlank();
    }

    @Property
    void bringsEveryMemberHome(
            @ForAll String odd,
            @ForAll("words") List<@Nullable String> words,
            @ForAll("anything") @Nullable Object anything) {
        WirePurchase wire = Json.convert(purchase(odd, words, anything), WirePurchase.class);
        Object kept = PurchaseMapper.toAsset(wire, ALL)
                .get()
                .extensions()
                .get("smintio")
                .get("purchase");
        assertThat(Json.convert(kept, WirePurchase.class)).isEqualTo(wire);
    }

    @Property
    void neverAllowsMoreThanWithoutARestriction(
            @ForAll("words") List<@Nullable String> allowed, @ForAll("words") List<@Nullable String> restricted) {
        Use use = Use.at(NOW).in(Territory.of("DE")).with(RightsDimension.USAGE, "advertising.print");
        boolean open = rights(allowed, List.of()).permits(use).isAllowed();
        boolean narrowed = rights(allowed, restricted).permits(use).isAllowed();
        assertThat(!narrowed || open).isTrue();
    }

    private static RightsRecord rights(List<@Nullable String> allowed, List<@Nullable String> restricted) {
        Map<String, @Nullable Object> term = new LinkedHashMap<>();
        for (String which : List.of("usages", "geographies")) {
            term.put("allowed_" + which, allowed);
            term.put("restricted_" + which, restricted);
        }
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("uuid", "tx-1");
        plain.put("state", "completed");
        plain.put("license_terms", List.of(term));
        plain.put(
                "content_element",
                Map.of(
                        "release_details",
                        Map.of("model_release_state", "released", "property_release_state", "released")));
        return RightsMapper.toRights(Json.convert(plain, WirePurchase.class), REF, ALL, NOW);
    }

    @Property
    void readsAnyAssetOfAPortal(
            @ForAll String odd,
            @ForAll("anything") @Nullable Object first,
            @ForAll("anything") @Nullable Object second) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("uuid", "dam:image:1");
        List<@Nullable Object> properties = new ArrayList<>();
        properties.add(first);
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("key", odd);
        entry.put("dataType", odd);
        entry.put("stringValue", second);
        properties.add(entry);
        for (String name : List.of("name", "contentType", "publishUntil", "version", "fileMetadata", "localizedTags")) {
            properties.add(Map.of("key", name, "value", second == null ? odd : second));
        }
        plain.put("properties", properties);
        WireAsset wire = WireAsset.of(plain);
        Asset asset = PortalAssetMapper.toAsset(wire, ALL, NOW, null).get();
        assertThat(asset.ref()).isEqualTo(Ids.asset("dam:image:1"));
        assertThat(RightsMapper.ofPortal(wire, asset.ref(), ALL)
                        .permits(Use.at(NOW))
                        .isAllowed())
                .isFalse();
        assertThat(EventMapper.ofAsset(wire, "c-1").get().subject()).isEqualTo(asset.ref());
        assertThat(PortalAssetMapper.renditions(wire)).doesNotContainNull();
    }

    @Property
    void bringsCommentsHomeWordForWord(
            @ForAll String text, @ForAll String key, @ForAll("authors") @Nullable Actor author) {
        WireComment wire =
                new WireComment("c-1", null, null, null, null, CommentMapper.toText(key, text, author), null);
        var comment = CommentMapper.toComment(wire, REF).get();
        assertThat(comment.text()).isEqualTo(text);
        assertThat(comment.author()).isEqualTo(author);
        assertThat(CommentMapper.isUnder(wire, key)).isTrue();
        assertThat(CommentMapper.isUnder(wire, key + "x")).isFalse();
    }

    @Provide
    Arbitrary<@Nullable Actor> authors() {
        Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
        return Combinators.combine(words, words.injectNull(0.5))
                .as((id, name) -> new Actor(id + "@agency.example", name, null))
                .injectNull(0.3);
    }

    @Property
    void findsTheKeyOfAPublicationInItsName(@ForAll String title, @ForAll String key) {
        WireCollection wire = new WireCollection(
                "c-1", PublicationMapper.name("T" + title, "k" + key.strip(), false), null, null, null, null, null);
        assertThat(PublicationMapper.isComplete(wire)).isTrue();
        assertThat(PublicationMapper.isUnder(wire, "k" + key.strip())).isTrue();
        assertThat(PublicationMapper.toPublication(wire, List.of(), List.of(), null)
                        .key())
                .isEqualTo("k" + key.strip());
    }

    @Property
    void readsAnyCommentThatDecodes(@ForAll("anything") @Nullable Object anything, @ForAll String odd) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("commentId", "c-1");
        plain.put("comment", odd);
        plain.put("createdAt", anything);
        plain.put("zz", anything);
        assertThat(CommentMapper.toComment(Json.convert(plain, WireComment.class), REF)
                        .isRight())
                .isTrue();
    }
}
