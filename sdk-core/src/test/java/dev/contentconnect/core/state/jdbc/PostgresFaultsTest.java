package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.T0;
import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.event;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PostgresServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Bad weather around a server; for a full disk see {@link PostgresFullDiskTest}. */
@Timeout(60)
class PostgresFaultsTest {
    private static final Duration HOLD = Duration.ofSeconds(30);

    private PGSimpleDataSource direct;
    private PGSimpleDataSource cuttable;
    private CuttingProxy proxy;

    @BeforeEach
    void standBetween() throws Exception {
        direct = PostgresServer.schema();
        proxy = new CuttingProxy(direct.getPortNumbers()[0]);
        cuttable = new PGSimpleDataSource();
        cuttable.setServerNames(direct.getServerNames());
        cuttable.setPortNumbers(new int[] {proxy.port()});
        cuttable.setUser(direct.getUser());
        cuttable.setPassword("open-sesame");
        cuttable.setDatabaseName(direct.getDatabaseName());
        cuttable.setCurrentSchema(direct.getCurrentSchema());
    }

    @AfterEach
    void closeProxy() throws IOException {
        if (proxy != null) {
            proxy.close();
        }
    }

    private StateException unavailable(Runnable work) {
        StateException thrown = catchThrowableOfType(StateException.class, work::run);
        assertThat(thrown.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(thrown.retryable()).isTrue();
        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain("open-sesame", "jdbc:");
        return thrown;
    }

    @Test
    void saysThatTheServerIsAwayAndComesBackByItself() {
        proxy.cut(CuttingProxy.Cut.AT_ONCE);
        unavailable(() -> JdbcStateStore.builder(cuttable).open());
        proxy.cut(CuttingProxy.Cut.NEVER);
        try (StateStore store = JdbcStateStore.builder(cuttable).open()) {
            append(store, "1");
            proxy.cut(CuttingProxy.Cut.AT_ONCE);
            unavailable(() -> append(store, "2"));
            unavailable(() -> ids(store, TrailQuery.ALL));
            proxy.cut(CuttingProxy.Cut.NEVER);
            append(store, "3");
            assertThat(ids(store, TrailQuery.ALL)).containsExactly("1", "3");
        }
    }

    @Test
    void leavesItOpenWhetherACommitArrivedThatGotNoAnswer() {
        try (StateStore store = JdbcStateStore.builder(cuttable).open();
                StateStore other = JdbcStateStore.builder(direct).open()) {
            proxy.cut(CuttingProxy.Cut.BEFORE_COMMIT);
            assertThat(unavailable(() -> store.<Boolean>transact(t -> t.claimKey("flow", "lost", T0))))
                    .hasMessageContaining("not known");
            proxy.cut(CuttingProxy.Cut.AFTER_COMMIT);
            assertThat(unavailable(() -> store.<Boolean>transact(t -> t.claimKey("flow", "arrived", T0))))
                    .hasMessageContaining("not known");
            assertThat(other.<Boolean>transact(t -> t.claimKey("flow", "lost", T0)))
                    .isTrue();
            assertThat(other.<Boolean>transact(t -> t.claimKey("flow", "arrived", T0)))
                    .isFalse();
        }
    }

    @Test
    void doesNotRunWorkAgainThatMayHaveArrived() {
        int[] runs = {0};
        try (StateStore store = JdbcStateStore.builder(cuttable).open()) {
            proxy.cut(CuttingProxy.Cut.AFTER_COMMIT);
            unavailable(() -> store.<Boolean>transact(t -> {
                runs[0]++;
                return t.append(event("1"));
            }));
        }
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void survivesASessionThatAnAdministratorEnds() {
        try (StateStore store = JdbcStateStore.builder(direct).open()) {
            unavailable(() -> store.transact(t -> {
                t.claimKey("flow", "k", T0);
                endOthers();
                return t.append(event("1"));
            }));
            assertThat(store.<Boolean>transact(t -> t.claimKey("flow", "k", T0)))
                    .isTrue();
        }
    }

    private void endOthers() {
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                + " AND query LIKE '%contentconnect_keys%'");
    }

    private String sql(String statement) {
        try (Connection connection = direct.getConnection();
                Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery(statement)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsAWrongPasswordOrDatabaseFromAServerThatIsAway() {
        cuttable.setDatabaseName("nowhere");
        StateException thrown = catchThrowableOfType(
                StateException.class, () -> JdbcStateStore.builder(cuttable).open());
        assertThat(thrown.reason()).isEqualTo(Reason.FAILED);
        assertThat(thrown).hasMessageContaining("3D000").hasMessageNotContaining("open-sesame");
    }

    @Test
    void runsWorkAgainThatMetAnotherInADeadlock() throws Exception {
        try (StateStore store = JdbcStateStore.builder(direct).open()) {
            CompletableFuture<Boolean> firstHasA = new CompletableFuture<>();
            CompletableFuture<Boolean> secondHasB = new CompletableFuture<>();
            Samples.together(List.of(
                    () -> store.<Boolean>transact(t -> {
                        t.claimKey("flow", "a", T0);
                        firstHasA.complete(true);
                        secondHasB.join();
                        return t.claimKey("flow", "b", T0);
                    }),
                    () -> store.<Boolean>transact(t -> {
                        t.claimKey("flow", "b", T0);
                        secondHasB.complete(true);
                        firstHasA.join();
                        return t.claimKey("flow", "a", T0);
                    })));
            store.transact(t -> {
                assertThat(t.claimKey("flow", "a", T0)).isFalse();
                assertThat(t.claimKey("flow", "b", T0)).isFalse();
                return true;
            });
        }
    }

    /** A worker whose claim ran out gives its first item back with a delay, just as another worker claims. */
    @Test
    void doesNotPassOverAnItemThatIsBeingGivenBack() throws Exception {
        FakeClock clock = new FakeClock(T0);
        try (StateStore store = JdbcStateStore.builder(direct).timeSource(clock).open()) {
            store.transact(t ->
                    t.inbox("feed").accept(event("1"), "o") && t.inbox("feed").accept(event("2"), "o"));
            List<InboxItem> held = store.transact(t -> t.inbox("feed").claim("w1", 2, HOLD));
            clock.advance(HOLD.plusSeconds(1));
            CompletableFuture<List<InboxItem>> claimed = new CompletableFuture<>();
            store.transact(t -> {
                t.inbox("feed").release(held.get(0), 1, HOLD, "failed");
                t.inbox("feed").release(held.get(1), 0, Duration.ZERO, "not tried");
                claimed.completeAsync(
                        () -> store.transact(other -> other.inbox("feed").claim("w2", 2, HOLD)));
                while (!"1".equals(sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))) {
                    Thread.onSpinWait();
                }
                return true;
            });
            assertThat(claimed.get()).isEmpty();
        }
    }

    @Test
    void keepsTheTrailWholeWhenLinesAreCutAgainAndAgain() {
        try (StateStore store = JdbcStateStore.builder(cuttable).open()) {
            for (int i = 0; i < 20; i++) {
                String id = Integer.toString(i);
                proxy.cut(i % 2 == 0 ? CuttingProxy.Cut.BEFORE_COMMIT : CuttingProxy.Cut.AFTER_COMMIT);
                unavailable(() -> append(store, id));
                proxy.cut(CuttingProxy.Cut.NEVER);
                assertThat(store.<Boolean>transact(t -> t.append(event(id)))).isEqualTo(i % 2 == 0);
            }
            assertThat(TrailCheck.of(store, TrailChain.plain(), TrailHead.EMPTY))
                    .isEqualTo(new TrailCheck(20, null));
        }
    }
}
