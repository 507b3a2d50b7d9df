package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.map.ApprovalMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XI4: what was approved and is so no more, and reviews that the server of record puts away. */
class ExternalApprovalWithdrawnTest extends ApprovalScenes {
    private SourceRef ready() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
        return film;
    }

    private void submitAgain(SourceRef film) {
        stage.clock.advance(Duration.ofHours(1));
        studio.submit(film);
        stage.settle();
    }

    private void allSay(SourceRef film, String attempt, DecisionOutcome outcome) {
        REVIEWERS.forEach(one -> studio.answer(key(film) + attempt, one, outcome, "seen again by " + one));
    }

    private long process(SourceRef film, String reviewer) {
        return Long.parseLong(studio.review(key(film), reviewer).ref().id().substring("wf:".length()));
    }

    @Test
    void losesItsMarkWhileAReviewerOfTheLibraryDisagrees() {
        SourceRef film = ready();
        stage.media.personDecides(film.id(), "anna", "NOT_APPROVED");
        ExternalApprovalOutcome disputed =
                new ExternalApprovalOutcome.Disputed(studio.version(film), ApprovalMapper.CONFLICTED);
        assertThat(flow().sweep()).containsEntry(film, disputed);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(types(CaseEventType.ASSET_HELD)).hasSize(1);
        long writes = studio.writes();
        assertThat(flow().advance(film)).isEqualTo(disputed);
        assertThat(studio.writes()).isEqualTo(writes);

        stage.media.personDecides(film.id(), "anna", "APPROVED");
        flow().handle(changed(film));
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
        assertThat(stage.records.workflows().started()).isEqualTo(2);

        stage.media.personDecides(film.id(), "anna", "NOT_APPROVED");
        flow().handle(changed(film));
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(XiStage.trail(state))
                .extracting(CaseEvent::type)
                .filteredOn(type -> type.equals(CaseEventType.ASSET_TAGGED) || type.equals(CaseEventType.ASSET_HELD))
                .containsExactly(
                        CaseEventType.ASSET_TAGGED,
                        CaseEventType.ASSET_HELD,
                        CaseEventType.ASSET_TAGGED,
                        CaseEventType.ASSET_HELD);
    }

    @Test
    void losesItsMarkWhenTheLibraryForgetsTheRequest() {
        SourceRef film = ready();
        stage.library.client().approvals().delete(ObjectType.ASSETS, film.id());
        assertThat(flow().sweep()).containsEntry(film, new ExternalApprovalOutcome.NotSubmitted());
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void asksTheReviewersAgainWhenTheSameVersionIsSubmittedAgain() {
        SourceRef film = ready();
        submitAgain(film);
        assertThat(flow().sweep())
                .containsEntry(film, new ExternalApprovalOutcome.Waiting(studio.version(film), REVIEWERS));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.PENDING);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(stage.records.workflows().started()).isEqualTo(4);

        allSay(film, "#2", DecisionOutcome.REJECTED);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Rejected.class);
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.REJECTED);
        submitAgain(film);
        flow().advance(film);
        allSay(film, "#3", DecisionOutcome.APPROVED);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
        assertThat(types(CaseEventType.CASE_RESOLVED))
                .extracting(CaseEvent::outcome)
                .containsExactly("approved", "rejected", "approved");
        assertThat(stage.records.workflows().started()).isEqualTo(6);
    }

    @Test
    void endsReviewsThatAreStillOpenWhenItIsSubmittedAgain() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        studio.answer(key(film), "legal", DecisionOutcome.REJECTED, "no release");
        submitAgain(film);
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Waiting(studio.version(film), REVIEWERS));
        assertThat(studio.review(key(film), "brand").status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(studio.texts(film)).contains("legal (when asked before): no release");
    }

    @Test
    void stopsReviewsThatNobodyAsksForAnyMore() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        stage.library.client().approvals().delete(ObjectType.ASSETS, film.id());
        assertThat(flow().sweep()).containsEntry(film, new ExternalApprovalOutcome.NotSubmitted());
        assertThat(studio.review(key(film), "legal").status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(flow().sweep()).isEmpty();
    }

    @Test
    void takesAwayAMarkThatSomebodySetByHand() {
        SourceRef film = studio.upload("Film");
        studio.fill(film, "PublishReady", "1");
        flow().handle(changed(film));
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        studio.submit(film);
        studio.fill(film, "PublishReady", "1");
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Waiting.class);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(types(CaseEventType.ASSET_HELD)).hasSize(2);
    }

    @Test
    void doesNotDecideAgainWhatWasTakenBackInItsName() {
        SourceRef film = ready();
        stage.library.client().approvals().undecide(ObjectType.ASSETS, film.id());
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Disputed(studio.version(film), ApprovalStatus.PENDING));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.PENDING);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
    }

    @Test
    void waitsForAReviewThatIsSuspended() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        studio.answer(key(film), "legal", DecisionOutcome.APPROVED, null);
        stage.records.workflows().personChanges(process(film, "brand"), "suspend");
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Waiting(studio.version(film), List.of("brand")));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.PENDING);
        stage.records.workflows().personChanges(process(film, "brand"), "resume");
        studio.answer(key(film), "brand", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
    }

    @Test
    void countsAnswersOfReviewsThatWereArchived() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        long legal = process(film, "legal");
        studio.answer(key(film), "legal", DecisionOutcome.APPROVED, null);
        stage.records.workflows().personChanges(legal, "archive");
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Waiting(studio.version(film), List.of("brand")));
        studio.answer(key(film), "brand", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(stage.records.workflows().started()).isEqualTo(2);
    }

    @Test
    void keepsTheVerdictWhenTheServerRemovesTheReviews() {
        SourceRef film = ready();
        List<Long> reviews = List.of(process(film, "legal"), process(film, "brand"));
        reviews.forEach(stage.records.workflows()::purge);
        stage.settle();
        long writes = studio.writes();
        int events = XiStage.trail(state).size();
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Ready(studio.version(film)));
        assertThat(stage.records.workflows().started()).isZero();
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).hasSize(events);
    }

    @Test
    void keepsAnAnswerWhoseReviewIsRemovedBeforeTheOthersCome() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        long legal = process(film, "legal");
        studio.answer(key(film), "legal", DecisionOutcome.APPROVED, "fine");
        flow().advance(film);
        stage.records.workflows().purge(legal);
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Waiting(studio.version(film), List.of("brand")));
        studio.answer(key(film), "brand", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(studio.values(film, "ApprovalDecidedBy")).containsExactly("legal@example.com", "brand@example.com");
        assertThat(stage.records.workflows().started()).isEqualTo(1);
    }

    @Test
    void whatWasSaidJustBeforeTheNextVersionReachesTheLibrary() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        studio.answer(key(film), "legal", DecisionOutcome.REJECTED, "no release of the singer");
        studio.addVersion(film);
        flow().advance(film);
        assertThat(studio.texts(film)).containsOnlyOnce("legal (earlier review): no release of the singer");
    }

    @Test
    void leavesADateAloneThatTheLibrarySpellsInItsOwnWay() {
        SourceRef film = ready();
        String written = (String) studio.values(film, "ApprovalDecidedAt").get(0);
        studio.fill(film, "ApprovalDecidedAt", written.replace("Z", ".000000+00:00"));
        long writes = studio.writes();
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(studio.writes()).isEqualTo(writes);
    }
}
