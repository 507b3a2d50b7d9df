package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CachedTokenSourceTest {
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    private Token fresh(Duration life) {
        return Token.bearer("token-" + fetches.incrementAndGet(), clock.now().plus(life));
    }

    private CachedTokenSource source(Supplier<Token> fetcher) {
        return new CachedTokenSource("vendor", last -> fetcher.get(), EARLY, clock);
    }

    private CachedTokenSource living(Duration life) {
        return source(() -> fresh(life));
    }

    /** Waits until the thread is parked, which says that it waits for another's fetch. */
    private static void untilParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void asksOnceForAHundredCallers() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CachedTokenSource source = source(() -> {
            await(go);
            return fresh(Duration.ofHours(1));
        });
        List<Future<Token>> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            callers.add(pool.submit((Callable<Token>) source::token));
        }
        go.countDown();
        Token first = callers.get(0).get();
        for (Future<Token> caller : callers) {
            assertThat(caller.get()).isEqualTo(first);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void asksAgainAMinuteBeforeTheEnd() {
        CachedTokenSource source = living(Duration.ofMinutes(10));
        Token first = source.token();
        clock.advance(Duration.ofMinutes(9).minusMillis(1));
        assertThat(source.token()).isEqualTo(first);
        clock.advance(Duration.ofMillis(1));
        assertThat(source.token()).isNotEqualTo(first);
    }

    @Test
    void keepsAShortLivedTokenForHalfItsLife() {
        CachedTokenSource source = living(Duration.ofSeconds(30));
        Token first = source.token();
        clock.advance(Duration.ofSeconds(14));
        assertThat(source.token()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(source.token()).isNotEqualTo(first);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void replacesARejectedTokenOnceHoweverManyComplain() {
        CachedTokenSource source = living(Duration.ofHours(1));
        Token bad = source.token();
        Token good = source.replace(bad);
        assertThat(good).isNotEqualTo(bad);
        assertThat(source.replace(bad)).isEqualTo(good);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void doesNotKeepAFailure() {
        AtomicInteger attempts = new AtomicInteger();
        CachedTokenSource source = source(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new ConnectorException(
                        new ConnectorError.Unavailable(Trace.local("vendor", "token", "down"), null));
            }
            return fresh(Duration.ofHours(1));
        });
        assertThat(catchThrowableOfType(ConnectorException.class, source::token).kind())
                .isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(source.token()).isNotNull();
    }

    @Test
    void livesOnTheOldTokenToItsEndWhenAnEarlyReplacementFails() {
        AtomicInteger attempts = new AtomicInteger();
        CachedTokenSource source = source(() -> {
            if (attempts.incrementAndGet() > 1) {
                throw new ConnectorException(
                        new ConnectorError.Unavailable(Trace.local("vendor", "token", "down"), null));
            }
            return fresh(Duration.ofMinutes(10));
        });
        Token first = source.token();
        clock.advance(Duration.ofMinutes(9));
        for (int second = 0; second < 60; second++) {
            assertThat(source.token()).isEqualTo(first);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(attempts).hasValue(7);
        assertThat(catchThrowableOfType(ConnectorException.class, source::token).kind())
                .isEqualTo(ErrorKind.UNAVAILABLE);
    }

    @Test
    void aRejectedTokenIsNotKeptWhenItsReplacementFails() {
        AtomicInteger attempts = new AtomicInteger();
        CachedTokenSource source = source(() -> {
            if (attempts.incrementAndGet() == 2) {
                throw new ConnectorException(
                        new ConnectorError.Unavailable(Trace.local("vendor", "token", "down"), null));
            }
            return fresh(Duration.ofMinutes(10));
        });
        Token bad = source.token();
        assertThat(catchThrowableOfType(ConnectorException.class, () -> source.replace(bad)))
                .isNotNull();
        assertThat(source.replace(bad)).isNotEqualTo(bad);
    }

    @Test
    void aWaitingCallerCanBeInterruptedWithoutHarmToTheOthers() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch fetching = new CountDownLatch(1);
        CachedTokenSource source = source(() -> {
            fetching.countDown();
            await(go);
            return fresh(Duration.ofHours(1));
        });
        Future<Token> leader = pool.submit((Callable<Token>) source::token);
        fetching.await();
        AtomicReference<ConnectorException> seen = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread impatient = new Thread(() -> {
            seen.set(catchThrowableOfType(ConnectorException.class, source::token));
            flag.set(Thread.currentThread().isInterrupted());
        });
        impatient.start();
        untilParked(impatient);
        impatient.interrupt();
        impatient.join();
        assertThat(seen.get().kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(flag.get()).isTrue();
        Future<Token> patient = pool.submit((Callable<Token>) source::token);
        go.countDown();
        assertThat(leader.get()).isEqualTo(patient.get());
        assertThat(fetches).hasValue(1);
    }

    @Test
    void anInterruptedFetcherDoesNotPoisonThoseWhoWait() throws Exception {
        CountDownLatch fetching = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger flights = new AtomicInteger();
        CachedTokenSource source = source(() -> {
            if (flights.incrementAndGet() == 1) {
                fetching.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw LocalErrors.of("vendor").interrupted("token", e);
                }
            }
            return fresh(Duration.ofHours(1));
        });
        AtomicReference<ConnectorException> seen = new AtomicReference<>();
        Thread leader = new Thread(() -> seen.set(catchThrowableOfType(ConnectorException.class, source::token)));
        leader.start();
        fetching.await();
        AtomicReference<Token> got = new AtomicReference<>();
        Thread waiting = new Thread(() -> got.set(source.token()));
        waiting.start();
        untilParked(waiting);
        leader.interrupt();
        leader.join();
        waiting.join();
        assertThat(seen.get().kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(got.get()).isNotNull();
    }

    @Test
    void forgetsOnDemand() {
        CachedTokenSource source = living(Duration.ofHours(1));
        Token first = source.token();
        source.forget();
        assertThat(source.token()).isNotEqualTo(first);
    }

    @Test
    void takesATokenThatCameWithAnAnswerUnlessTheOneItAnswersIsGone() {
        CachedTokenSource source = living(Duration.ofHours(1));
        Token first = source.token();
        Token second = Token.bearer("second", null);
        source.adopt(first, second);
        assertThat(source.token()).isEqualTo(second);
        source.adopt(first, Token.bearer("late", null));
        assertThat(source.token()).as("an answer to an older token").isEqualTo(second);
        source.forget();
        source.adopt(second, Token.bearer("later", null));
        assertThat(source.token()).as("nothing to take the place of").isNotEqualTo(Token.bearer("later", null));
    }

    @Test
    void refusesATokenThatAHeaderCannotCarryWithoutEchoingIt() {
        for (String bad : List.of("Hidden\nX: y", "Hidden\r", " ", "Hid den", "Hidden\u20ac")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Token.bearer(bad, null))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Hid"));
        }
    }

    @Test
    void showsNoToken() {
        CachedTokenSource source = living(Duration.ofHours(1));
        assertThat(source.token().toString()).doesNotContain("token-1");
        assertThat(source.toString()).doesNotContain("token-1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw LocalErrors.of("vendor").interrupted("token", e);
        }
    }
}
