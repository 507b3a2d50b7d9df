package dev.contentconnect.vip;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import java.net.URI;
import java.util.List;

/** The example of the README; it runs in {@link ReadmeTest}. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Publication run(URI endpoint, Secret secret, Content picture) {
        // example
        WordpressConfig config = VipConfig.wordpress()
                .endpoint(endpoint)
                .username("librarian")
                .applicationPassword(secret)
                .build();
        try (VipConnector vip = VipConnector.create(config)) {
            Asset poster = Asset.builder(SourceRef.of("dam", "42"))
                    .title("Poster")
                    .segments(List.of(Segment.region("Austria")))
                    .build();
            Asset kept = vip.require(AssetWriter.class).create(new AssetDraft("dam:42", poster, picture));
            return vip.require(AssetPublisher.class)
                    .publish(new PublishRequest("launch", "Launch", List.of(kept.ref()), List.of(), null, null));
        }
        // end
    }
}
