package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseEvent;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sides that change what they are given, and people who edit while the mirror works. */
class FieldRaceTest {
    private final TwoSystems pair = new TwoSystems();

    private static String lower(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    private static String cut(String value) {
        return value.substring(0, Math.min(3, value.length()));
    }

    /** Lets somebody edit once. */
    private Runnable once(Runnable edit) {
        boolean[] done = {false};
        return () -> {
            if (!done[0]) {
                done[0] = true;
                pair.later();
                edit.run();
            }
        };
    }

    private void assertQuiet(String left, String right) {
        for (int i = 0; i < 3; i++) {
            assertThat(pair.sync().events()).isEmpty();
        }
        assertThat(pair.left.value()).isEqualTo(left);
        assertThat(pair.right.value()).isEqualTo(right);
    }

    @Nested
    class ASideThatChangesWhatItIsGiven {
        @Test
        void isBelievedWhenItAnswersWithWhatItStored() {
            pair.right.habit = FieldRaceTest::cut;
            pair.left.set("approved");
            CaseEvent copied = pair.sync().copied().get(0);
            assertThat(copied.extensions().get("mirror")).containsEntry("storedAs", "app");
            assertQuiet("approved", "app");
            pair.later();
            pair.right.set("no");
            pair.sync();
            assertQuiet("no", "no");
        }

        @Test
        void isReadBackAndKnownByItsHabit() {
            pair.right.habit = FieldRaceTest::lower;
            pair.right.knownHabit = FieldRaceTest::lower;
            pair.right.answering = false;
            pair.left.set(" Approved ");
            pair.sync();
            assertQuiet(" Approved ", "approved");
            assertThat(pair.left.writes).isEmpty();
        }

        @Test
        void givesItsFormToTheOtherSideWhereNothingTellsAHabitFromAnEdit() {
            pair.right.habit = FieldRaceTest::lower;
            pair.right.answering = false;
            pair.left.set("Approved");
            pair.sync();
            assertQuiet("approved", "approved");
        }

        @Test
        void isNotWrittenForEverWhenTheOtherSideDoesTheContrary() {
            pair.right.habit = value -> value + "<";
            pair.left.habit = value -> value + ">";
            pair.right.answering = false;
            pair.left.answering = false;
            pair.left.set("x");
            MirrorResult result = pair.sync();
            assertThat(result.unsettled()).hasSize(1);
            assertThat(pair.left.writes.size() + pair.right.writes.size()).isEqualTo(4);
            assertQuiet("x<><>", "x<><");
        }

        @Test
        void isNotAskedAgainWhenItKeepsWhatItHad() {
            for (boolean answering : new boolean[] {true, false}) {
                TwoSystems each = new TwoSystems();
                each.right.set("fixed");
                each.left.set("fixed");
                each.sync();
                each.right.ignoring = true;
                each.right.answering = answering;
                each.later();
                each.left.set("open");
                MirrorResult result = each.sync();
                assertThat(result.copied()).isEmpty();
                assertThat(result.refused()).hasSize(1);
                assertThat(each.sync().events()).isEmpty();
                assertThat(each.left.value()).isEqualTo("open");
                each.left.set("done");
                assertThat(each.sync().refused()).hasSize(1);
            }
        }
    }

    @Nested
    class SomebodyEditsTheTarget {
        private void start() {
            pair.left.set("open");
            pair.right.set("open");
            pair.sync();
            pair.later();
            pair.left.set("held");
        }

        private void edit(FakeSystem system, String value) {
            pair.later();
            system.set(value);
        }

        private void nobodyEditsAnyMore() {
            pair.left.afterWrite = () -> {};
            pair.right.afterWrite = () -> {};
        }

        @Test
        void betweenReadingAndWriting() {
            start();
            // The right side is called to read, then to write.
            pair.right.before = () -> pair.right.before = once(() -> pair.right.set("done"));
            MirrorResult result = pair.sync();
            assertThat(result.conflicts())
                    .extracting(event -> event.extensions().get("mirror").get("lost"))
                    .containsExactly("held");
            assertQuiet("done", "done");
        }

        @Test
        void betweenWritingAndReadingBack() {
            pair.right.answering = false;
            start();
            pair.right.afterWrite = once(() -> pair.right.set("done"));
            pair.sync();
            assertQuiet("done", "done");
        }

        @Test
        void backToWhatItWasBetweenWritingAndReadingBack() {
            pair.right.answering = false;
            start();
            pair.right.afterWrite = once(() -> pair.right.set("open"));
            pair.sync();
            assertQuiet("open", "open");
        }

        @Test
        void afterTheAnswer() {
            start();
            pair.right.afterWrite = once(() -> pair.right.set("done"));
            pair.sync();
            pair.sync();
            assertQuiet("done", "done");
        }

        @Test
        void afterEachWriteAndTheSourceOnceSoThatTheLastEditComesTooLateForTheRun() {
            pair.left.answering = false;
            pair.right.answering = false;
            start();
            int[] writes = {0};
            pair.right.afterWrite = () -> edit(pair.right, "right " + writes[0]++);
            pair.left.afterWrite = () -> {
                edit(pair.left, "left " + writes[0]++);
                if (writes[0] == 4) {
                    edit(pair.right, "last");
                }
            };
            assertThat(pair.sync().unsettled()).isEmpty();
            assertThat(writes[0]).isEqualTo(4);
            nobodyEditsAnyMore();
            pair.sync();
            assertQuiet("last", "last");
        }

        @Test
        void beforeTheFirstWriteAndAfterEachOther() {
            pair.left.answering = false;
            pair.right.answering = false;
            start();
            int[] writes = {0};
            pair.right.before = () -> pair.right.before = once(() -> pair.right.set("done"));
            pair.right.afterWrite = () -> edit(pair.right, "right " + writes[0]++);
            pair.left.afterWrite = () -> edit(pair.left, "left " + writes[0]++);
            assertThat(pair.sync().unsettled()).isEmpty();
            assertThat(writes[0]).isEqualTo(3);
            nobodyEditsAnyMore();
            pair.sync();
            assertQuiet("left 2", "left 2");
        }

        @Test
        void overAndOverSoThatTheWriteLosesEachTime() {
            pair.rule = FieldRule.leftRules();
            start();
            int[] edits = {0};
            pair.right.before = () -> pair.right.set("edit " + edits[0]++);
            assertThat(catchThrowableOfType(ConnectorException.class, pair::sync)
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            assertThat(edits[0]).isLessThan(12);
            pair.right.before = () -> {};
            assertThat(pair.sync().conflicts()).hasSize(1);
            assertQuiet("held", "held");
        }
    }

    @Test
    void keepsAnEditOfTheSourceThatComesWhileItIsCopied() {
        pair.left.set("open");
        pair.right.afterWrite = once(() -> pair.left.set("held"));
        pair.sync();
        assertThat(pair.right.value()).isEqualTo("open");
        pair.sync();
        assertQuiet("held", "held");
    }

    @Test
    void takesAWriteThatArrivedUnheardForItsOwnAndNotForALaterEdit() {
        pair.left.set("first");
        pair.later();
        pair.right.failureAfterEffect =
                new ConnectorException(new ConnectorError.TimedOut(Trace.local("two", "write", "no answer")));
        pair.right.afterWrite = once(() -> {});
        assertThat(catchThrowableOfType(ConnectorException.class, pair::sync).kind())
                .isEqualTo(ErrorKind.TIMED_OUT);
        // Edited before the write arrived by the clock of the right side: still no conflict.
        pair.left.clockAhead = java.time.Duration.ofSeconds(-10);
        pair.left.set("second");
        pair.right.failureAfterEffect = null;
        assertThat(pair.sync().conflicts()).isEmpty();
        assertQuiet("second", "second");
    }

    @Test
    void notesAValueThatIsRejectedAndTriesTheNextOne() {
        pair.right.failure =
                new ConnectorException(new ConnectorError.Rejected(Trace.local("two", "write", "no such word")));
        pair.left.set("odd");
        MirrorResult result = pair.sync();
        assertThat(result.refused()).extracting(CaseEvent::note).isEqualTo(List.of("no such word"));
        assertQuiet("odd", null);
        pair.right.failure = null;
        pair.left.set("open");
        pair.sync();
        assertQuiet("open", "open");
    }
}
