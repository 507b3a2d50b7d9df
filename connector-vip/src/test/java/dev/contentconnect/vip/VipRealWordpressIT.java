package dev.contentconnect.vip;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** On the real WordPress; skipped when it is not installed. */
class VipRealWordpressIT {
    private static @Nullable RealWordpress wordpress;

    @BeforeAll
    static void start() {
        assumeTrue(
                RealWordpress.available() || RealWordpress.isRequired(),
                "wordpress, mariadb-server and php-cli are not installed: see connector-vip/README.md");
        wordpress = RealWordpress.start(Path.of("target", "wordpress"));
    }

    @AfterAll
    static void stop() {
        if (wordpress != null) {
            wordpress.close();
        }
    }

    @Nested
    class Flows extends HarshFlow {
        Flows() {
            super(new Library(wordpress.endpoint(), wordpress::password, TimeSource.system()));
        }
    }
}
