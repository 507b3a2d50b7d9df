package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments that cannot be copied, for now or at all. */
class CommentFailureTest {
    private static final String AT_TEN = "[one, 2026-11-21 10:00 UTC]\n";

    private final TwoSystems pair = new TwoSystems();
    private final FakeSystem left = pair.left;
    private final FakeSystem right = pair.right;

    private static ConnectorException down() {
        return new ConnectorException(new ConnectorError.Unavailable(Trace.local("two", "comments.add", "down"), null));
    }

    @Test
    void leavesOutWhatIsRejectedAndSaysSo() {
        right.rejecting = draft -> draft.text().contains("rude");
        Comment rude = left.say("rude");
        left.say("polite");
        MirrorResult result = pair.sync();
        assertThat(result.refused()).extracting(CaseEvent::note).isEqualTo(List.of("not this one"));
        assertThat(right.texts()).containsExactly(AT_TEN + "polite");
        pair.assertQuiet();
        left.edit(rude, "sorry");
        pair.sync();
        assertThat(right.texts()).hasSize(2);
        pair.assertQuiet();
    }

    @Test
    void stopsInOneDirectionOnlySoThatTheOrderIsKept() {
        left.say("first");
        left.say("second");
        right.say("from the right");
        right.failure = down();
        assertThat(catchThrowableOfType(ConnectorException.class, pair::sync).kind())
                .isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(left.texts()).hasSize(3);
        assertThat(pair.trail()).hasSize(1);
        right.failure = null;
        pair.sync();
        assertThat(right.texts()).containsExactly("from the right", AT_TEN + "first", AT_TEN + "second");
        pair.assertQuiet();
    }

    @Test
    void takesNoCopyForACommentWhoseAnswerWasLost() {
        left.say("first");
        right.failureAfterEffect = down();
        assertThatThrownBy(pair::sync).isInstanceOf(ConnectorException.class);
        assertThat(right.texts()).hasSize(1);
        // The copy stands there, and nobody can say yet whose it is.
        assertThatThrownBy(pair::sync).isInstanceOf(ConnectorException.class);
        assertThat(left.texts()).containsExactly("first");
        right.failureAfterEffect = null;
        assertThat(pair.sync().copied()).hasSize(1);
        assertThat(left.texts()).containsExactly("first");
        assertThat(right.texts()).hasSize(1);
        pair.assertQuiet();
    }

    @Test
    void finishesACopyWhoseOriginalWasEditedMeanwhile() {
        for (boolean arrived : new boolean[] {true, false}) {
            TwoSystems each = new TwoSystems();
            Comment comment = each.left.say("first");
            each.right.failure = arrived ? null : down();
            each.right.failureAfterEffect = down();
            assertThatThrownBy(each::sync).isInstanceOf(ConnectorException.class);
            each.left.edit(comment, "second");
            each.right.failure = null;
            each.right.failureAfterEffect = null;
            each.sync();
            if (arrived) {
                assertThat(each.right.texts())
                        .containsExactly(AT_TEN + "first", "[one, 2026-11-21 10:00 UTC, edited]\nsecond");
            } else {
                assertThat(each.right.texts()).containsExactly(AT_TEN + "second");
            }
            assertThat(each.sync().events()).isEmpty();
        }
    }

    @Test
    void finishesACopyWhoseOriginalIsGone() {
        for (boolean arrived : new boolean[] {true, false}) {
            TwoSystems each = new TwoSystems();
            Comment comment = each.left.say("first");
            each.right.failure = arrived ? null : down();
            each.right.failureAfterEffect = down();
            assertThatThrownBy(each::sync).isInstanceOf(ConnectorException.class);
            each.left.delete(comment);
            each.right.failure = null;
            each.right.failureAfterEffect = null;
            each.sync();
            assertThat(each.right.texts())
                    .containsExactly(
                            arrived ? AT_TEN + "first" : "[one] A comment was taken back before it was copied (c-1).");
            assertThat(each.sync().events()).isEmpty();
            assertThat(each.left.texts()).isEmpty();
        }
    }

    @Test
    void refusesAThreadThatIsTooLongInsteadOfReadingHalfOfIt() {
        for (int i = 0; i < 4; i++) {
            left.say("comment " + i);
        }
        Mirror mirror = Mirror.builder("review", pair.store, pair.clock)
                .between(left.side().build(), right.side().build())
                .comments()
                .commentLimit(3)
                .build();
        assertThat(catchThrowableOfType(ConnectorException.class, () -> mirror.sync(left.object, right.object)))
                .hasMessageContaining("more than 3 comments");
        assertThat(right.texts()).isEmpty();
    }

    @Test
    void doesTheRestWhenAFieldFails() {
        left.say("first");
        left.set("open");
        FieldPort broken = new FieldPort() {
            @Override
            public Reading read(SourceRef object) {
                throw down();
            }

            @Override
            public Reading write(FieldWrite write) {
                throw down();
            }
        };
        Mirror mirror = Mirror.builder("review", pair.store, pair.clock)
                .between(
                        left.side().field("rights", broken).build(),
                        right.side().field("rights", broken).build())
                .field("rights", FieldRule.lastWriter())
                .field("status", FieldRule.lastWriter())
                .comments()
                .build();
        assertThat(catchThrowableOfType(ConnectorException.class, () -> mirror.sync(left.object, right.object)))
                .hasMessageContaining("down");
        assertThat(right.texts()).hasSize(1);
        assertThat(right.value()).isEqualTo("open");
    }
}
