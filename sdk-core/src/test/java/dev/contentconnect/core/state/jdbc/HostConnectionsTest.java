package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.testkit.PostgresServer;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the store treats the connections of its host. */
@Timeout(60)
class HostConnectionsTest {
    private WatchedSource watched;

    @BeforeEach
    void watch() throws Exception {
        watched = new WatchedSource(PostgresServer.schema());
        watched.kept().setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    }

    @AfterEach
    void close() throws Exception {
        if (watched != null) {
            watched.kept().close();
        }
    }

    private StateStore open() {
        return JdbcStateStore.builder(watched.source()).open();
    }

    @Test
    void areGivenBackAsTheyWereHoweverTheWorkEnds() throws Exception {
        for (boolean autoCommit : new boolean[] {true, false}) {
            if (!watched.kept().getAutoCommit()) {
                watched.kept().rollback();
            }
            watched.kept().setAutoCommit(autoCommit);
            StateStore store = open();
            append(store, "with " + autoCommit);
            ids(store, TrailQuery.ALL);
            assertThat(catchThrowable(() -> store.transact(t -> {
                        throw new IllegalStateException("boom");
                    })))
                    .hasMessage("boom")
                    .hasNoSuppressedExceptions();
            assertThat(catchThrowable(() -> store.transact(t -> {
                        t.moveCursor("feed", Cursor.of("elsewhere"), Cursor.of("2"));
                        return true;
                    })))
                    .hasNoSuppressedExceptions();
            assertThat(watched.out()).isZero();
            assertThat(watched.kept().getAutoCommit()).isEqualTo(autoCommit);
            assertThat(watched.kept().isReadOnly()).isFalse();
            assertThat(watched.kept().getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            store.close();
        }
        assertThat(watched.kept().isClosed()).isFalse();
    }

    @Test
    void thatFailToRollBackSayItBesideTheFailureThatCameFirst() {
        StateStore store = open();
        watched.fail("rollback");
        IllegalStateException boom = new IllegalStateException("boom");
        Throwable thrown = catchThrowable(() -> store.transact(t -> {
            throw boom;
        }));
        assertThat(thrown).isSameAs(boom);
        assertThat(thrown.getSuppressed()).hasSize(1);
        assertThat(thrown.getSuppressed()[0]).isInstanceOf(StateException.class);
        assertThat(thrown.getSuppressed()[0].toString()).doesNotContain("open-sesame");
        assertThat(watched.out()).isZero();
    }

    @Test
    void thatFailWhenTheyAreClosedDoNotUndoACommit() {
        StateStore store = open();
        watched.fail("close");
        append(store, "1");
        assertThat(ids(store, TrailQuery.ALL)).containsExactly("1");
    }

    @Test
    void ofAnUnknownDatabaseAreRefusedByName() {
        DatabaseMetaData metaData = (DatabaseMetaData) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseMetaData.class},
                (proxy, method, args) -> "Abacus");
        Connection connection = (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> method.getName().equals("getMetaData") ? metaData : null);
        DataSource source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> connection);
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> JdbcStateStore.builder(source).open()))
                .hasMessageContaining("Abacus");
    }
}
