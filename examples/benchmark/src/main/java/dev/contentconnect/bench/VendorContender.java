package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/** One way to list what iconik and Content Server hold. For one thread. */
interface VendorContender {
    /** Hands each asset that iconik's index finds to the consumer, page by page after the place of the last hit. */
    void hits(Consumer<Asset> each) throws IOException;

    /** Hands each document of a folder of Content Server to the consumer, with its version and its category. */
    void nodes(Consumer<Asset> each) throws IOException;

    /** Those who compete, in the order of the report. */
    enum Name {
        /** The connectors with everything on. */
        CONNECTOR,
        /** The JDK's client and a JSON library, making the same requests and keeping the same members. */
        BARE;

        VendorContender open(URI server) {
            return this == CONNECTOR ? new VendorConnectors(server) : new VendorByHand(server);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is listed. */
    enum Listing {
        HITS("iconik: %,d hits through search_after", 500),
        NODES("Content Server: %,d nodes of a folder", 100);

        private final String title;
        private final int pageSize;

        Listing(String title, int pageSize) {
            this.title = title;
            this.pageSize = pageSize;
        }

        String title(int items) {
            return String.format(Locale.ROOT, title, items);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        int pageSize() {
            return pageSize;
        }

        void list(VendorContender contender, Consumer<Asset> each) throws IOException {
            if (this == HITS) {
                contender.hits(each);
            } else {
                contender.nodes(each);
            }
        }
    }
}
