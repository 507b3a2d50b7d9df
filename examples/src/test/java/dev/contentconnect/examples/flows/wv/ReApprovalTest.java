package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version a stranger gets from VIP, at every step. */
class ReApprovalTest {
    final StateStore state = StateStore.inMemory();

    @TempDir
    Path folder;

    Stage stage;
    Shelf shelf;
    private SourceRef poster;

    /** Where the flow runs. */
    Stage stage() {
        return Stage.sandboxes();
    }

    @BeforeEach
    void hangUp() throws Exception {
        stage = stage();
        shelf = new Shelf(stage, folder);
        poster = shelf.approved("poster-" + UUID.randomUUID());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    ReApproval flow() {
        return new ReApproval(
                stage.workflow(PowerCut.never()), stage.vip(PowerCut.never()), Shelf.SERVING, state, stage.clock());
    }

    private VersionOutcome answer(Map<String, String> words) throws InterruptedException {
        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting) flow().advance(poster);
        Reviews.answer(stage.people(), waiting.caseRef(), words);
        return settled();
    }

    private VersionOutcome settled() throws InterruptedException {
        return shelf.eventually(() -> flow().advance(poster), one -> !(one instanceof VersionOutcome.Waiting));
    }

    private void distributes(int number) throws Exception {
        assertThat(shelf.distributed(poster)).as("distributed version").isEqualTo(number);
    }

