package dev.contentconnect.core.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several hosts on one store. */
@Timeout(60)
class MirrorHostsTest {
    private final TwoSystems pair = new TwoSystems();

    private Mirror.Builder builder() {
        return Mirror.builder("review", pair.store, pair.clock)
                .between(pair.left.side().build(), pair.right.side().build())
                .field("status", FieldRule.lastWriter())
                .comments();
    }

    private MirrorResult sync(Mirror mirror) {
        return mirror.sync(pair.left.object, pair.right.object);
    }

    @Test
    void turnsAwayAHostWhileAnotherIsBusyWithThePairAndWaitsForIt() {
        Mirror patient = builder()
                .hold(Duration.ofHours(1))
                .patience(Duration.ofSeconds(5))
                .build();
        AtomicReference<StateException> refused = new AtomicReference<>();
        pair.left.set("open");
        pair.right.afterWrite = () -> refused.set(catchThrowableOfType(StateException.class, () -> sync(patient)));
        sync(patient);
        assertThat(refused.get().reason()).isEqualTo(StateException.Reason.CONFLICT);
        assertThat(refused.get().retryable()).isTrue();
        assertThat(refused.get()).hasMessageContaining("one:o-1 and two:o-1");
        assertThat(pair.clock.sleeps()).hasSize(20).containsOnly(Duration.ofMillis(250));
    }

    @Test
    void fencesAHostThatStalledWhileAnotherTookOver() {
        pair.left.set("open");
        pair.left.say("first");
        pair.right.afterWrite = () -> {
            pair.right.afterWrite = () -> {};
            pair.clock.advance(Duration.ofMinutes(2));
            sync(builder().build());
        };
        Mirror stalled = builder().build();
        assertThat(catchThrowableOfType(StateException.class, () -> sync(stalled))
                        .reason())
                .isEqualTo(StateException.Reason.FENCED);
        assertThat(pair.right.texts()).hasSize(1);
        assertThat(pair.trail()).hasSize(2);
        assertThat(sync(stalled).events()).isEmpty();
    }

    @Test
    void holdsThePairWhileItReadsLongThreads() {
        for (int i = 0; i < 8; i++) {
            pair.left.say("l" + i);
            pair.right.say("r" + i);
        }
        pair.left.perPage = 1;
        pair.right.perPage = 1;
        List<StateException> turnedAway = new ArrayList<>();
        Runnable slow = () -> {
            pair.clock.advance(Duration.ofSeconds(15));
            turnedAway.add(catchThrowableOfType(
                    StateException.class,
                    () -> sync(builder().patience(Duration.ZERO).build())));
        };
        pair.left.beforePage = slow;
        pair.right.beforePage = slow;
        assertThat(sync(builder().build()).copied()).hasSize(16);
        assertThat(turnedAway)
                .hasSize(16)
                .allSatisfy(refused -> assertThat(refused.reason()).isEqualTo(StateException.Reason.CONFLICT));
    }

    @Test
    void addsACommentOnceWhenTheStalledHostAddsItToo() {
        pair.left.say("first");
        boolean[] stalled = {false};
        pair.right.before = () -> {
            // Called to read the thread, then to add.
            if (!pair.right.drafts.isEmpty() || stalled[0] || pair.clock.now().equals(TwoSystems.START)) {
                return;
            }
            stalled[0] = true;
            pair.clock.advance(Duration.ofMinutes(2));
            sync(builder().build());
        };
        pair.left.before = () -> pair.later();
        assertThat(catchThrowableOfType(
                        StateException.class, () -> sync(builder().build())))
                .isNotNull();
        pair.left.before = () -> {};
        assertThat(pair.right.texts()).hasSize(1);
        assertThat(sync(builder().build()).events()).isEmpty();
        assertThat(pair.left.texts()).containsExactly("first");
    }

    @Test
    void worksFromManyThreadsOnOnePair() throws InterruptedException {
        TwoSystems real = new TwoSystems();
        StateStore store = StateStore.inMemory();
        FakeSystem left = new FakeSystem("one", TimeSource.system());
        FakeSystem right = new FakeSystem("two", TimeSource.system());
        for (int i = 0; i < 20; i++) {
            left.say("l" + i);
            right.say("r" + i);
        }
        Mirror mirror = Mirror.builder("review", store, TimeSource.system())
                .between(left.side().build(), right.side().build())
                .comments()
                .patience(Duration.ofSeconds(50))
                .build();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> mirror.sync(left.object, right.object)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(left.texts()).hasSize(40);
        assertThat(right.texts()).hasSize(40);
        assertThat(real.trail()).isEmpty();
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        Mirror mirror = builder().build();
        AtomicReference<ConnectorException> refused = new AtomicReference<>();
        pair.left.set("open");
        pair.right.afterWrite = () -> {
            Thread.currentThread().interrupt();
            refused.set(catchThrowableOfType(ConnectorException.class, () -> sync(mirror)));
            assertThat(Thread.interrupted()).isTrue();
        };
        sync(mirror);
        assertThat(refused.get().kind()).isEqualTo(ErrorKind.CANCELLED);
    }

    @Test
    void givesThePairBackAfterAFailure() {
        pair.left.before = () -> {
            throw new IllegalStateException("boom");
        };
        assertThat(catchThrowableOfType(
                        IllegalStateException.class, () -> sync(builder().build())))
                .hasMessage("boom");
        pair.left.before = () -> {};
        sync(builder().patience(Duration.ZERO).build());
    }

    @Test
    void keepsPairsApart() {
        FakeSystem third = new FakeSystem("three", pair.clock);
        pair.left.set("open");
        third.set("done");
        pair.sync();
        pair.mirror(pair.store, pair.left.side(), third.side()).sync(pair.left.object, third.object);
        assertThat(third.value()).isEqualTo("open");
        assertThat(pair.right.value()).isEqualTo("open");
    }

    @Test
    void saysWhatDoesNotFitBeforeAnythingIsAsked() {
        MirrorSide left = pair.left.side().build();
        MirrorSide right = pair.right.side().build();
        refuses("two sides", Mirror.builder("m", pair.store, pair.clock));
        refuses("not a name", Mirror.builder("a/b", pair.store, pair.clock).between(left, right));
        refuses("both sides are called one", builder().between(left, left));
        refuses(
                "two has no field rights",
                builder()
                        .between(pair.left.side().field("rights", pair.left).build(), right)
                        .field("rights", FieldRule.leftRules()));
        refuses(
                "not a name for a field",
                builder()
                        .between(
                                pair.left.side().field("a b", pair.left).build(),
                                pair.right.side().field("a b", pair.right).build())
                        .field("a b", FieldRule.leftRules()));
        refuses(
                "no comments",
                builder()
                        .between(
                                left,
                                MirrorSide.of("two").field("status", pair.right).build()));
        refuses("hold", builder().hold(Duration.ZERO));
        refuses("patience", builder().patience(Duration.ofSeconds(-1)));
        refuses("commentLimit", builder().commentLimit(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MirrorSide.of("a").named("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MirrorSide.of("a").maxCommentLength(199).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().build().sync(pair.right.object, SourceRef.of("two", "o-1")))
                .withMessageContaining("not an object of one: two:o-1");
        assertThat(builder().build()).hasToString("Mirror[review: one, two]");
    }

    private static void refuses(String problem, Mirror.Builder builder) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(problem);
    }
}
