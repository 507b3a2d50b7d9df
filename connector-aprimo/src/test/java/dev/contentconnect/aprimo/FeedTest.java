package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.DrainedFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final Tenant tenant = new Tenant(options -> options.pageSize(1_000).maxResponseBytes(8 << 20));

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void losesNothingOfAMomentThatHoldsMoreThanAPageAndMoreThanItRemembers() {
        AssetFeed feed = tenant.the(AssetFeed.class);
        Cursor begin = feed.changes(null, 1).next();
        tenant.settle();
        for (int i = 0; i < 4_500; i++) {
            tenant.sandbox.personUploads("Poster " + i, new byte[1]);
        }
        tenant.settle();
        assertThat(DrainedFeed.of(feed, begin, 1_500).ids()).hasSize(4_500).doesNotHaveDuplicates();
    }
}
