package dev.contentconnect.core.state.jdbc;

import static dev.contentconnect.core.state.jdbc.Samples.append;
import static dev.contentconnect.core.state.jdbc.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.ParkedItem;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateException.Reason;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.state.TrailCheck;
import dev.contentconnect.core.state.TrailHead;
import dev.contentconnect.core.state.TrailQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when somebody else changes the tables, the same in each database. */
@Timeout(60)
abstract class SchemaAndTrailContract {
    private Hosts hosts;

    /** An empty database. */
    abstract Hosts database() throws Exception;

    @BeforeEach
    void makeDatabase() throws Exception {
        hosts = database();
    }

    private StateStore open() {
        return hosts.builder().open();
    }

    private TrailCheck check(StateStore store, TrailHead known) {
        return TrailCheck.of(store, TrailChain.plain(), known);
    }

    @Test
    void refusesTablesOfANewerLibrary() throws Exception {
        open().close();
        hosts.sql("UPDATE contentconnect_schema SET version = 99");
        assertThat(catchThrowableOfType(StateException.class, this::open))
                .hasMessageContaining("99")
                .extracting(StateException::reason)
                .isEqualTo(Reason.SCHEMA);
    }

    @Test
    void leavesNothingHalfDoneWhenTheTablesCannotBeMade() throws Exception {
        hosts.sql("CREATE TABLE contentconnect_leases (somebody_elses BIGINT)");
        assertThat(catchThrowableOfType(StateException.class, this::open))
                .extracting(StateException::reason)
                .isEqualTo(Reason.SCHEMA);
        hosts.sql("DROP TABLE contentconnect_leases");
        try (StateStore store = open()) {
            append(store, "1");
        }
    }

