package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class CreativeReviewInterruptedTest extends CreativeScene {
    @Test
    void showsEachAnswerOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Interruptions.survived(
                "creative",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    CreativeReview cutOff = flow(cut, memory);
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, version(asset))).as(id).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void sendsAVersionBackAndApprovesTheNextOneWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        Interruptions.survived(
                "revised",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    String returned = first.computeIfAbsent(id, any -> version(asset));
                    CreativeReview cutOff = flow(cut, memory);
                    if (version(asset).equals(returned) && cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), LEGAL_WANTS_CHANGES);
                        cutOff.advance(asset);
                        upload(asset, id + " 2");
                    }
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, first.get(id)))
                            .as(id)
                            .hasSize(3)
                            .containsOnlyOnce(ApprovalStatus.CHANGES_REQUESTED);
                    assertThat(words(asset, version(asset))).as(id).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
                    assertThat(stage.cases(asset))
                            .as(id)
                            .extracting(one -> one.status())
                            .containsExactlyInAnyOrder(CaseStatus.CANCELLED, CaseStatus.RESOLVED);
                });
    }

    @Test
    void leavesNoQuestionOpenAboutAVersionThatIsReplacedWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        Interruptions.survived(
                "replaced",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    String replaced = first.computeIfAbsent(id, any -> version(asset));
                    CreativeReview cutOff = flow(cut, memory);
                    if (version(asset).equals(replaced) && cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), Map.of("legal", "approved"));
                        cutOff.advance(asset);
                        upload(asset, id + " 2");
                    }
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, first.get(id)))
                            .as(id)
                            .containsExactlyInAnyOrder(
                                    ApprovalStatus.APPROVED, ApprovalStatus.CANCELLED, ApprovalStatus.CANCELLED);
                    assertThat(words(asset, version(asset))).as(id).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
                    assertThat(stage.status(asset)).as(id).isEqualTo("Approved");
                });
    }

    @Test
    void leavesNoQuestionOpenOfACancelledCaseWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Interruptions.survived(
                "cancelled",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    CreativeReview cutOff = flow(cut, memory);
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), Map.of("legal", "approved"));
                        stage.desk.people().require(CaseDesk.class).cancel(waiting.caseRef(), "wrong file");
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, version(asset)))
                            .as(id)
                            .containsExactlyInAnyOrder(
                                    ApprovalStatus.APPROVED, ApprovalStatus.CANCELLED, ApprovalStatus.CANCELLED);
                    assertThat(stage.status(asset)).as(id).isEqualTo("Cancelled");
                });
    }
}
