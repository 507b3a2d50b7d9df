package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI5: what comes too early, comes back, or is spelt otherwise. */
class ProductionProjectOdditiesTest {
    private static final String DEADLINE = "7035_3";

    private final StateStore state = StateStore.inMemory();
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private ProductionProject flow() {
        return new ProductionProject(
                stage.iconik(PowerCut.never()),
                stage.xecm(PowerCut.never()),
                ProductionFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private SourceRef cut(String title, String production) {
        SourceRef made = studio.upload(title);
        studio.fill(made, "Production", production);
        return made;
    }

    private void told(CaseEventType type, SourceRef subject) {
        flow().handle(CaseEvent.builder(subject.system(), type, type + " " + subject, stage.clock.now())
                .subject(subject)
                .build());
    }

    /** What the trail says happened, one type of event only. */
    private List<CaseEvent> told(CaseEventType type) {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    private void ask(SourceRef project, String wording, String status) {
        studio.edit(project, "7035_20_1_21", "1");
        studio.edit(project, "7035_20_1_22", wording);
        studio.edit(project, "7035_20_1_24", status);
        flow().reflect(project);
    }

    @Test
    void takesInWhatCameBeforeItsWorkspace() {
        SourceRef film = cut("Film", "P-9");
        SourceRef teaser = cut("Teaser", "P-9");
        SourceRef other = cut("Other", "P-8");
        told(CaseEventType.ASSET_CREATED, film);
        told(CaseEventType.ASSET_CREATED, teaser);
        told(CaseEventType.ASSET_UPDATED, film);
        told(CaseEventType.ASSET_CREATED, other);
        assertThat(told(CaseEventType.FLOW_REFUSED))
                .extracting(CaseEvent::subject, CaseEvent::caseKey, CaseEvent::outcome)
                .containsExactly(
                        tuple(film, "P-9", "no_workspace"),
                        tuple(teaser, "P-9", "no_workspace"),
                        tuple(other, "P-8", "no_workspace"));

        SourceRef project = stage.workspace("production", "P-9");
        stage.settle();
        told(CaseEventType.WORKSPACE_CREATED, project);
        assertThat(studio.linked(project)).containsExactlyInAnyOrder(film, teaser);
        assertThat(studio.sheet(project).rows("Cuts")).hasSize(2);
        assertThat(told(CaseEventType.ASSET_LINKED)).hasSize(2);
    }

    @Test
    void takesInNothingThatTheIndexIsWrongAbout() {
        SourceRef film = cut("Film", "P-9");
        SourceRef gone = cut("Gone", "P-9");
        stage.settle();
        studio.fill(film, "Production", "P-8");
        studio.delete(gone);
        SourceRef project = stage.workspace("production", "P-9");
        told(CaseEventType.WORKSPACE_CREATED, project);
        assertThat(studio.linked(project)).isEmpty();
    }

    @Test
    void knowsItsTypeOfWorkspaceInAnyCaseOfLetters() {
        stage.records.workspaces().define(35, "Production", 7035);
        SourceRef project = stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        flow().advance(film);
        studio.edit(project, DEADLINE, "2026-12-24T00:00:00");
        told(CaseEventType.WORKSPACE_UPDATED, project);
        assertThat(studio.values(film, "DeliveryDeadline")).containsExactly("2026-12-24");
    }

    @Test
    void saysAChangeRequestAgainThatIsOpenAgain() {
        SourceRef project = stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        flow().advance(film);
        ask(project, "shorten it", "open");
        ask(project, "shorten it", "done");
        ask(project, "shorten it", "open");
        flow().reflect(project);
        ask(project, "shorten it", "done");
        assertThat(studio.texts(film))
                .containsExactly(
                        "Change request 1 (open): shorten it",
                        "Change request 1 (done): shorten it",
                        "Change request 1 (open): shorten it",
                        "Change request 1 (done): shorten it");
        assertThat(told(CaseEventType.COMMENT_ADDED)).hasSize(4);
    }

    @Test
    void saysTwoRequestsOfOneNumberOnce() {
        SourceRef project = stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        flow().advance(film);
        studio.edit(project, "7035_20_2_21", "1");
        studio.edit(project, "7035_20_2_22", "new logo");
        ask(project, "shorten it", null);
        flow().reflect(project);
        flow().reflect(project);
        assertThat(studio.texts(film)).containsExactly("Change request 1: shorten it", "Change request 1: new logo");
    }

    @Test
    void tellsEachComingAndGoing() {
        SourceRef first = stage.workspace("production", "P-1");
        SourceRef second = stage.workspace("production", "P-2");
        SourceRef film = cut("Film", "P-1");
        for (String production : List.of("P-1", "P-2", "P-1", "P-2")) {
            studio.fill(film, "Production", production);
            flow().advance(film);
            flow().advance(film);
        }
        assertThat(told(CaseEventType.ASSET_LINKED))
                .extracting(CaseEvent::subject)
                .containsExactly(first, second, first, second);
        assertThat(told(CaseEventType.ASSET_UNLINKED))
                .extracting(CaseEvent::subject)
                .containsExactly(first, second, first);
    }

    @Test
    void tellsAStateThatComesBack() {
        stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        for (String decision : List.of("APPROVED", "NOT_APPROVED", "APPROVED")) {
            studio.decide(film, decision);
            flow().advance(film);
            flow().advance(film);
        }
        assertThat(told(CaseEventType.STATUS_CHANGED))
                .extracting(CaseEvent::outcome)
                .containsExactly("approved", "rejected", "approved");
    }

    @Test
    void tellsADeadlineThatComesBack() {
        SourceRef project = stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        flow().advance(film);
        for (String day : List.of("2026-12-24", "2026-12-31", "2026-12-24")) {
            studio.edit(project, DEADLINE, day + "T00:00:00");
            flow().reflect(project);
            flow().reflect(project);
        }
        studio.fill(film, "DeliveryDeadline", "some day");
        flow().reflect(project);
        studio.edit(project, DEADLINE, null);
        flow().reflect(project);
        assertThat(told(CaseEventType.ASSET_UPDATED))
                .extracting(CaseEvent::note)
                .containsExactly(
                        "deadline 2026-12-24",
                        "deadline 2026-12-31",
                        "deadline 2026-12-24",
                        "deadline 2026-12-24",
                        "no deadline any more");
    }

    @Test
    void leavesADeadlineAloneThatTheLibrarySpellsOtherwise() {
        SourceRef project = stage.workspace("production", "P-1");
        SourceRef film = cut("Film", "P-1");
        studio.edit(project, DEADLINE, "2026-12-24T00:00:00");
        flow().advance(film);
        for (String spelling : List.of("2026-12-24T00:00:00Z", "2026-12-24T00:00:00.000+00:00", "2026-12-24T00:00")) {
            studio.fill(film, "DeliveryDeadline", spelling);
            long writes = studio.writes();
            flow().reflect(project);
            assertThat(studio.writes()).as(spelling).isEqualTo(writes);
        }
        studio.fill(film, "DeliveryDeadline", "2026-12-25T00:00:00Z");
        flow().reflect(project);
        assertThat(studio.values(film, "DeliveryDeadline")).containsExactly("2026-12-24");
    }
}
