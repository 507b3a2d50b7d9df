package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.host.TradingGridParties;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.vip.VipConnector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TV7, ended at any moment. */
class DistributionAuditInterruptedTest {
    private static final String VERONA = "Verona Vittles";

    @TempDir
    private Path folder;

    private final Map<String, SourceRef> posters = new HashMap<>();
    private TvStage stage;
    private Instant began;

    @BeforeEach
    void begin() {
        stage = TvStage.sandboxes(folder);
        began = stage.clock.now();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void with(PowerCut cut, StateStore state, Consumer<DistributionAudit> work) {
        try (TradingGridConnector grid = stage.grid(cut, state);
                VipConnector library = stage.library.vip(cut)) {
            work.accept(new DistributionAudit(
                    library,
                    grid,
                    new TradingGridParties(Map.of()),
                    List::of,
                    new DistributionAudit.Scope(began, Duration.ofDays(30), Set.of()),
                    state,
                    stage.clock));
        }
    }

    /** Everything that happens to a poster, while nobody looks. */
    private SourceRef lifeOf(String id) {
        SourceRef asset = new Gallery(stage).draft(id, Segment.region("IT"));
        stage.library
                .eyes()
                .require(DeliveryLog.class)
                .record(new DeliveryDraft(
                        id, List.of(asset), "1", VERONA, DeliveryStatus.DELIVERED, stage.clock.now(), null));
        stage.library.eyes().require(CommentThread.class).add(asset, new CommentDraft(id, "said of " + id, null, null));
        String orphan = stage.network.entry(Map.of("correlationid", id, "transactionlevel", "Document"));
        stage.network.acknowledge(orphan, "R");
        stage.pass();
        stage.network.entry(Map.of("correlationid", id, "status", "On Hold"), Map.of("reference id", asset.toString()));
        return asset;
    }

    @Test
    void recordsEverythingOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "life",
                (id, cut, state) -> with(cut, state, audit -> {
                    audit.gather();
                    stage.pass();
                    posters.computeIfAbsent(id, this::lifeOf);
                    audit.gather();
                }),
                (id, state) -> with(PowerCut.never(), state, audit -> {
                    List<CaseEvent> events = new ArrayList<>();
                    audit.follow(posters.get(id), VERONA, events::add);
                    assertThat(events)
                            .extracting(event -> event.type().value())
                            .containsExactlyInAnyOrder(
                                    "asset.created",
                                    "delivery.delivered",
                                    "comment.added",
                                    "delivery.sent",
                                    "delivery.rejected",
                                    "delivery.failed",
                                    "asset.linked");
                }));
    }
}
