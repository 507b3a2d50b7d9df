package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.PerformanceFeedback.LookBack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Posters that were used in a launch, and the flow AW8. */
abstract class FeedbackScene {
    static final Map<String, String> YES = Map.of("marketing", "approved", "brand", "approved");
    static final Map<String, String> BRAND_SAYS_NO = Map.of("marketing", "approved", "brand", "rejected");

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    final PerformanceFeedback flow = flow(PowerCut.never(), state);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    PerformanceFeedback flow(PowerCut cut, StateStore memory) {
        return new PerformanceFeedback(
                stage.desk.workflow(cut),
                stage.aprimo(cut),
                new PerformanceFeedback.Tags("reuse", "revise"),
                memory,
                stage.time());
    }

    LookBack look(SourceRef asset, String launch) {
        return new LookBack(asset, launch, "12 downloads, 3 % response", null);
    }

    SourceRef asked(LookBack look) {
        return ((Standing.Waiting) flow.advance(look)).caseRef();
    }

    List<String> tags(SourceRef asset) {
        return stage.planning.require(AssetReader.class).get(asset).tags();
    }

    void tag(SourceRef asset, String... tags) {
        stage.planning
                .require(AssetWriter.class)
                .update(Asset.builder(asset).tags(List.of(tags)).build());
    }
}
