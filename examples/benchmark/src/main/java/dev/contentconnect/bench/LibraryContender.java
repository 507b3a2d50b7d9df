package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One way to work with a content library on WordPress. For one thread. */
interface LibraryContender {
    /** Hands each asset of the library to the consumer, in order. */
    void list(Consumer<Asset> each) throws IOException;

    /** Uploads files, one asset each, and publishes them as one package for a region and a brand. */
    void publish(String key, List<Path> files) throws IOException;

    /** Those who compete, in the order of the report. */
    enum Name {
        /** The connector with everything on. */
        CONNECTOR,
        /** The JDK's client and a JSON library, making the same requests. */
        BARE;

        LibraryContender open(URI server) {
            return this == CONNECTOR ? new ConnectorContender(server) : new BareContender(server);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is measured. A quick run does a hundredth of it. */
    enum Workload {
        LIST("full listing of 20,000 media items", 2_000, 20_000),
        PACKAGE("upload and publication of a package of 200 assets of 100 KB", 20, 200);

        private final String title;
        private final int warmUp;
        private final int assets;

        Workload(String title, int warmUp, int assets) {
            this.title = title;
            this.warmUp = warmUp;
            this.assets = assets;
        }

        String title() {
            return title;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        int warmUp(boolean quick) {
            return quick ? 1 : warmUp;
        }

        int assets(boolean quick) {
            return quick ? assets / 100 : assets;
        }
    }
}
