package dev.contentconnect.bench;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.vip.VipConfig;
import dev.contentconnect.vip.VipConnector;
import dev.contentconnect.vip.WordpressConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The connector as a host would use it. */
final class ConnectorContender implements LibraryContender {
    private static final List<Segment> AUDIENCE =
            List.of(Segment.region(LibraryServer.REGION), Segment.brand(LibraryServer.BRAND));

    private final VipConnector vip;

    ConnectorContender(URI server) {
        this.vip = VipConnector.create(VipConfig.wordpress()
                .endpoint(server)
                .username("librarian")
                .applicationPassword(Secret.of("loopback only"))
                .routes(WordpressConfig.Routes.PRETTY)
                .build());
    }

    @Override
    public void list(Consumer<Asset> each) {
        vip.require(AssetReader.class).query(AssetQuery.ALL).forEach(each);
    }

    @Override
    public void publish(String key, List<Path> files) throws IOException {
        AssetWriter writer = vip.require(AssetWriter.class);
        List<SourceRef> made = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Asset metadata = Asset.builder(SourceRef.of("bench", name))
                    .title("Poster " + name)
                    .segments(AUDIENCE)
                    .build();
            made.add(writer.create(new AssetDraft(key + ":" + name, metadata, Content.of(file, "image/png")))
                    .ref());
        }
        vip.require(AssetPublisher.class).publish(new PublishRequest(key, "Launch", made, AUDIENCE, null, null));
    }
}
