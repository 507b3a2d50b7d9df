package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** XI4: versions that come and go, and what people do to reviews. */
class ExternalApprovalOdditiesTest extends ApprovalScenes {
    @Test
    void aNewVersionStopsTheReviewOfTheOldOne() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        String first = key(film);
        studio.answer(first, "legal", DecisionOutcome.APPROVED, null);
        studio.addVersion(film);
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.NotSubmitted());
        assertThat(studio.review(first, "brand").status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(studio.values(film, "PublishReady")).isEmpty();

        studio.submit(film);
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Ready(studio.version(film)));
        assertThat(studio.values(film, "PublishReady")).containsExactly("2");
        assertThat(types(CaseEventType.CASE_CANCELLED)).hasSize(1);
        assertThat(types(CaseEventType.CASE_RESOLVED)).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterTheNewVersionDoesNotCount() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        studio.addVersion(film);
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.NotSubmitted());
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(studio.approval(film)).isEmpty();
    }

    @Test
    void aVersionThatIsStillTranscodedStopsNothing() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        studio.addVersion(film);
        studio.newestIs(film, "IN_PROGRESS");
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
        studio.newestIs(film, "ACTIVE");
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.NotSubmitted());
        assertThat(studio.values(film, "PublishReady")).isEmpty();
    }

    @Test
    void saysSoWhenTheLibraryHasNoPlaceForTheMark() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        ApprovalFields unknown = new ApprovalFields(
                "ApprovalVerdict", "ApprovalRecord", "ApprovalDecidedBy", "ApprovalDecidedAt", "NoSuchField");
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> flow(REVIEWERS, unknown).advance(film));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("silently_dropped");
        assertThat(types(CaseEventType.CASE_RESOLVED)).isEmpty();
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
    }

    @Test
    void takesTheMarkFromWhatIsNoLongerCurrent() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        flow().advance(film);
        studio.addVersion(film);
        flow().handle(changed(film));
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(types(CaseEventType.ASSET_HELD)).hasSize(1);
    }

    @Test
    void asksAnewWhenPeopleGoBackToAVersion() {
        SourceRef film = submitted("Film");
        String first = studio.version(film);
        flow().advance(film);
        studio.addVersion(film);
        flow().advance(film);
        stage.library.client().assets().promoteVersion(film.id(), first);
        stage.library.client().assets().deleteVersion(film.id(), second(film));
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Waiting(first, REVIEWERS));
        REVIEWERS.forEach(one -> studio.answer(key(film) + "#2", one, DecisionOutcome.APPROVED, null));
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Ready(first));
        assertThat(stage.records.workflows().started()).isEqualTo(4);
    }

    @Test
    void stopsTheReviewOfWhatWasDeleted() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        String key = key(film);
        studio.delete(film);
        assertThat(flow().sweep()).containsEntry(film, new ExternalApprovalOutcome.Gone());
        assertThat(studio.review(key, "legal").status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(flow().sweep()).isEmpty();
        assertThat(flow().advance(SourceRef.of("iconik", "00000000-a1b2-11f0-8c3d-0242ac129999")))
                .isEqualTo(new ExternalApprovalOutcome.Gone());
    }

    @Test
    void aReviewThatSomebodyStoppedIsNoYes() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        studio.answer(key(film), "legal", DecisionOutcome.APPROVED, null);
        stage.archive
                .require(CaseDesk.class)
                .cancel(studio.review(key(film), "brand").ref(), "no time");
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Rejected(
                        studio.version(film), List.of("the review of brand was stopped")));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.REJECTED);
    }

    @Test
    void asksAgainWhomAnAdministratorDeletedTheReviewOf() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        String review = studio.review(key(film), "brand").ref().id();
        stage.archive.client().workflows().delete(Long.parseLong(review.substring("wf:".length())));
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Waiting(studio.version(film), REVIEWERS));
        allSay(film, DecisionOutcome.APPROVED);
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
    }

    @Test
    void whatCannotBeReadIsNoYes() {
        stage.close();
        stage = new XiStage(
                media -> media, records -> records.workflowMaps(Map.of("approval", XecmSandbox.SEND_ON_MAP)));
        studio = new Studio(stage);
        SourceRef film = submitted("Film");
        flow(List.of("legal")).advance(film);
        CaseDesk cases = stage.archive.require(CaseDesk.class);
        SourceRef review = studio.review(key(film), "legal").ref();
        SourceRef task = cases.tasks(TaskQuery.ALL.ofCase(review)).stream()
                .findFirst()
                .orElseThrow()
                .ref();
        cases.complete(task, TaskResult.of("SendOn", "as you like", null));
        assertThat(flow(List.of("legal")).advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Rejected(
                        studio.version(film), List.of("the review of legal ended without an answer that can be read")));
        assertThat(studio.values(film, "PublishReady")).isEmpty();
    }

    private String second(SourceRef film) {
        return stage.library.client().assets().get(film.id(), false).versions().stream()
                .filter(one -> one.versionNumber() == 2)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
