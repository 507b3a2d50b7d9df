package dev.contentconnect.vip;

import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.vip.wordpress.OnRealWordpress;
import dev.contentconnect.vip.wordpress.RealWordpress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** On the real WordPress. */
@OnRealWordpress
class VipRealWordpressIT {
    private static @Nullable RealWordpress wordpress;

    @BeforeAll
    static void start() {
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
