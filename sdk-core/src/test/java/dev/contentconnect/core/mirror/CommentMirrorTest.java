package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Comment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommentMirrorTest {
    private static final String AT_TEN = "[one, 2026-11-21 10:00 UTC]\n";

    private final TwoSystems pair = new TwoSystems();
    private final FakeSystem left = pair.left;
    private final FakeSystem right = pair.right;

    @Test
    void copiesEachCommentOnceInBothDirectionsAndNoCopyBack() {
        left.say("ann", "Too dark", null);
        right.say("bob", "Logo is old", null);
        MirrorResult result = pair.sync();
        assertThat(right.texts()).containsExactly("Logo is old", AT_TEN + "Too dark");
        assertThat(left.texts()).containsExactly("Too dark", "[two, 2026-11-21 10:00 UTC]\nLogo is old");
        assertThat(right.drafts.get(0).author()).hasToString("Actor[id=ann, name=null, role=null]");
        assertThat(result.copied()).hasSize(2);
        pair.assertQuiet();
    }

    @Test
    void tellsTheTrailWhatWasCopiedWhere() {
        left.say("Too dark");
        CaseEvent event = pair.sync().copied().get(0);
        assertThat(event.source()).isEqualTo("review");
        assertThat(event.step()).isEqualTo("comments");
        assertThat(event.subject()).isEqualTo(right.object);
        assertThat(event.related()).isEqualTo(left.object);
        assertThat(event.actor()).isNotNull();
        assertThat(event.note()).isEqualTo(AT_TEN + "Too dark");
        assertThat(event.extensions().get("mirror"))
                .containsEntry("comment", "one:c-1")
                .containsEntry("copy", "two:c-1")
                .containsEntry("at", "2026-11-21T10:00:00Z");
        assertThat(pair.trail()).containsExactly(event);
    }

    @Test
    void copiesInTheOrderInWhichItWasSaid() {
        left.sayAt(TwoSystems.START.plusSeconds(60), "third");
        left.sayAt(TwoSystems.START, "first");
        left.sayAt(null, "second, by its place");
        pair.sync();
        assertThat(right.texts())
                .extracting(text -> text.substring(text.indexOf('\n') + 1))
                .containsExactly("first", "second, by its place", "third");
    }

    @Test
    void keepsThreadsTogetherAcrossBothSystems() {
        Comment question = left.say("ann", "Which logo?", null);
        pair.sync();
        Comment copy = right.all().get(0);
        pair.later();
        Comment answer = right.say("bob", "The new one", copy.ref());
        pair.sync();
        assertThat(left.all().get(1).replyTo()).isEqualTo(question.ref());
        pair.later();
        left.say("ann", "Thanks", left.all().get(1).ref());
        pair.sync();
        assertThat(right.all().get(2).replyTo()).isEqualTo(answer.ref());
        pair.assertQuiet();
    }

    @Test
    void namesTheAnsweredCommentWhereTheSystemHasNoThreads() {
        right.threaded = false;
        Comment question = left.say("ann", "Which logo?", null);
        left.say("bob", "The new one", question.ref());
        pair.sync();
        assertThat(right.texts().get(1))
                .isEqualTo("[one, 2026-11-21 10:00 UTC, in reply to ann of 2026-11-21 10:00 UTC]\nThe new one");
        pair.assertQuiet();
    }

    @Test
    void namesTheAnsweredCommentWhereItWasNotCopied() {
        Comment internal = left.say("internal: too dear");
        left.say("bob", "No, it is not", internal.ref());
        MirrorSide.Builder shy = left.side().showing(comment -> !comment.text().startsWith("internal"));
        pair.mirror(pair.store, shy, right.side()).sync(left.object, right.object);
        assertThat(right.texts())
                .containsExactly("[one, 2026-11-21 10:00 UTC, in reply to ann of 2026-11-21 10:00 UTC]\nNo, it is not");
        assertThat(right.all().get(0).replyTo()).isNull();
    }

    @Test
    void sendsAnEditAsAnAnswerToTheFirstCopy() {
        Comment comment = left.say("Too dark");
        pair.sync();
        left.edit(comment, "Far too dark");
        pair.sync();
        assertThat(right.texts())
                .containsExactly(AT_TEN + "Too dark", "[one, 2026-11-21 10:00 UTC, edited]\nFar too dark");
        assertThat(right.all().get(1).replyTo()).isEqualTo(right.all().get(0).ref());
        pair.assertQuiet();
        left.edit(comment, "Too dark");
        pair.sync();
        assertThat(right.texts()).hasSize(3).last().asString().endsWith("edited]\nToo dark");
        pair.assertQuiet();
    }

    @Test
    void takesOtherLineEndsAndBlanksForNoEdit() {
        Comment comment = left.say("a\nb \u00e9");
        pair.sync();
        left.edit(comment, " a\r\nb e\u0301\n");
        pair.assertQuiet();
    }

    @Test
    void leavesACopyWhereItsOriginalWasDeleted() {
        Comment comment = left.say("Too dark");
        pair.sync();
        left.delete(comment);
        pair.assertQuiet();
        assertThat(right.texts()).hasSize(1);
    }

    @Test
    void keepsInternalNotesInside() {
        MirrorSide.Builder shy = left.side().showing(comment -> !comment.text().startsWith("internal"));
        left.say("internal: too dear");
        left.say("Too dark");
        right.say("Fine");
        Mirror mirror = pair.mirror(pair.store, shy, right.side());
        mirror.sync(left.object, right.object);
        assertThat(right.texts()).containsExactly("Fine", AT_TEN + "Too dark");
        assertThat(left.texts()).hasSize(3);
    }

    @Test
    void goesOneWayWhereOneSideShowsNothing() {
        left.say("Too dark");
        right.say("Fine");
        MirrorSide.Builder mute = right.side().showing(any -> false);
        pair.mirror(pair.store, left.side(), mute).sync(left.object, right.object);
        assertThat(left.texts()).containsExactly("Too dark");
        assertThat(right.texts()).hasSize(2);
    }

    @Test
    void cutsWhatIsTooLongBetweenTwoCharactersAndSaysWhereTheRestIs() {
        for (int shift = 0; shift < 2; shift++) {
            TwoSystems each = new TwoSystems();
            each.left.say("x".repeat(shift) + "\ud83d\ude00".repeat(300));
            MirrorSide.Builder narrow = each.right.side().maxCommentLength(200);
            Mirror mirror = each.mirror(each.store, each.left.side(), narrow);
            mirror.sync(each.left.object, each.right.object);
            String copy = each.right.texts().get(0);
            assertThat(copy).hasSizeBetween(198, 200).endsWith("\n[cut; all of it is in one, comment c-1]");
            assertThat(copy.codePoints()
                            .filter(point -> point >= 0xD800 && point < 0xE000)
                            .count())
                    .isZero();
            assertThat(mirror.sync(each.left.object, each.right.object).events())
                    .isEmpty();
        }
    }

    @Test
    void copiesACommentWithoutWords() {
        left.sayAt(null, "  ");
        pair.sync();
        assertThat(right.texts()).containsExactly("[one]");
        pair.assertQuiet();
    }

    @Test
    void knowsItsCopyWhereTheSystemChangesTheText() {
        right.habit = text -> "<p>" + text.toUpperCase(java.util.Locale.ROOT) + "</p>";
        left.say("Too dark");
        pair.sync();
        pair.assertQuiet();
        assertThat(left.texts()).hasSize(1);
    }

    @Test
    void losesNothingThatIsSaidWhileItWorks() {
        int[] said = {0};
        Runnable chatter = () -> {
            if (said[0] < 40) {
                pair.clock.advance(Duration.ofMillis(7));
                left.say("left " + said[0]);
                right.say("right " + said[0]++);
            }
        };
        left.before = chatter;
        right.before = chatter;
        for (int i = 0; i < 6; i++) {
            pair.sync();
        }
        left.before = () -> {};
        right.before = () -> {};
        pair.sync();
        for (int i = 0; i < said[0]; i++) {
            String leftSaid = "left " + i;
            String rightSaid = "right " + i;
            assertThat(left.texts())
                    .filteredOn(text -> endsWith(text, leftSaid))
                    .hasSize(1);
            assertThat(right.texts())
                    .filteredOn(text -> endsWith(text, leftSaid))
                    .hasSize(1);
            assertThat(left.texts())
                    .filteredOn(text -> endsWith(text, rightSaid))
                    .hasSize(1);
            assertThat(right.texts())
                    .filteredOn(text -> endsWith(text, rightSaid))
                    .hasSize(1);
        }
        assertThat(said[0]).isEqualTo(40);
        assertThat(left.all()).hasSize(80);
        assertThat(right.all()).hasSize(80);
    }

    private static boolean endsWith(String text, String said) {
        return text.equals(said) || text.endsWith("\n" + said);
    }

    @Test
    void copiesTheCommentsOfOneObjectToSeveralOthersAndNeverACopy() {
        FakeSystem third = new FakeSystem("three", pair.clock);
        left.say("from the left");
        third.say("from the third");
        Mirror leftAndThird = pair.mirror(pair.store, left.side(), third.side());
        for (int i = 0; i < 3; i++) {
            pair.sync();
            leftAndThird.sync(left.object, third.object);
            pair.mirror(pair.store, right.side(), third.side()).sync(right.object, third.object);
        }
        assertThat(left.texts()).hasSize(2);
        assertThat(right.texts()).hasSize(2);
        assertThat(third.texts()).hasSize(2);
    }

    @Test
    void datesByTheClockOfEachSystem() {
        left.clockAhead = Duration.ofHours(-3);
        left.say("early bird");
        pair.sync();
        assertThat(right.texts()).containsExactly("[one, 2026-11-21 07:00 UTC]\nearly bird");
        assertThat(right.all().get(0).at()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    }
}
