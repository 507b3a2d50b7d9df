package dev.contentconnect.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpChannel;
import dev.contentconnect.core.http.HttpReply;
import dev.contentconnect.core.retry.RetryPolicy;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.LoginSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Refreshing against a system that takes the second use of a refresh token for theft. */
@Timeout(60)
class OAuthRefreshTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T10:00:00Z"));
    private final LoginSandbox system = new LoginSandbox("/login", "/token");
    private final TokenStore store = TokenStore.inMemory(null);
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @BeforeEach
    void logIn() {
        AuthorizationRequest page = new AuthorizationRequest(
                URI.create(system.endpoint() + "/login"), LoginSandbox.REDIRECT_URI, true, Map.of());
        OAuthLogin login = new OAuthLogin(client(), page, store, channel(), clock);
        PendingLogin pending = login.begin();
        login.complete(pending, system.personLogsIn(pending.address()));
        system.clearRequests();
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        system.close();
    }

    private OAuthClient client() {
        return new OAuthClient(
                URI.create(system.endpoint() + "/token"),
                LoginSandbox.CLIENT_ID,
                Secret.of(LoginSandbox.CLIENT_SECRET),
                null,
                OAuthClient.Style.FORM,
                Map.of());
    }

    private HttpChannel channel() {
        return HttpChannel.builder("vendor")
                .retry(RetryPolicy.none())
                .time(clock)
                .build();
    }

    private CachedTokenSource source() {
        return OAuthTokens.refreshing(client(), store, channel(), clock);
    }

    private List<Token> together(List<Callable<Token>> callers) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Token>> results = new ArrayList<>();
        for (Callable<Token> caller : callers) {
            results.add(pool.submit(() -> {
                start.await();
                return caller.call();
            }));
        }
        start.countDown();
        List<Token> out = new ArrayList<>();
        for (Future<Token> result : results) {
            out.add(result.get());
        }
        return out;
    }

    @Test
    void keepsRotatingWithoutAPerson() {
        CachedTokenSource source = source();
        Set<Token> seen = new HashSet<>();
        Set<Secret> kept = new HashSet<>();
        for (int hour = 0; hour < 5; hour++) {
            seen.add(source.token());
            kept.add(store.load().orElseThrow());
            clock.advance(Duration.ofHours(1));
        }
        assertThat(seen).hasSize(5);
        assertThat(kept).hasSize(5);
        assertThat(system.tokenRequests()).isEqualTo(5);
    }

    /** A store whose disk is full while it is told so. */
    private final class Moody implements TokenStore {
        private boolean full;

        @Override
        public Optional<Secret> load() {
            return store.load();
        }

        @Override
        public void save(Secret refreshToken) {
            if (full) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
            store.save(refreshToken);
        }

        @Override
        public void clear() {
            store.clear();
        }
    }

    @Test
    void keepsANewTokenThatTheStoreDoesNotTakeAndStoresItLater() {
        Moody moody = new Moody();
        CachedTokenSource source = OAuthTokens.refreshing(client(), moody, channel(), clock);
        moody.full = true;
        for (int i = 0; i < 2; i++) {
            ConnectorException e = catchThrowableOfType(ConnectorException.class, source::token);
            assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(e).hasMessageContaining("the token store cannot be used").hasMessageContaining("no space left");
        }
        assertThat(system.tokenRequests()).isEqualTo(1);
        moody.full = false;
        assertThat(source.token()).isNotNull();
        assertThat(system.tokenRequests()).isEqualTo(2);
        clock.advance(Duration.ofHours(1));
        assertThat(source().token()).isNotNull();
    }

    @Test
    void leavesTheTokenOfALoginThatCameDuringARefresh() {
        Secret ofSomebodyElse = Secret.of("refresh-of-another-login");
        // Saved in the middle of the refresh, behind the back of a store that does not lock.
        HttpChannel meanwhile = HttpChannel.builder("vendor")
                .retry(RetryPolicy.none())
                .time(clock)
                .perCall(List.of((call, next) -> {
                    HttpReply reply = next.proceed(call);
                    store.save(ofSomebodyElse);
                    return reply;
                }))
                .build();
        CachedTokenSource source = OAuthTokens.refreshing(client(), store, meanwhile, clock);
        var unused = catchThrowableOfType(ConnectorException.class, source::token);
        // The sandbox does not know that token, and says so; the one of the old login did not take its place.
        assertThat(system.requests("POST", "/token").get(1).text()).contains(ofSomebodyElse.reveal());
    }

    @Test
    void forgetsTheTokenOfWhoeverWasLoggedInBefore() {
        CachedTokenSource source = source();
        AuthorizationRequest page = new AuthorizationRequest(
                URI.create(system.endpoint() + "/login"), LoginSandbox.REDIRECT_URI, true, Map.of());
        OAuthLogin login = new OAuthLogin(client(), page, store, channel(), clock, source);
        Token before = source.token();
        PendingLogin pending = login.begin();
        login.complete(pending, system.personLogsIn(pending.address()));
        assertThat(source.token()).isNotEqualTo(before);
    }

    @Test
    void asksOnceForAnyNumberOfCallers() throws Exception {
        CachedTokenSource source = source();
        List<Callable<Token>> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(source::token);
        }
        assertThat(new HashSet<>(together(callers))).hasSize(1);
        assertThat(system.tokenRequests()).isEqualTo(1);
    }

    @Test
    void neverUsesATokenTwiceThoughTwoShareTheStore() throws Exception {
        CachedTokenSource one = source();
        CachedTokenSource other = source();
        for (int round = 0; round < 20; round++) {
            one.forget();
            other.forget();
            assertThat(together(List.of(one::token, other::token))).doesNotHaveDuplicates();
        }
        assertThat(system.tokenRequests()).isEqualTo(40);
    }

    @Test
    void endsAWaitForItsTurnWhenInterrupted() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Future<Boolean> holder = pool.submit(() -> store.exclusively(() -> {
            held.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }));
        held.await();
        Thread.currentThread().interrupt();
        ConnectorException e = catchThrowableOfType(ConnectorException.class, () -> source().token());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.kind()).isEqualTo(ErrorKind.CANCELLED);
        done.countDown();
        assertThat(holder.get()).isTrue();
        assertThat(system.tokenRequests()).isZero();
    }

    @Test
    void saysThatSomebodyMustLogInAgain() {
        system.endLogins();
        CachedTokenSource source = source();
        ConnectorException e = catchThrowableOfType(ConnectorException.class, source::token);
        assertThat(e.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(e.error().trace().vendorCode()).isEqualTo("invalid_grant");
        assertThat(e).hasMessageContaining("somebody must log in again");
        assertThat(store.load()).isEmpty();
        assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                .hasMessageContaining("somebody must log in first");
        assertThat(system.tokenRequests()).isEqualTo(1);
    }

    @Test
    void keepsTheRefreshTokenOverBadWeather() {
        CachedTokenSource source = source();
        Secret kept = store.load().orElseThrow();
        for (Fault fault :
                List.of(Fault.status(503), Fault.htmlPage(400), Fault.status(429), Fault.connectionReset())) {
            system.failNext(1, "POST", "/token", fault);
            assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                    .as(fault.toString())
                    .isNotNull();
            assertThat(store.load()).contains(kept);
        }
        assertThat(source.token()).isNotNull();
    }

    @Test
    void losesTheLoginWithAnAnswerThatIsLostAfterARotation() {
        CachedTokenSource source = source();
        system.failNext(1, "POST", "/token", Fault.malformedBody());
        assertThat(catchThrowableOfType(ConnectorException.class, source::token).kind())
                .isEqualTo(ErrorKind.UNDECODABLE);
        assertThat(catchThrowableOfType(ConnectorException.class, source::token))
                .hasMessageContaining("somebody must log in again");
    }
}
