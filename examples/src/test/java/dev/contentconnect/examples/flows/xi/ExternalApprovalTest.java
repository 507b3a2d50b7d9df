package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** XI4: what reviewers said outside, as the media library shows it. */
class ExternalApprovalTest extends ApprovalScenes {
    private static final String ANNA = "99999999-a1b2-11f0-8c3d-0242ac120002";

    @Test
    void marksWhatAllReviewersApproved() {
        SourceRef film = submitted("Film");
        String version = studio.version(film);
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Waiting(version, REVIEWERS));
        studio.answer(key(film), "legal", DecisionOutcome.APPROVED, "music is licensed");
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Waiting(version, List.of("brand")));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.PENDING);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        studio.answer(key(film), "brand", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(film)).isEqualTo(new ExternalApprovalOutcome.Ready(version));

        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(studio.approval(film).orElseThrow().subjectVersion()).isEqualTo(version);
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
        assertThat(studio.values(film, "ApprovalVerdict")).containsExactly("approved");
        assertThat(studio.values(film, "ApprovalDecidedBy")).containsExactly("legal@example.com", "brand@example.com");
        assertThat(studio.values(film, "ApprovalDecidedAt")).hasSize(1);
        assertThat(studio.values(film, "ApprovalRecord"))
                .containsExactly(
                        studio.review(key(film), "legal").ref().toString(),
                        studio.review(key(film), "brand").ref().toString());
        assertThat(studio.comments(film))
                .filteredOn(one -> one.text().equals("legal: music is licensed"))
                .singleElement()
                .extracting(one -> one.author().id())
                .isEqualTo("legal@example.com");
    }

    @Test
    void reviewersAreAskedAboutALinkToTheAsset() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        Approval asked = studio.review(key(film), "legal");
        assertThat(asked.subjectVersion()).isEqualTo(studio.version(film));
        assertThat(stage.archive
                        .client()
                        .nodes()
                        .get(Long.parseLong(asked.subject().id()))
                        .url())
                .isEqualTo(stage.page(film).toString());
        assertThat(stage.records.names(XecmSandbox.FOLDER)).hasSize(1);
    }

    @Test
    void oneNoIsANoWithItsReason() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        studio.answer(key(film), "legal", DecisionOutcome.REJECTED, "no release of the singer");
        studio.answer(key(film), "brand", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Rejected(
                        studio.version(film), List.of("legal said rejected: no release of the singer")));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        assertThat(studio.values(film, "ApprovalVerdict")).containsExactly("rejected");
        assertThat(studio.texts(film))
                .contains(
                        "legal: no release of the singer",
                        "Not approved: legal said rejected: no release of the singer");
    }

    @Test
    void changesNothingWhenRunAgain() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        flow().advance(film);
        stage.settle();
        long writes = studio.writes();
        int events = XiStage.trail(state).size();
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Ready.class);
        assertThat(flow().sweep()).containsOnly(entry(film, new ExternalApprovalOutcome.Ready(studio.version(film))));
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).hasSize(events);
        assertThat(stage.records.workflows().started()).isEqualTo(2);
    }

    @Test
    void othersWhoWereAskedInTheLibraryCountToo() {
        SourceRef film = studio.upload("Film");
        stage.media.personAsks(film.id(), List.of(IconikSandbox.USER, ANNA), 2);
        flow().advance(film);
        allSay(film, DecisionOutcome.APPROVED);
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Disputed(studio.version(film), ApprovalStatus.PENDING));
        assertThat(studio.values(film, "PublishReady")).isEmpty();
        stage.media.personDecides(film.id(), ANNA, "APPROVED");
        assertThat(flow().sweep()).containsEntry(film, new ExternalApprovalOutcome.Ready(studio.version(film)));
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
    }

    @Test
    void doesNotOverruleWhatPeopleDecidedInTheLibrary() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        stage.media.personDecides(film.id(), IconikSandbox.USER, "NOT_APPROVED");
        allSay(film, DecisionOutcome.APPROVED);
        assertThat(flow().advance(film))
                .isEqualTo(new ExternalApprovalOutcome.Disputed(studio.version(film), ApprovalStatus.REJECTED));
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.REJECTED);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
    }

    @Test
    void anApprovalInTheLibraryAloneDoesNotMakeItReady() {
        SourceRef film = submitted("Film");
        stage.media.personDecides(film.id(), IconikSandbox.USER, "APPROVED");
        assertThat(flow().advance(film)).isInstanceOf(ExternalApprovalOutcome.Waiting.class);
        assertThat(studio.values(film, "PublishReady")).isEmpty();
    }

    @Test
    void beginsOnACustomActionAndOnWhatWaits() {
        SourceRef film = studio.upload("Film");
        CaseEvent action = CaseEvent.builder(
                        "iconik", CaseEventType.REQUEST_RECEIVED, "action:1:" + film.id(), stage.clock.now())
                .subject(film)
                .build();
        flow().handle(action);
        flow().handle(action);
        assertThat(inLibrary(film)).isEqualTo(ApprovalStatus.PENDING);
        assertThat(stage.records.workflows().started()).isEqualTo(2);

        SourceRef spot = submitted("Spot");
        stage.settle();
        assertThat(flow().sweep()).containsOnlyKeys(film, spot);
        assertThat(stage.records.workflows().started()).isEqualTo(4);
    }

    @Test
    void leavesAloneWhatNobodySubmitted() {
        SourceRef film = studio.upload("Film");
        long writes = studio.writes();
        flow().handle(changed(film));
        flow().handle(changed(SourceRef.of("xecm", "4711")));
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).isEmpty();
    }

    @Test
    void makesACaseOfTheReport() {
        SourceRef film = submitted("Film");
        flow().advance(film);
        stage.clock.advance(Duration.ofHours(5));
        allSay(film, DecisionOutcome.APPROVED);
        flow().advance(film);
        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(stage.clock.now())));
        assertThat(report.cases().resolved()).isEqualTo(1);
        assertThat(report.cases().turnaround().median()).isBetween(Duration.ofHours(5), Duration.ofHours(6));
        assertThat(studio.comments(film)).extracting(Comment::text).doesNotHaveDuplicates();
    }

    @Test
    void needsSomebodyToAsk() {
        assertThatThrownBy(() -> flow(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
