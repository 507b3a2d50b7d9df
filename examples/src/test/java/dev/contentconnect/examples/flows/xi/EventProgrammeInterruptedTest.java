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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return advance(id, "agreed", cut, state);
    }

    private ProgrammeOutcome advance(String id, String agreement, PowerCut cut, StateStore state) {
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
                List.of(new Programme.Paper("a", "agreement", "Agreement", new TextContent("a.txt", agreement))),
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

    /** A programme that was approved as it was first planned. */
    private void complete(String id, StateStore state) {
        if (advance(id, PowerCut.never(), state) instanceof ProgrammeOutcome.Waiting) {
            answer(state);
            advance(id, PowerCut.never(), state);
        }
    }

    private void answer(StateStore state) {
        String key = XiStage.trail(state).stream()
                .filter(event -> event.type().value().equals("case.opened"))
                .reduce((a, b) -> b)
                .orElseThrow()
                .caseKey();
        studio.answer(key, "distribution", DecisionOutcome.APPROVED, "go");
    }

    @Test
    void takesOutOnceWhatLeavesWheneverItDies() throws Exception {
        Map<String, SourceRef> clips = new HashMap<>();
        Set<String> left = new HashSet<>();
        Interruptions.survived(
                "left",
                (id, cut, state) -> {
                    SourceRef clip = clips.computeIfAbsent(id, any -> {
                        SourceRef made = studio.upload("Clip " + id);
                        studio.allow(made, "web");
                        studio.fill(made, "Event", id);
                        stage.settle();
                        return made;
                    });
                    if (!left.contains(id)) {
                        complete(id, state);
                        studio.fill(clip, "Event", "another");
                        stage.settle();
                        left.add(id);
                    }
                    advance(id, cut, state);
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("event", id);
                    assertThat(studio.linked(workspace)).containsExactly(talks.get(id));
                    assertThat(studio.values(clips.get(id), "ClearedFor")).isEmpty();
                    assertThat(studio.sheet(workspace).rows("Media")).hasSize(1);
                    assertThat(studio.sheet(workspace).text("Status")).isEqualTo("waiting for approval");
                    assertThat(XiStage.trail(state))
                            .extracting(event -> event.type().value())
                            .containsOnlyOnce("asset.unlinked");
                });
    }

    @Test
    void asksOnceForAnotherPlanWheneverItDies() throws Exception {
        Set<String> amended = new HashSet<>();
        Interruptions.survived(
                "plan",
                (id, cut, state) -> {
                    if (!amended.contains(id)) {
                        complete(id, state);
                        amended.add(id);
                    }
                    if (advance(id, "agreed, but not to clips", cut, state) instanceof ProgrammeOutcome.Waiting) {
                        answer(state);
                        advance(id, "agreed, but not to clips", cut, state);
                    }
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("event", id);
                    assertThat(studio.sheet(workspace).text("Status")).isEqualTo("complete");
                    assertThat(studio.values(talks.get(id), "ClearedFor")).containsExactly(id);
                    assertThat(studio.filed(workspace))
                            .containsExactlyInAnyOrder(
                                    "a.txt", "a.txt", "Distribution plan.txt", "Distribution plan.txt");
                    assertThat(XiStage.trail(state))
                            .filteredOn(event -> event.type().value().equals("case.opened"))
                            .hasSize(2);
                });
    }
}
