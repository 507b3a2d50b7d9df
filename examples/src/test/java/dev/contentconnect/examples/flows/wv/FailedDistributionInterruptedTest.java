package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends at any moment; a feed drives the flow; time passes. */
class FailedDistributionInterruptedTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stage stage = Stage.sandboxes(clock);
    private final Parcels parcels = new Parcels(stage);
    private final Postman postman = new Postman();
    private final Map<String, Delivery> made = new HashMap<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        stage.close();
    }

    private FailedDistribution flow(PowerCut cut, StateStore state) {
        return new FailedDistribution(
                stage.workflow(cut),
                stage.vip(cut),
                Completeness.of("alt_text"),
                Shelf.SERVING,
                cut.on(Courier.class, postman),
                state,
                clock);
    }

    private DistributionOutcome advance(String id, PowerCut cut, StateStore state) {
        return flow(cut, state).advance(parcels.read(made.get(id)));
    }

    /** As long as it waits, people work. */
    private void run(String id, PowerCut cut, StateStore state) {
        for (int i = 0; i < 3; i++) {
            if (!(advance(id, cut, state) instanceof DistributionOutcome.Waiting waiting)) {
                return;
            }
            waiting.cases().forEach(one -> parcels.correct(one, "corrected"));
        }
    }

    @Test
    void deliversOnceInOneCaseWheneverItDies() throws Exception {
        Interruptions.survived(
                "failed",
                (id, cut, state) -> {
                    if (!made.containsKey(id)) {
                        made.put(id, parcels.failed(new Shelf(stage, folder).draft(id), "mailbox full"));
                    }
                    run(id, cut, state);
                },
                (id, state) -> {
                    Delivery delivery = made.get(id);
                    assertThat(parcels.read(delivery).status()).isEqualTo(DeliveryStatus.DELIVERED);
                    assertThat(parcels.count(delivery.ref())).isEqualTo(1);
                    assertThat(parcels.caseOf(delivery.ref(), 1).status()).isEqualTo(CaseStatus.RESOLVED);
                    assertThat(parcels.caseOf(delivery.ref(), 2)).isNull();
                    assertThat(postman.rounds)
                            .filteredOn(key -> key.startsWith("wv7:" + delivery.ref() + "#"))
                            .hasSize(1);
                    assertThat(Shelf.trail(state))
                            .filteredOn(event -> event.type().value().equals("delivery.delivered"))
                            .hasSize(1);
                });
    }

    /** Nothing tells of a delivery but its state in the log. */
    @Test
    void closesTheCaseWhenItIsSweptWheneverItDied() throws Exception {
        Interruptions.survived(
                "swept",
                (id, cut, state) -> {
                    if (!made.containsKey(id)) {
                        made.put(id, parcels.failed(new Shelf(stage, folder).draft(id), "mailbox full"));
                    }
                    for (int i = 0; i < 3; i++) {
                        for (DistributionOutcome outcome : flow(cut, state).sweep()) {
                            if (outcome instanceof DistributionOutcome.Waiting waiting) {
                                waiting.cases().forEach(one -> parcels.correct(one, "corrected"));
                            }
                        }
                    }
                },
                (id, state) -> {
                    Delivery delivery = made.get(id);
                    assertThat(parcels.read(delivery).status()).as(id).isEqualTo(DeliveryStatus.DELIVERED);
                    assertThat(parcels.count(delivery.ref())).as(id).isEqualTo(1);
                    assertThat(parcels.caseOf(delivery.ref(), 1).status())
                            .as(id)
                            .isEqualTo(CaseStatus.RESOLVED);
                    assertThat(postman.rounds)
                            .as(id)
                            .filteredOn(key -> key.startsWith("wv7:" + delivery.ref() + "#"))
                            .hasSize(1);
                });
    }

    @Test
    void completesAnAssetOnceInOneCaseWheneverItDies() throws Exception {
        Shelf shelf = new Shelf(stage, folder);
        Interruptions.survived(
                "bare",
                (id, cut, state) -> {
                    if (!made.containsKey(id)) {
                        SourceRef asset = shelf.draft(id);
                        shelf.describe(asset, "");
                        made.put(id, parcels.queued(asset));
                    }
                    SourceRef asset = made.get(id).assets().get(0);
                    if (advance(id, cut, state) instanceof DistributionOutcome.Waiting waiting) {
                        shelf.describe(asset, "a poster");
                        waiting.cases().forEach(one -> parcels.correct(one, "described"));
                        advance(id, cut, state);
                    }
                },
                (id, state) -> {
                    Delivery delivery = made.get(id);
                    SourceRef asset = delivery.assets().get(0);
                    assertThat(parcels.read(delivery).status()).isEqualTo(DeliveryStatus.DELIVERED);
                    assertThat(parcels.count(asset)).isEqualTo(1);
                    assertThat(parcels.caseOf(asset, 1).status()).isEqualTo(CaseStatus.RESOLVED);
                    assertThat(parcels.caseOf(asset, 2)).isNull();
                    assertThat(parcels.count(delivery.ref())).isZero();
                });
    }

    @Test
    void goesByTheFeedOfTheCases() throws Exception {
        StateStore state = StateStore.inMemory();
        FailedDistribution flow = flow(PowerCut.never(), state);
        try (FeedRunner desk = FeedRunner.builder("desk", state, item -> flow.handle(item.event()))
                .poll(stage.people().require(CaseFeed.class), Duration.ofSeconds(1))
                .time(clock)
                .build()) {
            desk.runUntilIdle();
            Delivery failed = parcels.failed(new Shelf(stage, folder).draft("fed"), "mailbox full");
            clock.advance(Duration.ofMinutes(1));
            flow.sweep();
            clock.advance(Duration.ofHours(3));
            parcels.correct(parcels.caseOf(failed.ref(), 1).ref(), "emptied");
            clock.advance(Duration.ofMinutes(1));
            desk.runUntilIdle();
            assertThat(parcels.read(failed).status()).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(desk.status().parked()).isZero();
        }
        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().resolved()).isEqualTo(1);
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofMinutes(181));
        assertThat(report.deliveries().failures()).isEqualTo(1);
        assertThat(report.deliveries().recovered()).isEqualTo(1);
    }
}
