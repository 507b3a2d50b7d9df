package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI7 on both sandboxes: the workspace of a programme, complete or not. */
class EventProgrammeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Programme.Paper AGREEMENT = new Programme.Paper(
            "speaker-ines", "speaker agreement", "Agreement Ines", new TextContent("ines.txt", "I agree."));
    private static final Programme.Paper RELEASE = new Programme.Paper("release-ines", "release", "Release Ines", null);

    private final StateStore state = StateStore.inMemory();
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private EventProgramme flow() {
        return new EventProgramme(
                stage.iconik(PowerCut.never()),
                stage.xecm(PowerCut.never()),
                List.of("distribution"),
                ProgrammeFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private static Programme webinar(LocalDate day, Programme.Paper... papers) {
        return new Programme(
                "W-7",
                "Webinar 7",
                List.of(papers),
                List.of(new Programme.Slot("web", day)),
                List.of(Territory.of("AT")));
    }

    private static Programme webinar() {
        return webinar(DAY, AGREEMENT, RELEASE);
    }

    /** With rights for the web until 2028. */
    private SourceRef recording(String title) {
        SourceRef made = studio.upload(title);
        studio.allow(made, "web");
        studio.fill(made, "Event", "W-7");
        stage.settle();
        return made;
    }

    private SourceRef workspace() {
        return stage.workspace("event", "W-7");
    }

    private void fileRelease() {
        byte[] bytes = "released".getBytes(StandardCharsets.UTF_8);
        stage.records.upload(Long.parseLong(workspace().id()), "release ines.pdf", bytes);
    }

    private String status() {
        return studio.sheet(workspace()).text("Status");
    }

    /** The key of the review of the plan that is on file since last. */
    private String key() {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().value().equals("case.opened"))
                .reduce((a, b) -> b)
                .orElseThrow()
                .caseKey();
    }

    private ProgrammeOutcome approved() {
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, "go");
        return flow().advance(webinar());
    }

    @Test
    void completesTheWorkspaceOfAnEvent() {
        SourceRef talk = recording("Talk");
        assertThat(flow().advance(webinar()))
                .isEqualTo(new ProgrammeOutcome.Incomplete(workspace(), List.of("release: Release Ines")));
        assertThat(status()).isEqualTo("incomplete");
        assertThat(studio.sheet(workspace()).text("Missing")).isEqualTo("release: Release Ines");
        assertThat(stage.records.workflows().started()).isZero();

        fileRelease();
        assertThat(approved()).isEqualTo(new ProgrammeOutcome.Complete(workspace(), List.of(talk)));
        WorkspaceSheet sheet = studio.sheet(workspace());
        assertThat(sheet.text("Status")).isEqualTo("complete");
        assertThat(sheet.text("Missing")).isEmpty();
        assertThat(sheet.rows("Media"))
                .containsExactly(Map.of("Asset", talk.toString(), "Title", "Talk", "Version", "1"));
        assertThat(sheet.rows("Schedule")).containsExactly(Map.of("Channel", "web", "Day", "2026-12-01"));
        assertThat(sheet.rows("Papers"))
                .extracting(row -> row.get("Kind"))
                .containsExactly("speaker agreement", "release");
        assertThat(sheet.rows("Papers")).allSatisfy(row -> assertThat(row).containsKey("Document"));
        assertThat(studio.filed(workspace()))
                .containsExactlyInAnyOrder("ines.txt", "release ines.pdf", "Distribution plan.txt");
        assertThat(studio.linked(workspace())).containsExactly(talk);
        assertThat(studio.values(talk, "ClearedFor")).containsExactly("W-7");
    }

    @Test
    void saysAllThatIsMissing() {
        Programme empty = new Programme("W-7", "Webinar 7", List.of(AGREEMENT), List.of(), List.of());
        assertThat(flow().advance(empty))
                .isEqualTo(new ProgrammeOutcome.Incomplete(workspace(), List.of("a date for any channel", "media")));
    }

    @Test
    void showsNothingWhoseRightsSayNothing() {
        SourceRef talk = recording("Talk");
        SourceRef clip = studio.upload("Clip");
        studio.fill(clip, "Event", "W-7");
        stage.settle();
        ProgrammeOutcome outcome = flow().advance(webinar(DAY, AGREEMENT));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ProgrammeOutcome.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing())
                                .isNotEmpty()
                                .allSatisfy(one -> assertThat(one).startsWith("rights of Clip: ")));
        studio.allow(clip, "print");
        assertThat(flow().advance(webinar(DAY, AGREEMENT))).isInstanceOf(ProgrammeOutcome.Incomplete.class);
        studio.allow(clip, "web");
        assertThat(flow().advance(webinar(DAY, AGREEMENT))).isInstanceOf(ProgrammeOutcome.Waiting.class);
        assertThat(flow().advance(webinar(LocalDate.of(2028, 2, 1), AGREEMENT)))
                .as("after the rights have ended")
                .isInstanceOf(ProgrammeOutcome.Incomplete.class);
        assertThat(studio.linked(workspace())).containsExactlyInAnyOrder(talk, clip);
    }

    @Test
    void aRefusedPlanClearsNothing() {
        SourceRef talk = recording("Talk");
        fileRelease();
        flow().advance(webinar());
        studio.answer(key(), "distribution", DecisionOutcome.REJECTED, "wrong logo");
        assertThat(flow().advance(webinar()))
                .isEqualTo(
                        new ProgrammeOutcome.Refused(workspace(), List.of("distribution said rejected: wrong logo")));
        assertThat(status()).isEqualTo("refused");
        assertThat(studio.sheet(workspace()).text("Missing")).isEqualTo("distribution said rejected: wrong logo");
        assertThat(studio.values(talk, "ClearedFor")).isEmpty();

        studio.addVersion(talk);
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        assertThat(studio.values(talk, "ClearedFor")).containsExactly("W-7");
    }

    @Test
    void aNewVersionWhileTheApprovalRunsIsAnotherPlan() {
        SourceRef talk = recording("Talk");
        fileRelease();
        flow().advance(webinar());
        String old = key();
        studio.addVersion(talk);
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
        assertThat(studio.review(old, "distribution").status()).isEqualTo(ApprovalStatus.CANCELLED);
        assertThat(key()).isNotEqualTo(old);
        assertThat(studio.filed(workspace()))
                .filteredOn("Distribution plan.txt"::equals)
                .hasSize(2);
    }

    @Test
    void anApprovedProgrammeThatChangesIsNoLongerCleared() {
        SourceRef talk = recording("Talk");
        fileRelease();
        approved();
        SourceRef clip = recording("Clip");
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
        assertThat(status()).isEqualTo("waiting for approval");
        assertThat(studio.values(talk, "ClearedFor")).isEmpty();

        studio.delete(clip);
        stage.settle();
        assertThat(flow().advance(webinar()))
                .as("the plan that was approved")
                .isEqualTo(new ProgrammeOutcome.Complete(workspace(), List.of(talk)));
        assertThat(studio.linked(workspace())).containsExactly(talk);
    }

    @Test
    void aPlanThatComesBackWhileItIsUndecidedIsAskedAboutAnew() {
        recording("Talk");
        fileRelease();
        flow().advance(webinar());
        String first = key();
        flow().advance(webinar(DAY.plusDays(1), AGREEMENT, RELEASE));
        flow().advance(webinar());
        assertThat(key()).isEqualTo(first + "#2");
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        assertThat(stage.records.workflows().started()).isEqualTo(3);
    }

    @Test
    void unlinksWhatNoLongerNamesTheProgrammeAndLeavesLinksOfPeople() {
        SourceRef talk = recording("Talk");
        SourceRef clip = recording("Clip");
        fileRelease();
        approved();
        SourceRef other = studio.upload("Venue");
        studio.desk().link(workspace(), new Link("Venue", stage.page(other), other));
        studio.fill(clip, "Event", "W-8");
        stage.settle();
        flow().advance(webinar());
        assertThat(studio.linked(workspace())).containsExactlyInAnyOrder(talk, other);
        assertThat(studio.values(clip, "ClearedFor")).isEmpty();
    }

    @Test
    void staysClearedWhenTheServerRemovesTheReview() {
        SourceRef talk = recording("Talk");
        fileRelease();
        approved();
        stage.records.workflows().purge(review());
        assertThat(flow().advance(webinar())).isEqualTo(new ProgrammeOutcome.Complete(workspace(), List.of(talk)));
        assertThat(studio.values(talk, "ClearedFor")).containsExactly("W-7");
        assertThat(stage.records.workflows().started()).isZero();
    }

    @Test
    void waitsForAReviewThatIsSuspended() {
        recording("Talk");
        fileRelease();
        flow().advance(webinar());
        stage.records.workflows().personChanges(review(), "suspend");
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Waiting.class);
        stage.records.workflows().personChanges(review(), "resume");
        studio.answer(key(), "distribution", DecisionOutcome.APPROVED, null);
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
    }

    private long review() {
        return Long.parseLong(studio.review(key(), "distribution").ref().id().substring("wf:".length()));
    }

    @Test
    void changesNothingWhenRunAgain() {
        recording("Talk");
        fileRelease();
        approved();
        stage.settle();
        long writes = studio.writes();
        int events = XiStage.trail(state).size();
        assertThat(flow().advance(webinar())).isInstanceOf(ProgrammeOutcome.Complete.class);
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).hasSize(events);
    }

    @Test
    void refusesPapersThatCannotBeToldApart() {
        assertThatThrownBy(() -> webinar(DAY, AGREEMENT, AGREEMENT)).isInstanceOf(IllegalArgumentException.class);
    }
}
