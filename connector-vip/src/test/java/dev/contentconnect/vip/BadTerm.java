package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.api.WordpressQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A term that vanished: WordPress drops its id without a word. */
abstract class BadTerm extends BadInputStage {
    private final String name = "Nippon & Söhne " + key;
    private final Segment region = Segment.region(name);

    BadTerm(Site site) {
        super(site);
    }

    private List<String> regions(String of) {
        return vip.wordpress().terms("regions").list(WordpressQuery.ALL).stream()
                .map(one -> dev.contentconnect.vip.map.PlainText.unescaped(String.valueOf(one.name())))
                .filter(of::equals)
                .toList();
    }

    @Test
    void isMadeAgainForAnAsset() {
        create(key, region);
        site.deleteTerm("regions", name);

        assertThat(create(key + "-2", region).segments()).containsExactly(region);
        assertThat(regions(name)).hasSize(1);
    }

    @Test
    void isMadeAgainForAnAudienceWhichIsNeverEverybodyInstead() {
        Asset asset = create(key, region);
        site.deleteTerm("regions", name);
        PublishRequest launch =
                new PublishRequest(key + ":1", "Launch", List.of(asset.ref()), List.of(region), null, null);

        Publication out = publisher().publish(launch);

        assertThat(out.audience()).containsExactly(region);
        assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher().findByKey(key + ":1")).contains(out);
    }

    @Test
    void thatIsDroppedAgainAndAgainIsReportedAndLeavesNoAsset() {
        Shown before = shown();
        site.dropTerms(true);
        ConnectorException refused = failure(() -> create(key, region));

        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
        assertThat(refused).hasMessageContaining("regions");
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().findByKey(key)).isEmpty();
        site.dropTerms(false);
        assertThat(create(key, region).segments()).containsExactly(region);
    }

    @Test
    void thatIsDroppedAgainAndAgainIsReportedForAnAssetThatIsThere() {
        Asset asset = create(key);
        Asset more = Asset.builder(asset.ref()).segments(List.of(region)).build();
        site.dropTerms(true);
        assertThat(code(() -> writer().update(more))).isEqualTo("silently_dropped");
        assertThat(reader().get(asset.ref()).segments()).isEmpty();
        assertThat(isPublic(asset.ref().id())).isFalse();
        site.dropTerms(false);
        assertThat(writer().update(more).segments()).containsExactly(region);
    }

    /** A package without any terms is for everybody. */
    @ParameterizedTest
    @ValueSource(longs = {0, 400})
    void thatIsDroppedAgainAndAgainLeavesNoPackage(long days) {
        Asset asset = create(key);
        Shown before = shown();
        Instant at = days == 0 ? null : library.time().now().plus(Duration.ofDays(days));
        PublishRequest launch =
                new PublishRequest(key + ":1", "Launch", List.of(asset.ref()), List.of(region), at, null);
        site.dropTerms(true);
        ConnectorException refused = failure(() -> publisher().publish(launch));

        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
        assertThat(publisher().findByKey(key + ":1")).isEmpty();
        assertThat(publisher().publications(asset.ref())).isEmpty();
        assertThat(shown()).isEqualTo(before);
        assertThat(reader().get(asset.ref()).status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(isPublic(asset.ref().id())).isFalse();
        site.dropTerms(false);
        assertThat(publisher().publish(launch).audience()).containsExactly(region);
        assertThat(isPublic(asset.ref().id())).isEqualTo(at == null);
    }

    @Test
    void doesNotHideWhatHasItUnderAnotherNumber() {
        create(key, region);
        AssetQuery query = AssetQuery.ALL.withSegments(List.of(region));
        assertThat(reader().query(query)).hasSize(1);
        site.deleteTerm("regions", name);
        assertThat(reader().query(query)).isEmpty();
        try (VipConnector other = library.connect()) {
            other.require(AssetWriter.class).create(draft(key + "-2", Pictures.content(PICTURE, "b.png"), region));
        }
        assertThat(reader().query(query)).extracting(Asset::key).containsExactly(key + "-2");
    }
}
