package dev.contentconnect.core.feed;

import static dev.contentconnect.core.feed.FeedBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.state.TrailQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How those who look after a feed hear of what was put aside, and take it up again. */
@Timeout(60)
class FeedParkedTest {
    private final FeedBench bench = new FeedBench();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        bench.close();
    }

    private FeedRunner failing(boolean inTrail) {
        return bench.polling(item -> {
                    keys.add(item.key());
                    throw FeedBench.refused();
                })
                .attempts(1)
                .parkedInTrail(inTrail)
                .build();
    }

    private List<CaseEvent> trail() {
        List<CaseEvent> out = new ArrayList<>();
        bench.store.read(view -> {
            view.trail(TrailQuery.ALL, entry -> out.add(entry.event()));
            return true;
        });
        return out;
    }

    @Test
    void isReplayedByTheKeyThatTheHandlerKnows() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = failing(false)) {
            runner.runUntilIdle();
            assertThat(keys).containsExactly("feed/vendor/1");
            assertThat(runner.replay("feed/vendor/2")).isFalse();
            assertThat(runner.replay(keys.get(0))).isTrue();
            assertThat(runner.status().parked()).isZero();
        }
    }

    @Test
    void isReplayedByTheKeyThatTheListenerIsTold() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = failing(false)) {
            runner.runUntilIdle();
            String told = bench.notes.lines("parked").get(0).substring("parked ".length());
            assertThat(told).isEqualTo(bench.parked().get(0).key());
            assertThat(runner.replay(told)).isTrue();
        }
    }

    @Test
    void isParkedAtOnceWhereASystemLacksWhatIsAsked() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = bench.polling(item -> {
                    keys.add(item.key());
                    throw NotOffered.by("vendor", "assets.publish.audience", "leave it out");
                })
                .attempts(5)
                .build()) {
            assertThat(runner.runUntilIdle().parked()).isEqualTo(1);
            bench.clock.advance(Duration.ofHours(1));
            runner.runUntilIdle();
        }
        assertThat(keys).hasSize(1);
        assertThat(bench.parked().get(0).attempts()).isEqualTo(1);
        assertThat(bench.parked().get(0).reason()).contains("not_offered", "leave it out");
    }

    @Test
    void isToldToTheTrailEachTimeItIsParkedAndShowsInTheReport() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = failing(true)) {
            runner.runUntilIdle();
            assertThat(runner.replayAll()).isEqualTo(1);
            runner.runUntilIdle();
        }
        assertThat(trail()).hasSize(2).allSatisfy(told -> {
            assertThat(told.source()).isEqualTo("feed");
            assertThat(told.type()).isEqualTo(CaseEventType.FLOW_FAILED);
            assertThat(told.subject()).isEqualTo(SourceRef.of("vendor", "a"));
            assertThat(told.note()).isEqualTo(bench.parked().get(0).reason());
        });
        GovernanceReport report =
                bench.store.read(view -> GovernanceReport.of(view, ReportSettings.asOf(bench.clock.now())));
        assertThat(report.failedFlows()).isEqualTo(2);
    }

    @Test
    void leavesTheTrailAloneUnlessAskedTo() {
        bench.source.add(event("1", "a"));
        try (FeedRunner runner = failing(false)) {
            assertThat(runner.runUntilIdle().parked()).isEqualTo(1);
        }
        assertThat(trail()).isEmpty();
    }
}
