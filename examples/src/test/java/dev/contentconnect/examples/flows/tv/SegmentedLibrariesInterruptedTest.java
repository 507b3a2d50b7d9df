package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.host.TradingGridGroups;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.vip.VipConnector;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TV5, ended at any moment. Each run has systems of its own: a sweep looks at everybody. */
class SegmentedLibrariesInterruptedTest {
    private static final String VERONA = "Verona Vittles";
    private static final Segment ITALY = Segment.region("IT");

    @TempDir
    private Path folder;

    private final Set<String> changed = new HashSet<>();

    private void sweep(TvStage stage, PowerCut cut, StateStore state) {
        try (TradingGridConnector grid = stage.grid(cut, state);
                VipConnector library = stage.library.vip(cut)) {
            new SegmentedLibraries(
                            library,
                            grid,
                            new TradingGridGroups(grid.rules().orElseThrow()),
                            List.of(ITALY),
                            state,
                            stage.clock)
                    .sweep();
        }
    }

    private List<Delivery> entries(TvStage stage, boolean isAccess) {
        return stage.library.eyes().require(DeliveryLog.class).deliveries(DeliveryQuery.ALL.to(VERONA)).stream()
                .filter(one -> String.valueOf(one.key()).startsWith("tv5:library:") == isAccess)
                .toList();
    }

    private interface Change {
        void in(TvStage stage);
    }

    private void survives(String name, Change change) throws Exception {
        Map<String, TvStage> stages = new HashMap<>();
        Interruptions.survived(
                name,
                (id, cut, state) -> {
                    TvStage stage = stages.computeIfAbsent(id, any -> {
                        TvStage made = TvStage.sandboxes(folder.resolve(id));
                        made.partner(VERONA, ITALY);
                        new Gallery(made).poster(id, List.of(ITALY), "IT");
                        return made;
                    });
                    if (!changed.contains(id)) {
                        sweep(stage, cut, state);
                        change.in(stage);
                        changed.add(id);
                        stage.pass();
                    }
                    sweep(stage, cut, state);
                },
                (id, state) -> {
                    try (TvStage stage = stages.remove(id)) {
                        assertThat(entries(stage, true))
                                .singleElement()
                                .satisfies(one -> assertThat(one.status()).isEqualTo(DeliveryStatus.REJECTED));
                        assertThat(entries(stage, false))
                                .singleElement()
                                .satisfies(one -> assertThat(one.status()).isEqualTo(DeliveryStatus.REJECTED));
                        assertThat(stage.network.rows(TradingGridSandbox.RULES)).isEmpty();
                        for (CaseEventType type : List.of(
                                CaseEventType.RIGHTS_UNBLOCKED,
                                CaseEventType.RIGHTS_BLOCKED,
                                CaseEventType.ASSET_LINKED,
                                CaseEventType.ASSET_UNLINKED)) {
                            assertThat(TvStage.events(state, type))
                                    .as(type.value())
                                    .hasSize(1);
                        }
                    }
                });
    }

    @Test
    void whatTheNetworkTakesAwayIsTakenBackWheneverItDies() throws Exception {
        SourceRef verona = TvStage.ref(VERONA);
        survives("network", stage -> stage.people.rules().orElseThrow().revoke(verona, ITALY));
    }

    @Test
    void whatTheLibraryClosesIsClosedInTheNetworkWheneverItDies() throws Exception {
        survives(
                "library",
                stage -> stage.library
                        .eyes()
                        .require(DeliveryLog.class)
                        .advance(entries(stage, true).get(0).ref(), DeliveryStatus.REJECTED, "by hand"));
    }
}
