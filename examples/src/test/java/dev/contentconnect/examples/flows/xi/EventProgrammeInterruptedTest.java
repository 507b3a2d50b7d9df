package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI7, ended at any moment. */
class EventProgrammeInterruptedTest {
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);
    private final Map<String, SourceRef> talks = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private ProgrammeOutcome advance(String id, PowerCut cut, StateStore state) {
        talks.computeIfAbsent(id, any -> {
            SourceRef talk = studio.upload(id);
            studio.allow(talk, "web");
            studio.fill(talk, "Event", id);
            stage.settle();
            return talk;
        });
        Programme programme = new Programme(
                id,
                "Webinar " + id,
                List.of(new Programme.Paper("a", "agreement", "Agreement", new TextContent("a.txt", "agreed"))),
                List.of(new Programme.Slot("web", LocalDate.of(2026, 12, 1))),
                List.of(Territory.of("AT")));
        return new EventProgramme(
                        stage.iconik(cut),
                        stage.xecm(cut),
                        List.of("distribution"),
                        ProgrammeFields.DEFAULTS,
                        stage::page,
                        state,
                        stage.clock)
                .advance(programme);
    }

    @Test
    void completesOneWorkspaceWheneverItDies() throws Exception {
        int moments = Interruptions.survived(
                "event",
                (id, cut, state) -> {
                    if (advance(id, cut, state) instanceof ProgrammeOutcome.Waiting) {
                        String key = XiStage.trail(state).stream()
                                .filter(event -> event.type().value().equals("case.opened"))
                                .findFirst()
                                .orElseThrow()
                                .caseKey();
                        studio.answer(key, "distribution", DecisionOutcome.APPROVED, "go");
                        advance(id, cut, state);
                    }
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("event", id);
                    assertThat(studio.sheet(workspace).text("Status")).isEqualTo("complete");
                    assertThat(studio.sheet(workspace).rows("Media")).hasSize(1);
                    assertThat(studio.filed(workspace)).containsExactlyInAnyOrder("a.txt", "Distribution plan.txt");
                    assertThat(studio.linked(workspace)).containsExactly(talks.get(id));
                    assertThat(studio.values(talks.get(id), "ClearedFor")).containsExactly(id);
                    assertThat(XiStage.trail(state))
                            .extracting(event -> event.type().value())
                            .containsOnlyOnce(
                                    "workspace.created",
                                    "asset.linked",
                                    "case.opened",
                                    "approval.decided",
                                    "case.resolved",
                                    "asset.tagged");
                });
        assertThat(stage.records.workflows().started()).isEqualTo(moments);
        assertThat(stage.records.names(4712)).hasSize(moments).doesNotHaveDuplicates();
    }
}
