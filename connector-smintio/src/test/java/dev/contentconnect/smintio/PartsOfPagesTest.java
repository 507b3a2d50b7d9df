package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.testkit.DrainedFeed;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of a watched collection that is told in parts, and changes in between. */
class PartsOfPagesTest {
    private final Tenant tenant = new Tenant(b -> b.watchedCollections(List.of(SmintioSandbox.PENDING)));
    private final List<String> assets = new ArrayList<>();
    private AssetFeed feed;
    private ChangeBatch first;

    @BeforeEach
    void tellTheFirstPart() {
        for (int i = 0; i < 4; i++) {
            assets.add(tenant.sandbox.shows("Asset " + i, Tenant.BYTES));
            tenant.sandbox.personAdds(SmintioSandbox.PENDING, assets.get(i));
        }
        feed = tenant.the(AssetFeed.class);
        first = feed.changes(null, 2);
        assertThat(told(first.events())).containsExactlyElementsOf(assets.subList(0, 2));
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    private static List<String> told(List<CaseEvent> events) {
        List<String> out = new ArrayList<>();
        events.forEach(one -> out.add(String.valueOf(one.subject())));
        out.replaceAll(one -> one.substring(one.indexOf(':') + 1));
        return out;
    }

    @Test
    void goesOnWhereItWasWhenNothingHasChanged() {
        DrainedFeed rest = DrainedFeed.of(feed, first.next(), 2);
        assertThat(told(rest.events())).containsExactlyElementsOf(assets.subList(2, 4));
        assertThat(DrainedFeed.of(feed, rest.next(), 2).events()).isEmpty();
    }

    @Test
    void tellsOfAnAssetThatWasAddedInFront() {
        String added = tenant.sandbox.shows("Added", Tenant.BYTES);
        tenant.sandbox.personAddsInFront(SmintioSandbox.PENDING, added);
        assertRestHolds(added);
    }

    @Test
    void tellsOfACommentOnWhatWasToldAlready() {
        tenant.sandbox.personSays(SmintioSandbox.PENDING, assets.get(0), "Hm");
        assertRestHolds(assets.get(0));
    }

    private void assertRestHolds(String changed) {
        DrainedFeed rest = DrainedFeed.of(feed, first.next(), 2);
        assertThat(told(rest.events())).contains(changed).containsAll(assets.subList(2, 4));
        assertThat(DrainedFeed.of(feed, rest.next(), 2).events()).isEmpty();
    }
}
