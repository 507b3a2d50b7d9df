package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Permission;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwStageTest {

    @Test
    void aLicensedAssetWaitsUntilItIsPublishedForAnAudience() {
        try (SwStage stage = SwStage.sandboxes()) {
            SourceRef poster = stage.licensed("beach", stage.stock("beach"));
            stage.isFor(poster, SwStage.AUSTRIA);

            assertThat(stage.isPending(poster)).isTrue();
            assertThat(stage
                            .portal
                            .require(AssetReader.class)
                            .query(AssetQuery.ALL.withSegments(List.of(SwStage.GERMANY)))
                            .stream())
                    .isEmpty();
            assertThat(stage
                            .portal
                            .require(AssetReader.class)
                            .query(AssetQuery.ALL.withSegments(List.of(SwStage.AUSTRIA)))
                            .stream())
                    .extracting(one -> one.ref())
                    .containsExactly(poster);
            Use use = Use.at(stage.clock.now()).in(Territory.of("AT")).with(RightsDimension.USAGE, "advertising.print");
            assertThat(stage.portal.require(RightsReader.class).rights(poster).permits(use))
                    .isEqualTo(Permission.ALLOWED);

            stage.portal
                    .require(AssetPublisher.class)
                    .publish(new PublishRequest("k", "Beach", List.of(poster), List.of(SwStage.AUSTRIA), null, null));

            assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
            assertThat(stage.offers(poster, SwStage.GERMANY)).isEmpty();
            assertThat(stage.isPending(poster)).isFalse();
            assertThat(stage.statuses).containsEntry(poster, AssetStatus.PUBLISHED);
        }
    }
}
