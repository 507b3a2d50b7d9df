package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends after any request and beside any commit; what is compared was read from the portal. */
class UploadApprovalInterruptedTest {
    private final SwStage stage = SwStage.sandboxes();
    private final Map<String, SourceRef> assets = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    /** A look at what is out costs a request for each publication: those of earlier runs go. */
    private void tidy() {
        stage.sandbox.personDeletes("[cc-publication");
    }

    private UploadApproval flow(PowerCut cut, StateStore memory) {
        return new UploadApproval(
                stage.desk.workflow(cut),
                stage.smintio(cut),
                asset -> List.of(SwStage.AUSTRIA),
                stage::shown,
                memory,
                stage.clock);
    }

    private void review(UploadApproval flow, SourceRef asset, Map<String, String> words) {
        if (flow.advance(asset) instanceof Standing.Waiting waiting) {
            stage.answer(waiting.caseRef(), words);
            flow.advance(asset);
        }
    }

    @Test
    void offersOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "offered",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::upload);
                    review(flow(cut, memory), asset, Reviews.ALL_APPROVE);
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.isPending(asset)).as(id).isFalse();
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(3);
                    assertThat(SwStage.trail(memory, CaseEventType.ASSET_PUBLISHED))
                            .as(id)
                            .hasSize(1);
                    tidy();
                });
    }

    @Test
    void offersNothingThatWasRejectedWheneverItDies() throws Exception {
        Interruptions.survived(
                "rejected",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::upload);
                    review(flow(cut, memory), asset, Reviews.LEGAL_REJECTS);
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).isEmpty();
                    assertThat(stage.isPending(asset)).as(id).isTrue();
                    assertThat(stage.statuses).as(id).containsEntry(asset, AssetStatus.HELD);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(4);
                    assertThat(SwStage.trail(memory, CaseEventType.FLOW_REFUSED))
                            .as(id)
                            .hasSize(1);
                    tidy();
                });
    }

    @Test
    void replacesAVersionByTheNextOneWheneverItDies() throws Exception {
        Set<String> shown = new HashSet<>();
        Interruptions.survived(
                "replaced",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::upload);
                    UploadApproval cutOff = flow(cut, memory);
                    if (!shown.contains(id)) {
                        review(flow(PowerCut.never(), memory), asset, Reviews.ALL_APPROVE);
                        stage.newVersion(asset, "2");
                        shown.add(id);
                    }
                    review(cutOff, asset, Reviews.ALL_APPROVE);
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.isPending(asset)).as(id).isFalse();
                    assertThat(stage.cases(asset)).as(id).hasSize(2);
                    tidy();
                });
    }
}
