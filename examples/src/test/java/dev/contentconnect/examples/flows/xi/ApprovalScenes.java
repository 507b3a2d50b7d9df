package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Something is submitted, and reviewers answer: on both sandboxes, made anew for each test. */
abstract class ApprovalScenes {
    static final List<String> REVIEWERS = List.of("legal", "brand");

    final StateStore state = StateStore.inMemory();
    XiStage stage = new XiStage();
    Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    ExternalApproval flow(List<String> reviewers) {
        return flow(reviewers, ApprovalFields.DEFAULTS);
    }

    ExternalApproval flow(List<String> reviewers, ApprovalFields fields) {
        return new ExternalApproval(
                stage.iconik(PowerCut.never()),
                stage.xecm(PowerCut.never()),
                reviewers,
                fields,
                stage::page,
                state,
                stage.clock);
    }

    ExternalApproval flow() {
        return flow(REVIEWERS);
    }

    SourceRef submitted(String title) {
        SourceRef asset = studio.upload(title);
        studio.submit(asset);
        return asset;
    }

    String key(SourceRef asset) {
        return "xi4:" + asset + "@" + studio.version(asset);
    }

    void allSay(SourceRef asset, DecisionOutcome outcome) {
        REVIEWERS.forEach(one -> studio.answer(key(asset), one, outcome, "seen by " + one));
    }

    ApprovalStatus inLibrary(SourceRef asset) {
        return studio.approval(asset).map(Approval::status).orElse(null);
    }

    CaseEvent changed(SourceRef asset) {
        return CaseEvent.builder(asset.system(), CaseEventType.ASSET_UPDATED, "changed " + asset, stage.clock.now())
                .subject(asset)
                .build();
    }

    List<CaseEvent> types(CaseEventType type) {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }
}
