package dev.contentconnect.bench;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.iconik.IconikConfig;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.xecm.XecmConfig;
import dev.contentconnect.xecm.XecmConnector;
import java.net.URI;
import java.util.function.Consumer;

/** The connectors as a host would use them. The rate gate of iconik is set so high that it never waits. */
final class VendorConnectors implements VendorContender {
    private static final int NO_LIMIT = 1_000;

    private final IconikConnector iconik;
    private final XecmConnector xecm;

    VendorConnectors(URI server) {
        this.iconik = iconik(server, NO_LIMIT);
        this.xecm = XecmConnector.create(XecmConfig.builder()
                .endpoint(server)
                .username("librarian")
                .password(Secret.of("loopback only"))
                .assetFolder(VendorPages.FOLDER)
                .assetCategory(Long.toString(VendorPages.CATEGORY))
                .build());
    }

    static IconikConnector iconik(URI server, int requestsPerSecond) {
        return IconikConnector.create(IconikConfig.builder()
                .endpoint(server)
                .appId("9d0f4e58-8a01-11ee-9d2c-0242ac120002")
                .authToken(Secret.of("loopback only"))
                .assetView(VendorPages.FIELD_VIEW)
                .requestsPerSecond(requestsPerSecond)
                .build());
    }

    @Override
    public void hits(Consumer<Asset> each) {
        list(iconik.require(AssetReader.class), Listing.HITS, each);
    }

    @Override
    public void nodes(Consumer<Asset> each) {
        list(xecm.require(AssetReader.class), Listing.NODES, each);
    }

    private static void list(AssetReader reader, Listing listing, Consumer<Asset> each) {
        reader.query(AssetQuery.ALL.withPageSize(listing.pageSize())).forEach(each);
    }
}
