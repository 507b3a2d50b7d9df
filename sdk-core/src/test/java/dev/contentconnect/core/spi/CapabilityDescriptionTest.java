package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
    void tellsWhatIsOfferedUnderAConditionApartFromWhatIsNotOffered() {
        CapabilityDescription desk = CapabilityDescription.without(
                        CaseDesk.class, Set.of("delegate"), "tasks of a candidate are found within a case")
                .withInPart("tasks.candidate")
                .withInPart("tasks.finishedToo")
                .with(CapabilityTrait.FEED_BEGINS_AT_OLDEST);

        assertThat(desk.inPart()).containsExactlyInAnyOrder("tasks.candidate", "tasks.finishedToo");
        assertThat(desk.offers("tasks.candidate")).isTrue();
        assertThat(desk.offers("delegate")).isFalse();
        assertThat(CapabilityDescription.whole(CaseDesk.class).inPart()).isEmpty();
    }

    @Test
    void refusesConditionsThatNobodyCanKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapabilityDescription.whole(CaseDesk.class).withInPart("tasks.candidate"))
                .withMessageContaining("tasks.candidate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapabilityDescription.without(CaseDesk.class, Set.of("delegate"), "a note")
                        .withInPart("delegate"))
                .withMessageContaining("delegate");
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
