package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.api.WordpressQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

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
