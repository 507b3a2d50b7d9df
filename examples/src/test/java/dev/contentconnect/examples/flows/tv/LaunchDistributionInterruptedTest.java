package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Launch;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.vip.VipConnector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TV6, ended at any moment. */
class LaunchDistributionInterruptedTest {
    private static final String VERONA = "Verona Vittles";
    private static final Segment ITALY = Segment.region("IT");

    @TempDir
    private Path folder;

    private final Map<String, Launch> plans = new HashMap<>();
    private final Map<String, List<String>> taken = new HashMap<>();
    private TvStage stage;

    @BeforeEach
    void begin() {
        stage = TvStage.sandboxes(folder);
        stage.partner(VERONA, ITALY);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Launch plan(String id) {
        Gallery gallery = new Gallery(stage);
        SourceRef poster = gallery.draft(id, ITALY);
        gallery.allow(poster, RightsStatus.RESTRICTED, null, "IT");
        return new Launch(id, "1", id, Map.of(poster, poster.id()), List.of(ITALY), stage.clock.now(), null);
    }

    private void run(String id, PowerCut cut, StateStore state) {
        Launch plan = plans.computeIfAbsent(id, this::plan);
        try (TradingGridConnector grid = stage.grid(cut, state);
                VipConnector library = stage.library.vip(cut)) {
            LaunchDistribution flow =
                    new LaunchDistribution(library, grid, stage.files(cut, grid), List.of(), state, stage.clock);
            flow.advance(plan);
            // The network takes what lies there; a file that came again would be taken again.
            taken.computeIfAbsent(id, any -> new ArrayList<>())
                    .addAll(stage.take(VERONA, "Delivered").keySet());
            stage.pass();
            flow.advance(plan);
        }
    }

    @Test
    void handsEachFileOverOnceWheneverItDies() throws Exception {
        Interruptions.survived("launch", this::run, (id, state) -> {
            assertThat(taken.get(id)).as("files that the network took").hasSize(1);
            assertThat(stage.library.eyes().require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.to(VERONA)).stream()
                            .filter(one -> String.valueOf(one.key()).startsWith("tv6:launch:" + id + "@")))
                    .singleElement()
                    .satisfies(one -> assertThat(one.status().value()).isEqualTo("delivered"));
            for (CaseEventType type : List.of(
                    CaseEventType.ASSET_PUBLISHED,
                    CaseEventType.DELIVERY_SENT,
                    CaseEventType.DELIVERY_DELIVERED,
                    CaseEventType.CASE_RESOLVED)) {
                assertThat(TvStage.events(state, type)).as(type.value()).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(TvStage.events(state, CaseEventType.CASE_RESOLVED)).hasSize(1);
        });
    }
}
