package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Posters that are reviewed, and the flow AW2. */
abstract class CreativeScene {
    static final Map<String, String> YES = Map.of("compliance", "approved", "legal", "approved", "product", "approved");
    static final Map<String, String> LEGAL_WANTS_CHANGES =
            Map.of("compliance", "approved", "legal", "revise", "product", "approved");

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    final CreativeReview flow = flow(PowerCut.never(), state);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    CreativeReview flow(PowerCut cut, StateStore memory) {
        return new CreativeReview(stage.desk.workflow(cut), stage.aprimo(cut), memory, stage.time());
    }

    SourceRef asked(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    String version(SourceRef asset) {
        return stage.planning
                .require(AssetReader.class)
                .get(asset)
                .currentVersion()
                .id();
    }

    String upload(SourceRef asset, String key) {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.planning.require(AssetWriter.class).addVersion(asset, key, AwStage.file(key));
        return version(asset);
    }

    List<Approval> shown(SourceRef asset, String version) {
        return stage.planning.require(ApprovalDesk.class).query(ApprovalQuery.ALL.about(asset)).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .toList();
    }

    List<ApprovalStatus> words(SourceRef asset, String version) {
        return shown(asset, version).stream().map(Approval::status).toList();
    }
}