    @Test
    void saysWhenATableIsGone() throws Exception {
        try (StateStore store = open()) {
            hosts.sql("DROP TABLE contentconnect_trail");
            assertThat(catchThrowableOfType(StateException.class, () -> append(store, "1")))
                    .extracting(StateException::reason)
                    .isEqualTo(Reason.SCHEMA);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper_", "1st_", "a-b", "a\"; DROP TABLE x; --", "a_prefix_that_is_too_long_for_us"})
    void refusesPrefixesThatAreNoIdentifier(String prefix) {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class, () -> hosts.builder().tablePrefix(prefix)))
                .hasMessageContaining("prefix");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE contentconnect_trail SET event = replace(event, 'case 2', 'case 9') WHERE number = 2 | entry 2",
                "UPDATE contentconnect_trail SET recorded_ms = recorded_ms + 1 WHERE number = 2 | entry 2",
                "UPDATE contentconnect_trail SET hash = replace(hash, substr(hash, 1, 1), 'z') WHERE number = 3 | entry 3",
                "DELETE FROM contentconnect_trail WHERE number = 2 | entry 2 is missing",
                "DELETE FROM contentconnect_trail WHERE number = 1 | entry 1 is missing",
                "DELETE FROM contentconnect_trail WHERE number = 3 | ends with entry 2",
                "UPDATE contentconnect_trail SET number = 4 WHERE number = 3 | entry 3 is missing",
                "UPDATE contentconnect_trail_head SET number = 2 | head says 2",
            })
    void tellsThatTheTrailWasTamperedWith(String sql, String problem) throws Exception {
        try (StateStore store = open()) {
            append(store, "1", "2", "3");
            assertThat(check(store, TrailHead.EMPTY).problem()).isNull();
            hosts.sql(sql);
            assertThat(check(store, TrailHead.EMPTY).problem()).contains(problem);
        }
    }

    @Test
    void tellsThatTheEndWasCutOffToWhoKeptTheHead() throws Exception {
        try (StateStore store = open()) {
            append(store, "1", "2", "3");
            TrailHead known = store.read(view -> view.trailHead());
            hosts.sql(
                    "UPDATE contentconnect_trail_head SET number = 2,"
                            + " hash = (SELECT hash FROM contentconnect_trail WHERE number = 2)",
                    "DELETE FROM contentconnect_trail WHERE number = 3");
            assertThat(check(store, TrailHead.EMPTY).isWhole()).isTrue();
            assertThat(check(store, known).problem()).contains("entry 3 is known");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case_key = NULL", "subject = 'vip:other'", "source = 'x'", "event_id = 'x'", "occurred_ms = 0"})
    void tellsThatAnEntryWasHiddenFromNarrowerQueries(String change) throws Exception {
        try (StateStore store = open()) {
            append(store, "1", "2", "3");
            assertThat(ids(store, TrailQuery.ALL.about(SourceRef.of("vip", "2"))))
                    .containsExactly("2");
            hosts.sql("UPDATE contentconnect_trail SET " + change + " WHERE number = 2");
            assertThat(check(store, TrailHead.EMPTY).problem()).contains("entry 2", "filed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETE FROM contentconnect_trail_head", "UPDATE contentconnect_trail_head SET hash = 'none'"})
    void addsNothingToATrailThatHasLostItsHead(String sql) throws Exception {
        try (StateStore store = open()) {
            append(store, "1");
            hosts.sql(sql);
            assertThat(catchThrowableOfType(StateException.class, () -> append(store, "2")))
                    .hasMessageContaining("head")
                    .extracting(StateException::reason)
                    .isEqualTo(Reason.CORRUPT);
        }
    }

    @Test
    void givesOutAnItemThatCannotBeReadAndSaysSoWhenItIsRead() throws Exception {
        try (StateStore store = open()) {
            store.transact(t -> t.inbox("feed").accept(Samples.event("1"), "o"));
            hosts.sql("UPDATE contentconnect_inbox SET event = 'rubbish'");
            InboxItem item = store.transact(t -> t.inbox("feed").claim("w", 1, Duration.ofSeconds(1)))
                    .get(0);
            StateException corrupt = catchThrowableOfType(StateException.class, item::event);
            assertThat(corrupt.reason()).isEqualTo(Reason.CORRUPT);
            assertThat(corrupt).hasMessageContaining("item 1 of feed feed");
            assertThat(item.key()).isEqualTo("unreadable item 1");
        }
    }

    /** One damaged row neither ends a feed nor gets lost. */
    @Test
    void letsAFeedPutAsideWhatCannotBeReadAndGoOn() throws Exception {
        List<String> handled = new ArrayList<>();
        List<StateException> told = new ArrayList<>();
        FeedListener listener = new FeedListener() {
            @Override
            public void storeFailed(String feed, StateException cause, Duration wait) {
                told.add(cause);
            }
        };
        try (StateStore store = open();
                FeedRunner runner = FeedRunner.builder(
                                "feed", store, item -> handled.add(item.event().id()))
                        .parallel(1)
                        .listener(listener)
                        .build()) {
            for (String id : List.of("1", "2", "3")) {
                store.transact(t -> t.inbox("feed").accept(Samples.event(id), "same object"));
            }
            hosts.sql("UPDATE contentconnect_inbox SET event = 'rubbish' WHERE number = 2");
            assertThat(runner.runUntilIdle().backlog()).isZero();

            assertThat(handled).containsExactly("1", "3");
            assertThat(told).singleElement().extracting(StateException::reason).isEqualTo(Reason.CORRUPT);
            List<ParkedItem> parked = store.read(view -> view.parked("feed", 10));
            assertThat(parked).singleElement().satisfies(item -> {
                assertThat(item.key()).isEqualTo("unreadable item 2");
                assertThat(item.payload()).isEqualTo("rubbish");
                assertThat(item.attempts()).isEqualTo(1);
                assertThat(item.reason()).contains("does not hold an event");
            });
            assertThat(runner.replayAll()).isZero();
            List<ParkedItem> still = store.read(view -> view.parked("feed", 10));
            assertThat(still).isEqualTo(parked);
        }
    }
}
