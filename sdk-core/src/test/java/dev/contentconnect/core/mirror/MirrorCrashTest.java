package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The power goes at each moment of a run, between any two steps, and another host goes on. */
class MirrorCrashTest {
    private static final int MANY = 200;

    /** Runs for each moment at which the power can go, and once without. */
    private static void atEveryMoment(
            Consumer<TwoSystems> before, Consumer<TwoSystems> meanwhile, Consumer<TwoSystems> then) {
        boolean killed = true;
        int moment = 0;
        for (; killed; moment++) {
            assertThat(moment).isLessThan(MANY);
            TwoSystems pair = new TwoSystems();
            before.accept(pair);
            killed = pair.syncAfterCut(moment, () -> meanwhile.accept(pair));
            then.accept(pair);
            assertThat(pair.sync().events()).as("moment %s", moment).isEmpty();
        }
        assertThat(moment).as("moments").isGreaterThan(10);
    }

    private static void change(TwoSystems pair) {
        pair.left.set("open");
        pair.right.set("open");
        Comment first = pair.left.say("ann", "l1", null);
        pair.sync();
        pair.later();
        pair.left.set("held");
        pair.later();
        pair.right.set("done");
        pair.left.say("bob", "l2", first.ref());
        pair.right.say("eve", "r1", pair.right.all().get(0).ref());
        pair.left.edit(first, "l1 edited");
        pair.later();
    }

    @Test
    void endsInTheSameStateWhereverTheRunWasCut() {
        TwoSystems undisturbed = new TwoSystems();
        change(undisturbed);
        undisturbed.sync();
        atEveryMoment(MirrorCrashTest::change, pair -> {}, pair -> {
            assertThat(pair.left.texts()).containsExactlyElementsOf(undisturbed.left.texts());
            assertThat(pair.right.texts()).containsExactlyElementsOf(undisturbed.right.texts());
            assertThat(pair.left.value()).isEqualTo("done");
            assertThat(pair.right.value()).isEqualTo("done");
            assertThat(pair.trail())
                    .extracting(CaseEvent::id)
                    .containsExactlyInAnyOrderElementsOf(
                            undisturbed.trail().stream().map(CaseEvent::id).toList());
        });
    }

    @Test
    void losesNothingThatIsChangedWhileNobodyRuns() {
        atEveryMoment(
                MirrorCrashTest::change,
                pair -> {
                    pair.later();
                    pair.left.set("late");
                    pair.left.say("l3");
                    pair.right.say("r2");
                },
                pair -> {
                    assertThat(pair.left.value()).isEqualTo("late");
                    assertThat(pair.right.value()).isEqualTo("late");
                    assertThat(pair.left.texts()).hasSize(5);
                    assertThat(pair.right.texts()).hasSize(6);
                });
    }

    @Test
    void doesNotTakeItsOwnWriteForTheLaterEdit() {
        atEveryMoment(
                pair -> {
                    pair.right.clockAhead = Duration.ofHours(1);
                    pair.right.habit = value -> value.strip();
                    pair.right.knownHabit = value -> value.strip();
                    pair.left.set("open");
                    pair.sync();
                    pair.left.set(" first ");
                },
                pair -> pair.left.set(" second "),
                pair -> {
                    assertThat(pair.left.value()).isEqualTo(" second ");
                    assertThat(pair.right.value()).isEqualTo("second");
                    assertThat(pair.trail()).extracting(CaseEvent::type).doesNotContain(CaseEventType.MIRROR_CONFLICT);
                });
    }

    @Test
    void keepsTheLosingValueInTheTrailBeforeItIsOverwritten() {
        atEveryMoment(
                MirrorCrashTest::change,
                pair -> {},
                pair -> assertThat(pair.trail())
                        .filteredOn(event -> event.type().equals(CaseEventType.MIRROR_CONFLICT))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.extensions().get("mirror")).containsEntry("lost", "held")));
    }

    @Test
    void forgetsAWriteThatNeverArrivedLestAnEditBeTakenForIt() {
        atEveryMoment(
                pair -> {
                    pair.left.set("open");
                    pair.right.set("open");
                    pair.sync();
                    pair.left.set("held");
                },
                pair -> {
                    // The source goes back; only then, somebody at the target wants what was on its way before.
                    pair.left.set("open");
                    pair.sync();
                    pair.later();
                    pair.right.set("held");
                },
                pair -> {
                    assertThat(pair.left.value()).isEqualTo("held");
                    assertThat(pair.right.value()).isEqualTo("held");
                });
    }
}
