package dev.contentconnect.bench;

import dev.contentconnect.core.model.Asset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** One way to talk to the server. Safe for several threads. */
interface Contender {

    /** Reads one asset; the server waits {@code waitMillis} before it answers. */
    Asset get(int waitMillis) throws IOException;

    /** Hands each asset of a list of {@code total} to the consumer, in order. */
    void list(int total, Consumer<Asset> each) throws IOException;

    void download(long bytes, Path target) throws IOException;

    void upload(Path source) throws IOException;

    /** Those who compete, in the order of the report. */
    enum Name {
        SDK,
        SDK_PREFETCH,
        JDK,
        RETROFIT;

        Contender open(URI server) {
            return switch (this) {
                case SDK -> new SdkContender(server, false);
                case SDK_PREFETCH -> new SdkContender(server, true);
                case JDK -> new JdkContender(server);
                case RETROFIT -> new RetrofitContender(server);
            };
        }

        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
