package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.http.HttpErrors;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks on the way: maintenance, links that end, a login that two processes share. The rest of {@link BadInputTest}. */
class BadWeatherTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private Bought bought() {
        return tenant.image("tx-1");
    }

    @Nested
    class APageForMaintenance {
        @Test
        void isAPassingOutageAndTheTokenDoesNotGoThere() {
            tenant.connector.check();
            tenant.sandbox.clearRequests();
            tenant.sandbox.maintenance(true);
            ConnectorException failure = failure(tenant.connector::check);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.error().retryable()).isTrue();
            assertThat(tenant.sandbox.requests("*", "/Error")).isEmpty();
            tenant.sandbox.maintenance(false);
            assertThat(tenant.connector.check().system()).isEqualTo("smintio");
        }

        @Test
        void isAPassingOutageToTheFeedWhichGoesOnWhereItWas() {
            tenant.sandbox.buys(tenant.image("tx-1").build());
            AssetFeed feed = tenant.the(AssetFeed.class);
            var next = feed.changes(null, 10).next();
            tenant.sandbox.buys(tenant.image("tx-2").build());
            tenant.sandbox.maintenance(true);
            assertThat(failure(() -> feed.changes(next, 10)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            tenant.sandbox.maintenance(false);
            assertThat(feed.changes(next, 10).events()).hasSize(1);
        }

        @Test
        void isNotTakenForALicensedFile(@TempDir Path folder) {
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            isNoFile(tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null), folder);
        }

        @Test
        void isNotTakenForAFileOfThePortal(@TempDir Path folder) {
            String id = tenant.sandbox.shows("Poster", Tenant.BYTES);
            isNoFile(tenant.the(AssetReader.class).content(Tenant.asset(id), null, null), folder);
        }

        private void isNoFile(Content content, Path folder) {
            tenant.sandbox.maintenance(true);
            assertThat(failure(() -> content.copyTo(folder.resolve("a.jpg"))).kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure(() -> content.open().close()).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(folder).isEmptyDirectory();
            assertThat(tenant.sandbox.requests("*", "/Error")).isEmpty();
        }

        @Test
        void thatSomebodyOnTheWayHasFollowedIsNotTakenForAFile(@TempDir Path folder) throws Exception {
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            Content content = tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null);
            tenant.sandbox.failNext(100, "GET", "/files/", Fault.htmlPage(200));
            ConnectorException failure = failure(() -> content.copyTo(folder.resolve("a.jpg")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(failure.error().trace().vendorCode()).isEqualTo(HttpErrors.PAGE_FOR_PEOPLE);
            assertThat(folder).isEmptyDirectory();
            tenant.sandbox.clearFaults();
            assertThat(content.copyTo(folder.resolve("a.jpg"))).isEqualTo(Tenant.BYTES.length);
        }

        @Test
        void atTheTokenEndpointEndsNoLogin() {
            tenant.sandbox.maintenance(true);
            assertThat(failure(tenant.connector::check).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(tenant.sandbox.requests("*", "/Error")).isEmpty();
            tenant.sandbox.maintenance(false);
            tenant.connector.check();
        }
    }

    @Nested
    class AFileLinkThatEnds {
        @ParameterizedTest
        @ValueSource(ints = {403, 404, 410, 424})
        void inTheMiddleOfADownloadIsAskedForAnew(int status, @TempDir Path folder) throws Exception {
            byte[] large = new byte[200_000];
            Arrays.fill(large, (byte) 'x');
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", large);
            tenant.sandbox.refuseEndedLinksWith(status);
            var content = tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null);
            Path file = folder.resolve("a.jpg");
            tenant.sandbox.failNext(1, "GET", "/files/", Fault.truncatedBody());
            // The link ends while the transfer is broken: going on is refused.
            tenant.sandbox.failNext(1, "GET", "/files/", Fault.status(status));
            assertThat(content.copyTo(file)).isEqualTo(large.length);
            assertThat(Files.readAllBytes(file)).isEqualTo(large);
            assertThat(tenant.sandbox.requests("GET", SmintioSandbox.LICENSING + "/sync/cart"))
                    .hasSize(2);
        }

        @Test
        void beforeItIsOpenedIsAskedForAnew() throws Exception {
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            var content = tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null);
            tenant.sandbox.endLinks();
            try (var in = content.open()) {
                assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
            }
        }

        @Test
        void eachTimeIsAFailureAndLeavesNoFile(@TempDir Path folder) {
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            var content = tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null);
            tenant.sandbox.failNext(100, "GET", "/files/", Fault.status(403));
            assertThat(failure(() -> content.copyTo(folder.resolve("a"))).kind())
                    .isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(folder).isEmptyDirectory();
            assertThat(tenant.sandbox.requests("GET", "/files/")).hasSize(3);
        }

        @Test
        void withTheListOfFilesOutOfOrderFailsInsteadOfGivingNothing() {
            tenant.sandbox.buys(bought().build());
            tenant.sandbox.failNext(3, "GET", SmintioSandbox.LICENSING + "/sync/cart", Fault.status(503));
            assertThat(failure(() -> tenant.the(AssetReader.class).renditions(Tenant.license("tx-1")))
                            .kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
        }
    }

    @Nested
    class ARefreshTokenUsedByTwoProcesses {
        private SmintioConnector process(TokenStore store) {
            return SmintioConnector.create(Tenant.licensing(Tenant.basic(tenant.clock, tenant.sandbox), tenant.sandbox)
                    .tokens(store)
                    .build());
        }

        @Test
        void isSpentOnceWhereTheyShareAFile(@TempDir Path folder) throws Exception {
            TokenStore.file(folder.resolve("token")).save(Secret.of(tenant.sandbox.loggedIn()));
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                for (int round = 0; round < 5; round++) {
                    List<Future<?>> both = new ArrayList<>();
                    for (int i = 0; i < 2; i++) {
                        both.add(pool.submit(() -> {
                            try (SmintioConnector one = process(TokenStore.file(folder.resolve("token")))) {
                                one.check();
                            }
                        }));
                    }
                    for (Future<?> one : both) {
                        one.get(60, TimeUnit.SECONDS);
                    }
                }
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        void isReplacedByTheOtherOnesWhereTheStoreDoesNotLock() {
            String used = tenant.sandbox.loggedIn();
            try (SmintioConnector first = process(TokenStore.inMemory(Secret.of(used)))) {
                first.check();
            }
            Later store = new Later(Secret.of(used), Secret.of(tenant.sandbox.loggedIn()));
            try (SmintioConnector second = process(store)) {
                second.check();
            }
            assertThat(store.load()).isNotEqualTo(Optional.of(Secret.of(used)));
        }

        @Test
        void endsTheLoginWithPlainWordsWhereNobodyHasAnother() {
            TokenStore store = TokenStore.inMemory(Secret.of(tenant.sandbox.loggedIn()));
            try (SmintioConnector one = process(store)) {
                one.check();
                tenant.sandbox.endLogins();
                tenant.sandbox.expireTokens();
                ConnectorException failure = failure(one::check);
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
                assertThat(failure).hasMessageContaining("log in again");
                tenant.sandbox.clearRequests();
                assertThat(failure(one::check).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
                // Nothing is left to ask with.
                assertThat(tenant.sandbox.requests("POST", "/connect/token")).isEmpty();
                assertThat(store.load()).isEmpty();
            }
        }

        /** Shows a spent token first and another process's later. */
        private static final class Later implements TokenStore {
            private Secret now;
            private final Secret next;

            Later(Secret now, Secret next) {
                this.now = now;
                this.next = next;
            }

            @Override
            public Optional<Secret> load() {
                return Optional.of(now);
            }

            @Override
            public void save(Secret refreshToken) {
                now = refreshToken;
            }

            @Override
            public void clear() {
                now = next;
            }

            @Override
            public <T> T exclusively(Supplier<T> work) {
                return work.get();
            }
        }
    }
}
