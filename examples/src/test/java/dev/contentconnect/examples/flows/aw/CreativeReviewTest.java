package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is compared was read from the fields of the record in Aprimo and from the workflow service. */
class CreativeReviewTest extends CreativeScene {
    @Test
    void showsEachAnswerAsItComesAndTheVersionThatIsApproved() {
        SourceRef asset = stage.poster("hero");
        String first = version(asset);
        SourceRef caseRef = asked(asset);
        assertThat(words(asset, first)).hasSize(3).containsOnly(ApprovalStatus.PENDING);
        stage.answer(caseRef, Map.of("legal", "approved"));
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, List.of("compliance", "product")));
        assertThat(words(asset, first))
                .containsExactlyInAnyOrder(ApprovalStatus.APPROVED, ApprovalStatus.PENDING, ApprovalStatus.PENDING);
        stage.answer(caseRef, YES);

        assertThat(flow.advance(asset)).isEqualTo(new Standing.Done(caseRef, first));
        assertThat(words(asset, first)).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
        assertThat(shown(asset, first))
                .extracting(one -> one.decision().decidedBy())
                .contains(Actor.of("legal@example.com"));
        assertThat(stage.field(asset, "ApprovedVersion")).isEqualTo(first);
    }

    @Test
    void sendsAVersionBackWithTheReasonsAndAsksAboutTheNextOne() {
        SourceRef asset = stage.poster("hero");
        String first = version(asset);
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, LEGAL_WANTS_CHANGES);
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, List.of("creative")));
        String second = upload(asset, "hero 2");

        SourceRef next = asked(asset);
        assertThat(next).isNotEqualTo(caseRef);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(words(asset, second)).hasSize(3).containsOnly(ApprovalStatus.PENDING);
        stage.answer(next, YES);
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Done(next, second));

        assertThat(words(asset, second)).containsOnly(ApprovalStatus.APPROVED);
        assertThat(shown(asset, first))
                .filteredOn(one -> one.status().equals(ApprovalStatus.CHANGES_REQUESTED))
                .singleElement()
                .extracting(Approval::decision)
                .extracting(Decision::note)
                .isEqualTo("not legal enough");
        assertThat(stage.report(state).cases().cancelled()).isOne();
    }

    @Test
    void asksOnceMoreWhenTheSameVersionIsResubmitted() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, LEGAL_WANTS_CHANGES);
        flow.advance(asset);
        stage.complete(caseRef, "revise", TaskResult.of("resubmitted", null, Actor.of("cri@example.com")));
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, CreativeReview.STAKEHOLDERS));
        stage.answer(caseRef, YES);

        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(words(asset, version(asset))).hasSize(6).containsOnlyOnce(ApprovalStatus.CHANGES_REQUESTED);
    }

    @Test
    void saysWhyAVersionIsRejected() {
        SourceRef asset = stage.poster("hero");
        stage.answer(asked(asset), Map.of("compliance", "rejected", "legal", "approved", "product", "approved"));
        Standing end = flow.advance(asset);
        assertThat(end).isEqualTo(new Standing.Refused(List.of("compliance said rejected: not compliance enough")));
        assertThat(flow.advance(asset)).isEqualTo(end);
        assertThat(stage.cases(asset)).hasSize(1);
        assertThat(words(asset, version(asset))).hasSize(3).containsOnlyOnce(ApprovalStatus.REJECTED);
    }

    @Test
    void takesAYesToAnOlderVersionForNoYesToTheNewOne() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, YES);
        String second = upload(asset, "hero 2");
        assertThat(((Standing.Waiting) flow.advance(asset)).missing())
                .containsExactlyElementsOf(CreativeReview.STAKEHOLDERS);
        assertThat(words(asset, second)).containsOnly(ApprovalStatus.PENDING);
    }

    @Test
    void leavesNoQuestionOpenAboutAVersionThatWasReplaced() {
        SourceRef asset = stage.poster("hero");
        String first = version(asset);
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, Map.of("legal", "approved"));
        flow.advance(asset);
        String second = upload(asset, "hero 2");
        flow.advance(asset);

        assertThat(words(asset, first))
                .containsExactlyInAnyOrder(ApprovalStatus.APPROVED, ApprovalStatus.CANCELLED, ApprovalStatus.CANCELLED);
        assertThat(shown(asset, first))
                .filteredOn(one -> one.status().equals(ApprovalStatus.CANCELLED))
                .allSatisfy(one -> assertThat(one.extensions().get("aprimo")).containsEntry("supersededBy", second));
        assertThat(words(asset, second)).hasSize(3).containsOnly(ApprovalStatus.PENDING);
    }

    @Test
    void leavesNoQuestionOpenOfACaseThatSomebodyCancels() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, Map.of("legal", "approved"));
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "wrong file");

        assertThat(flow.advance(asset)).isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(words(asset, version(asset)))
                .containsExactlyInAnyOrder(ApprovalStatus.APPROVED, ApprovalStatus.CANCELLED, ApprovalStatus.CANCELLED);
    }

    @Test
    void saysInTheFieldForPeopleThatOneOfThemSaidNo() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, Map.of("legal", "rejected"));
        flow.advance(asset);
        stage.answer(caseRef, YES);
        flow.advance(asset);
        assertThat(stage.status(asset)).isEqualTo("Rejected");
    }

    @Test
    void goesByTheFeedOfAprimoAndItsOwnWritingAsksNobody() {
        try (FeedRunner runner = FeedRunner.builder("aw2", state, item -> flow.handle(item.event()))
                .poll(stage.planning.require(AssetFeed.class), Duration.ofSeconds(30))
                .time(stage.time())
                .build()) {
            runner.runUntilIdle();
            SourceRef asset = stage.poster("fed");
            for (int i = 0; i < 3; i++) {
                stage.clock.advance(Duration.ofMinutes(2));
                runner.runUntilIdle();
            }
            assertThat(stage.cases(asset)).hasSize(1);
            assertThat(words(asset, version(asset))).hasSize(3);
            assertThat(runner.status().parked()).isZero();
        }
        flow.handle(CaseEvent.builder("aprimo", CaseEventType.ASSET_DELETED, "e", stage.clock.now())
                .subject(SourceRef.of("aprimo", "00000000000000000000000000009999"))
                .build());
    }
}
