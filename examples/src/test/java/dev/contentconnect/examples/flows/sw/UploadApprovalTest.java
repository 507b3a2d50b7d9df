package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Busy;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared is what the people of an audience find in the portal, what waits there, and what is said there. */
class UploadApprovalTest {
    private final SwStage stage = stage();
    private final StateStore state = StateStore.inMemory();
    private final UploadApproval flow = flow(PowerCut.never(), state);

    SwStage stage() {
        return SwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
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

    private SourceRef asked(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    private Standing approved(SourceRef asset) throws InterruptedException {
        stage.answer(asked(asset), Reviews.ALL_APPROVE);
        return stage.settled(() -> flow.advance(asset));
    }

    @Test
    void offersAnUploadOnceEverybodyApprovedIt() throws Exception {
        SourceRef poster = stage.upload("poster");
        SourceRef caseRef = asked(poster);
        stage.answer(caseRef, Map.of("brand", "approved", "legal", "approved"));
        assertThat(flow.advance(poster)).isEqualTo(new Standing.Waiting(caseRef, List.of("marketing")));
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.isPending(poster)).isTrue();

        stage.answer(caseRef, Reviews.ALL_APPROVE);
        assertThat(stage.settled(() -> flow.advance(poster))).isEqualTo(new Standing.Done(caseRef, "published"));

        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.offers(poster, SwStage.GERMANY)).isEmpty();
        assertThat(stage.isPending(poster)).isFalse();
        assertThat(stage.statuses).containsEntry(poster, AssetStatus.PUBLISHED);
        assertThat(stage.said(poster)).hasSize(3).allMatch(text -> text.contains(" said approved"));
    }

    @Test
    void leavesWhatSomebodyRejectedAmongWhatWaitsAndSaysWhy() throws Exception {
        SourceRef poster = stage.upload("poster");
        SourceRef caseRef = asked(poster);
        stage.answer(caseRef, Reviews.LEGAL_REJECTS);
        Standing end = stage.settled(() -> flow.advance(poster));

        assertThat(end).isEqualTo(new Standing.Refused(List.of("legal said rejected: not legal enough")));
        assertThat(stage.sandbox.collections(poster.id())).containsExactlyInAnyOrder("Pending", "In review");
        assertThat(stage.statuses).containsEntry(poster, AssetStatus.HELD);
        assertThat(stage.said(poster, "Held: legal said rejected: not legal enough"))
                .isOne();
        assertThat(flow.advance(poster)).isEqualTo(end);
        assertThat(stage.said(poster)).hasSize(4);
        assertThat(SwStage.trail(state, CaseEventType.FLOW_REFUSED)).hasSize(1);
    }

