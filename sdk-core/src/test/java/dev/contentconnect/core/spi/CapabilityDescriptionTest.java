package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilityDescriptionTest {
    @Test
    void saysWhatCanBeAskedFor() {
        CapabilityDescription desk =
                CapabilityDescription.without(ApprovalDesk.class, Set.of("request", "query.stakeholder"), "a note");

        assertThat(desk.offers("decide")).isTrue();
        assertThat(desk.offers("request")).isFalse();
        assertThat(desk.offers("request.dueAt")).isFalse();
        assertThat(desk.offers("query")).isTrue();
        assertThat(desk.offers("query.stakeholder")).isFalse();
        assertThat(desk.offers("query.subject")).isTrue();
    }

    @Test
    void keepsTheRestWhenATraitIsAdded() {
        CapabilityDescription feed = CapabilityDescription.without(CaseFeed.class, Set.of("x"), "a note")
                .with(CapabilityTrait.FEED_BEGINS_AT_OLDEST)
                .with(CapabilityTrait.FEED_BEGINS_AT_OLDEST);

        assertThat(feed.traits()).containsExactly(CapabilityTrait.FEED_BEGINS_AT_OLDEST);
        assertThat(feed.notOffered()).containsExactly("x");
        assertThat(feed.notes()).containsExactly("a note");
        assertThat(CapabilityDescription.whole(CaseFeed.class).traits()).isEmpty();
    }
}
