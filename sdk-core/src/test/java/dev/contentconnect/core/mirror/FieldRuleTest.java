package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldRuleTest {
    private final TwoSystems pair = new TwoSystems();

    private void startAt(String value) {
        pair.left.set(value);
        pair.right.set(value);
        assertThat(pair.sync().events()).isEmpty();
        pair.later();
    }

    private void assertBoth(String value) {
        assertThat(pair.left.value()).isEqualTo(value);
        assertThat(pair.right.value()).isEqualTo(value);
        assertThat(pair.sync().events()).isEmpty();
    }

    /** Both sides change, the left one first. */
    private MirrorResult bothChange(String left, String right) {
        startAt("open");
        pair.left.set(left);
        pair.later();
        pair.right.set(right);
        pair.later();
        return pair.sync();
    }

    private static Object detail(MirrorResult result, String name) {
        return result.conflicts().get(0).extensions().get("mirror").get(name);
    }

    @Nested
    class WhereOneSideChanged {
        @Test
        void copiesTheChangeUnderEveryRuleThatGoesBothWays() {
            for (FieldRule rule : new FieldRule[] {
                FieldRule.lastWriter(),
                FieldRule.lastWriter(Duration.ofHours(1)),
                FieldRule.leftRules(),
                FieldRule.rightRules()
            }) {
                TwoSystems each = new TwoSystems();
                each.rule = rule;
                each.left.set("open");
                each.right.set("open");
                each.sync();
                each.right.set("held");
                assertThat(each.sync().copied()).as(rule.toString()).hasSize(1);
                each.left.set("done");
                assertThat(each.sync().conflicts()).isEmpty();
                assertThat(each.left.value()).isEqualTo("done");
                assertThat(each.right.value()).isEqualTo("done");
            }
        }

        @Test
        void copiesThatAValueWasCleared() {
            startAt("open");
            pair.right.set(null);
            pair.sync();
            assertBoth(null);
        }

        @Test
        void undoesAChangeOfTheSideThatOnlyShows() {
            pair.rule = FieldRule.leftToRight();
            startAt("open");
            pair.right.set("held");
            MirrorResult result = pair.sync();
            assertThat(detail(result, "lost")).isEqualTo("held");
            assertThat(result.conflicts().get(0).note()).isEqualTo("status differed on the two sides; one counts");
            assertBoth("open");
            pair.left.set("done");
            assertThat(pair.sync().conflicts()).isEmpty();
            assertBoth("done");
        }

        @Test
        void neverWritesToTheSideThatIsOnlyShown() {
            pair.rule = FieldRule.rightToLeft();
            startAt("open");
            pair.left.set("held");
            pair.sync();
            assertBoth("open");
            assertThat(pair.right.writes).isEmpty();
        }
    }

    @Nested
    class WhereBothSidesChanged {
        @Test
        void remembersWhatBothChangedAlike() {
            assertThat(bothChange("done", "done").events()).isEmpty();
            assertBoth("done");
            assertThat(pair.left.writes).isEmpty();
            assertThat(pair.right.writes).isEmpty();
        }

        @Test
        void letsTheLastWriterCountAndKeepsWhatWasLost() {
            MirrorResult result = bothChange("held", "done");
            assertBoth("done");
            assertThat(detail(result, "lost")).isEqualTo("held");
            assertThat(detail(result, "won")).isEqualTo("done");
            assertThat(detail(result, "lostAt")).isEqualTo("2026-11-21T10:00:01Z");
            assertThat(pair.trail()).isEqualTo(result.events());
            assertThat(result.copied()).hasSize(1);
        }

        @Test
        void letsTheLeftSideRule() {
            pair.rule = FieldRule.leftRules();
            bothChange("held", "done");
            assertBoth("held");
        }

        @Test
        void letsTheRightSideRule() {
            pair.rule = FieldRule.rightRules();
            bothChange("held", "done");
            assertBoth("done");
        }

        @Test
        void letsTheLeftSideCountAtTheSameTime() {
            startAt("open");
            pair.right.set("done");
            pair.left.set("held");
            pair.sync();
            assertBoth("held");
        }

        @Test
        void letsTheLeftSideCountWhereASideDoesNotSayWhen() {
            pair.right.dated = false;
            bothChange("held", "done");
            assertBoth("held");
        }

        @Test
        void goesByTheClocksOfTheSystemsEvenWhereTheyDiffer() {
            pair.left.clockAhead = Duration.ofSeconds(30);
            bothChange("held", "done");
            assertBoth("held");
        }

        @Test
        void letsTheLeftSideCountWhereTheClocksCannotTell() {
            pair.rule = FieldRule.lastWriter(Duration.ofSeconds(1));
            bothChange("held", "done");
            assertBoth("held");
            pair.left.set("a");
            pair.clock.advance(Duration.ofMillis(1001));
            pair.right.set("b");
            pair.sync();
            assertBoth("b");
        }

        @Test
        void refusesANegativeSkew() {
            assertThatIllegalArgumentException().isThrownBy(() -> FieldRule.lastWriter(Duration.ofSeconds(-1)));
        }
    }

    @Nested
    class AtTheFirstMeeting {
        @Test
        void givesTheValueToTheSideThatSaysNothingWhateverTheRule() {
            pair.rule = FieldRule.leftRules();
            pair.right.set("done");
            assertThat(pair.sync().conflicts()).isEmpty();
            assertBoth("done");
        }

        @Test
        void decidesByRuleBetweenTwoValues() {
            pair.left.set("held");
            pair.later();
            pair.right.set("done");
            assertThat(pair.sync().conflicts()).hasSize(1);
            assertBoth("done");
        }

        @Test
        void writesNothingOneWayWhileTheSourceSaysNothing() {
            pair.rule = FieldRule.leftToRight();
            pair.right.set("done");
            assertThat(pair.sync().events()).isEmpty();
            assertThat(pair.right.value()).isEqualTo("done");
            pair.left.set("open");
            pair.sync();
            assertBoth("open");
        }
    }

    @Test
    void changesNothingWhenItIsRunAgain() {
        bothChange("held", "done");
        int written = pair.left.writes.size() + pair.right.writes.size();
        for (int i = 0; i < 3; i++) {
            assertThat(pair.sync().events()).isEmpty();
        }
        assertThat(pair.left.writes.size() + pair.right.writes.size()).isEqualTo(written);
    }

    @Test
    void keepsAnyText() {
        String text = "e\u0301 \ud83d\ude00 \u202e \u0000 | > <".repeat(500);
        pair.left.set(text);
        pair.sync();
        assertBoth(text);
    }
}