    @Test
    void distributesTheNewVersionOnlyAfterItsOwnApproval() throws Exception {
        assertThat(flow().advance(poster)).isEqualTo(new VersionOutcome.Distributed(poster.id()));
        distributes(1);

        AssetVersion second = shelf.addVersion(poster, "2");
        distributes(1);
        assertThat(flow().advance(poster)).isInstanceOfSatisfying(VersionOutcome.Waiting.class, waiting -> {
            assertThat(waiting.version()).isEqualTo(second.id());
            assertThat(waiting.distributed()).isEqualTo(poster.id());
            assertThat(waiting.open()).containsExactlyElementsOf(ReApproval.STAKEHOLDERS);
        });
        distributes(1);

        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting) flow().advance(poster);
        Reviews.answer(stage.people(), waiting.caseRef(), Map.of("brand", "approved", "marketing", "approved"));
        assertThat(flow().advance(poster))
                .isInstanceOfSatisfying(
                        VersionOutcome.Waiting.class,
                        still -> assertThat(still.open()).containsExactly("legal"));
        distributes(1);

        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
        assertThat(settled()).isEqualTo(new VersionOutcome.Distributed(second.id()));
        distributes(2);
        assertThat(flow().advance(poster)).isEqualTo(new VersionOutcome.Distributed(second.id()));
        distributes(2);
        assertThat(shelf.publisher().publications(poster))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.audience()).containsExactlyInAnyOrderElementsOf(Shelf.AUDIENCE));
    }

    @Test
    void holdsARejectedVersionBackAndSaysWhy() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        List<String> reasons = List.of("legal said rejected: not legal enough");
        VersionOutcome refused = new VersionOutcome.Refused(second.id(), reasons, poster.id());

        assertThat(answer(Reviews.LEGAL_REJECTS)).isEqualTo(refused);
        assertThat(flow().advance(poster)).isEqualTo(refused);
        distributes(1);
        assertThat(stage.eyes().require(CommentThread.class).comments(poster))
                .singleElement()
                .extracting(Comment::text)
                .asString()
                .contains("version 2")
                .contains("legal said rejected: not legal enough");
    }

    @Test
    void goesOnFromTheRefusedVersionToTheNextOne() throws Exception {
        shelf.addVersion(poster, "2");
        answer(Reviews.LEGAL_REJECTS);
        AssetVersion third = shelf.addVersion(poster, "3");
        distributes(1);

        assertThat(answer(Reviews.ALL_APPROVE)).isEqualTo(new VersionOutcome.Distributed(third.id()));
        distributes(3);
    }

    @Test
    void takesBackWhatWasPublishedPastItAndGivesTheApprovedVersionAgain() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        for (int i = 0; i < 2; i++) {
            shelf.publish(poster, "by hand " + i + " " + poster.id(), second.id());
            distributes(2);
            assertThat(flow().advance(poster)).isInstanceOf(VersionOutcome.Waiting.class);
            distributes(1);
            flow().advance(poster);
            distributes(1);
        }

        assertThat(answer(Reviews.ALL_APPROVE)).isEqualTo(new VersionOutcome.Distributed(second.id()));
        distributes(2);
    }

    @Test
    void countsNoApprovalOfAVersionThatIsNoLongerTheNewest() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        VersionOutcome.Waiting first = (VersionOutcome.Waiting) flow().advance(poster);
        Reviews.answer(stage.people(), first.caseRef(), Reviews.ALL_APPROVE);
        shelf.ended(first.caseRef());
        AssetVersion third = shelf.addVersion(poster, "3");

        assertThat(flow().advance(poster)).isInstanceOfSatisfying(VersionOutcome.Waiting.class, waiting -> {
            assertThat(waiting.version()).isEqualTo(third.id());
            assertThat(waiting.distributed()).isEqualTo(poster.id());
        });
        distributes(1);
        assertThat(Shelf.trail(state))
                .filteredOn(event -> event.type().value().equals("approval.voided"))
                .singleElement()
                .satisfies(event -> assertThat(event.subjectVersion()).isEqualTo(second.id()));
    }

    @Test
    void cancelsTheOpenCaseOfAnOlderVersion() throws Exception {
        shelf.addVersion(poster, "2");
        VersionOutcome.Waiting first = (VersionOutcome.Waiting) flow().advance(poster);
        shelf.addVersion(poster, "3");
        flow().advance(poster);

        assertThat(stage.people().require(CaseDesk.class).get(first.caseRef()).status())
                .isEqualTo(CaseStatus.CANCELLED);
        assertThat(answer(Reviews.ALL_APPROVE)).isInstanceOf(VersionOutcome.Distributed.class);
        distributes(3);
    }

    /** A partner has to be in one segment of each kind: of two audiences no one can be made. */
    @Test
    void givesEachAudienceTheNewVersionAndNobodyElse() throws Exception {
        poster = shelf.approvedForTwo("pair-" + UUID.randomUUID());
        AssetVersion second = shelf.addVersion(poster, "2");
        shelf.publish(poster, "past it " + poster.id(), second.id());
        flow().advance(poster);
        assertThat(shelf.audiences(poster, " instead of ")).containsExactlyInAnyOrderElementsOf(Shelf.TWO);

        answer(Reviews.ALL_APPROVE);
        distributes(2);
        assertThat(shelf.audiences(poster, "wv6:" + poster + "@" + second.id()))
                .containsExactlyInAnyOrderElementsOf(Shelf.TWO);
        assertThat(flow().advance(poster)).isEqualTo(new VersionOutcome.Distributed(second.id()));
        assertThat(shelf.publisher().publications(poster)).hasSize(7);
    }

    @Test
    void refusesWhatTheRightsDoNotAllowOneOfTheAudiences() throws Exception {
        poster = shelf.approvedForTwo("pair-" + UUID.randomUUID());
        shelf.addVersion(poster, "2");
        shelf.allow(poster, "DE");

        assertThat(answer(Reviews.ALL_APPROVE))
                .isInstanceOfSatisfying(
                        VersionOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .endsWith("territory_not_granted: FR"));
    }

    @Test
    void endsItsCaseWhenTheVersionIsApprovedElsewhere() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting) flow().advance(poster);
        approvedElsewhere(second);

        assertThat(flow().advance(poster)).isEqualTo(new VersionOutcome.Distributed(second.id()));
        assertThat(stage.people().require(CaseDesk.class).get(waiting.caseRef()).status())
                .isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void endsItsCaseWhenTheVersionIsApprovedElsewhereAndANewerOneCame() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting) flow().advance(poster);
        approvedElsewhere(second);
        shelf.addVersion(poster, "3");

        assertThat(flow().advance(poster)).isInstanceOf(VersionOutcome.Waiting.class);
        assertThat(stage.people().require(CaseDesk.class).get(waiting.caseRef()).status())
                .isEqualTo(CaseStatus.CANCELLED);
    }

    private void approvedElsewhere(AssetVersion version) throws Exception {
        String key = "wv1:elsewhere " + poster.id();
        shelf.approve(poster, key);
        shelf.publish(poster, key, version.id());
    }

    @Test
    void leavesAloneWhatNobodyApproved() throws Exception {
        SourceRef draft = shelf.draft("draft-" + UUID.randomUUID());
        assertThat(flow().advance(draft)).isEqualTo(new VersionOutcome.NotApprovedYet());

        shelf.publish(draft, "by hand " + draft.id(), draft.id());
        assertThat(flow().advance(draft)).isEqualTo(new VersionOutcome.NotApprovedYet());
        assertThat(shelf.distributed(draft)).isEqualTo(1);
    }

    @Test
    void doesNotLetGoWhatPeopleKeepBack() throws Exception {
        AssetVersion second = shelf.addVersion(poster, "2");
        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting) flow().advance(poster);
        shelf.publisher().hold(poster, "a complaint");
        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);

        assertThat(settled()).isEqualTo(new VersionOutcome.KeptBack(second.id()));
        distributes(0);
        assertThat(shelf.reader().get(poster).status()).isEqualTo(AssetStatus.HELD);

        shelf.publish(poster, "let go " + poster.id(), poster.id());
        assertThat(flow().advance(poster)).isEqualTo(new VersionOutcome.Distributed(second.id()));
        distributes(2);
    }
}
