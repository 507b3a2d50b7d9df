package dev.contentconnect.vip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import org.junit.jupiter.api.Test;

/** A site whose permalinks are off, so that the usual address of the interface shows a page of the site. */
abstract class BadPermalinks extends BadInputStage {
    private final Segment region = Segment.region("Plain & " + key);

    BadPermalinks(Site site) {
        super(site);
    }

    @Test
    void areFoundOutAndDoneWithout() throws Exception {
        Asset before = create(key, region);
        site.permalinks(false);
        try (VipConnector fresh = library.connect()) {
            assertThat(fresh.check().identity()).isEqualTo(Library.ADMIN);
            AssetReader reader = fresh.require(AssetReader.class);
            assertThat(reader.get(before.ref())).isEqualTo(before);
            assertThat(reader.query(AssetQuery.ALL.withSegments(java.util.List.of(region))))
                    .containsExactly(before);

            Asset made = fresh.require(AssetWriter.class)
                    .create(draft(key + "-2", Pictures.content(OTHER_PICTURE, "Ü 2.png"), region));
            assertThat(made.segments()).containsExactly(region);
            assertThat(bytes(reader.content(made.ref(), null, null))).isEqualTo(OTHER_PICTURE);
            fresh.require(AssetPublisher.class).publish(request("1", null, made));
            site.permalinks(true);
            assertThat(isPublic(made.ref().id())).isTrue();
        }
    }
}