    @Test
    void opensOneCaseAndOffersOnceHoweverOftenItIsTold() throws Exception {
        SourceRef poster = stage.upload("poster");
        approved(poster);
        for (int i = 0; i < 3; i++) {
            flow.handle(CaseEvent.builder("smintio", CaseEventType.ASSET_UPDATED, "e" + i, stage.clock.now())
                    .subject(poster)
                    .build());
        }
        flow.handle(CaseEvent.builder("smintio", CaseEventType.ASSET_UPDATED, "odd", stage.clock.now())
                .subject(SourceRef.of("smintio", "collection/c-reviews"))
                .build());
        assertThat(stage.cases(poster)).hasSize(1);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.said(poster)).hasSize(3);
        assertThat(SwStage.trail(state, CaseEventType.ASSET_PUBLISHED)).hasSize(1);
    }

    @Test
    void hearsOfStockByThePurchaseAndOfUploadsByWhatWaits() throws Exception {
        SourceRef upload = stage.upload("poster");
        SourceRef stock = stage.licensed("beach", stage.stock("beach"));
        SourceRef unseen = stage.buy("unseen", stage.stock("unseen"));
        try (FeedRunner runner = FeedRunner.builder("sw1", state, item -> flow.handle(item.event()))
                .poll(stage.portal.require(AssetFeed.class), Duration.ofSeconds(30))
                .time(stage.clock)
                .build()) {
            runner.runUntilIdle();
            for (SourceRef asset : List.of(upload, stock)) {
                CaseRecord opened = stage.cases(asset).get(0);
                stage.answer(opened.ref(), Reviews.ALL_APPROVE);
                stage.eventually(
                        () -> stage.read(opened.ref()), one -> one.status().isFinal());
                flow.handle(CaseEvent.builder("workflow", CaseEventType.CASE_RESOLVED, asset.id(), stage.clock.now())
                        .subject(asset)
                        .build());
            }
            for (int i = 0; i < 3; i++) {
                stage.clock.advance(Duration.ofMinutes(2));
                runner.runUntilIdle();
            }
            assertThat(runner.status().parked()).isZero();
        }
        assertThat(stage.cases(upload)).hasSize(1);
        assertThat(stage.cases(stock)).hasSize(1);
        assertThat(stage.cases(unseen)).isEmpty();
        assertThat(stage.offers(upload, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.offers(stock, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void takesANewVersionBackUntilItIsApproved() throws Exception {
        SourceRef poster = stage.upload("poster");
        approved(poster);
        stage.newVersion(poster, "2");
        SourceRef second = asked(poster);
        assertThat(stage.sandbox.collections(poster.id())).containsExactlyInAnyOrder("Pending", "In review");

        stage.answer(second, Reviews.ALL_APPROVE);
        assertThat(stage.settled(() -> flow.advance(poster))).isEqualTo(new Standing.Done(second, "published"));
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.cases(poster)).hasSize(2);
    }

    @Test
    void takesANewVersionBackAlsoWhileNobodyCanBeAsked() throws Exception {
        SourceRef poster = stage.upload("poster");
        approved(poster);
        stage.newVersion(poster, "2");
        Busy broken = new Busy(stage.desk.workflow(PowerCut.never()), method -> {
            throw new ConnectorException(
                    new ConnectorError.Unavailable(Trace.local("workflow", method, "out of order"), null));
        });
        UploadApproval alone = new UploadApproval(
                broken, stage.portal, asset -> List.of(SwStage.AUSTRIA), stage::shown, state, stage.clock);
        assertThatThrownBy(() -> alone.advance(poster)).isInstanceOf(ConnectorException.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.said(poster, "Held: version 2 waits for its review")).isOne();

        assertThat(approved(poster)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.said(poster, "Held: ")).isOne();
    }

    @Test
    void offersAnApprovedVersionAgainThatComesBack() throws Exception {
        SourceRef poster = stage.upload("poster");
        approved(poster);
        stage.newVersion(poster, "2");
        SourceRef second = asked(poster);
        stage.newVersion(poster, "1");

        assertThat(flow.advance(poster)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.read(second).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void takesBackWhatSomebodyPublishesPastTheReview() {
        SourceRef poster = stage.upload("poster");
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest("hand", "Mine", List.of(poster), List.of(SwStage.AUSTRIA), null, null));
        asked(poster);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.isPending(poster)).isTrue();
    }

    @Test
    void takesBackWhatBrokeOffOnItsWayOutWhenAnotherVersionComes() throws Exception {
        SourceRef poster = stage.upload("poster");
        SourceRef caseRef = asked(poster);
        stage.answer(caseRef, Reviews.ALL_APPROVE);
        stage.eventually(() -> stage.read(caseRef), one -> one.status().isFinal());
        stage.sandbox.failNext(
                3,
                "POST",
                SmintioSandbox.FRONTEND + "/portals/" + SmintioSandbox.PORTAL
                        + "/portalsContext/ICollectionsUpdate/execute/updateCollectionAsync",
                Fault.status(503));
        assertThatThrownBy(() -> flow.advance(poster)).isInstanceOf(ConnectorException.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA))
                .as("seen before it is named")
                .hasSize(1);

        stage.newVersion(poster, "2");
        asked(poster);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void leavesWhereItIsWhatOthersTookBackAfterTheApproval() throws Exception {
        SourceRef poster = stage.upload("poster");
        approved(poster);
        stage.portal.require(AssetPublisher.class).withdraw(poster, "a recall");
        assertThat(flow.advance(poster)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.statuses).containsEntry(poster, AssetStatus.WITHDRAWN);
    }

    @Test
    void offersNothingWhoseLicenceEndedWhilePeopleReviewed() throws Exception {
        SourceRef beach = stage.licensed(
                "beach",
                stage.stock("beach")
                        .term(
                                "valid_until",
                                stage.clock.now().plus(Duration.ofDays(1)).toString()));
        SourceRef caseRef = asked(beach);
        stage.clock.advance(Duration.ofDays(2));
        stage.answer(caseRef, Reviews.ALL_APPROVE);
        assertThat(stage.settled(() -> flow.advance(beach)))
                .isInstanceOfSatisfying(
                        Standing.Refused.class,
                        refused -> assertThat(refused.reasons()).contains("rights_expired"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.said(beach, "rights_expired")).isOne();

        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "published"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void tellsReviewersThatThereIsNoLicenceText() {
        SourceRef beach = stage.licensed("beach", stage.stock("beach").with("license_text", null));
        assertThat(note(asked(beach))).contains("Rights: cleared, getty").contains("There is no licence text.");
        SourceRef lost = stage.upload("lost");
        stage.licences.put(lost.id(), "nowhere");
        assertThat(note(asked(lost))).contains("Its licence cannot be found.");
    }

    private String note(SourceRef caseRef) {
        List<Comment> said = stage.desk.people().require(CommentThread.class).comments(caseRef).stream()
                .toList();
        return String.valueOf(said.stream().map(Comment::text).toList());
    }

    @Test
    void offersNothingWhoseLicenceCannotBeFound() throws Exception {
        SourceRef lost = stage.upload("lost");
        stage.licences.put(lost.id(), "nowhere");
        assertThat(approved(lost)).isEqualTo(new Standing.Refused(List.of("its licence cannot be found")));
        assertThat(stage.offers(lost, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void asksNobodyAboutWhatIsGone() {
        SourceRef poster = stage.upload("poster");
        SourceRef caseRef = asked(poster);
        stage.sandbox.takesBack(poster.id());
        assertThat(flow.advance(poster)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void takesACancelledCaseForANo() throws Exception {
        SourceRef poster = stage.upload("poster");
        SourceRef caseRef = asked(poster);
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "not needed");
        assertThat(stage.settled(() -> flow.advance(poster)))
                .isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void reviewsWhatHasNoVersionByItsLastChange() throws Exception {
        SourceRef poster = stage.upload("poster");
        stage.sandbox.sets(poster.id(), "version", "string", null);
        assertThat(approved(poster)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).hasSize(1);
        stage.clock.advance(Duration.ofHours(1));
        stage.sandbox.sets(
                poster.id(), "modifiedAt", "date_time", stage.clock.now().toString());
        asked(poster);
        assertThat(stage.offers(poster, SwStage.AUSTRIA)).isEmpty();
    }
}
