package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI4, ended at any moment. */
class ExternalApprovalInterruptedTest {
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);
    private final Map<String, SourceRef> films = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private ExternalApprovalOutcome advance(SourceRef film, PowerCut cut, StateStore state) {
        return new ExternalApproval(
                        stage.iconik(cut),
                        stage.xecm(cut),
                        List.of("legal"),
                        ApprovalFields.DEFAULTS,
                        stage::page,
                        state,
                        stage.clock)
                .advance(film);
    }

    private SourceRef film(String id) {
        return films.computeIfAbsent(id, any -> {
            SourceRef made = studio.upload(id);
            studio.submit(made);
            return made;
        });
    }

    private String key(SourceRef film, String version) {
        return "xi4:" + film + "@" + version;
    }

    @Test
    void approvesOnceWheneverItDies() throws Exception {
        int before = stage.records.workflows().started();
        int moments = Interruptions.survived(
                "yes",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (advance(film, cut, state) instanceof ExternalApprovalOutcome.Waiting) {
                        studio.answer(key(film, studio.version(film)), "legal", DecisionOutcome.APPROVED, "fine");
                        advance(film, cut, state);
                    }
                },
                (id, state) -> {
                    SourceRef film = film(id);
                    assertThat(studio.approval(film).map(Approval::status)).contains(ApprovalStatus.APPROVED);
                    assertThat(studio.values(film, "PublishReady")).containsExactly("1");
                    assertThat(studio.values(film, "ApprovalRecord")).hasSize(1);
                    assertThat(studio.texts(film)).containsOnlyOnce("legal: fine");
                    assertThat(types(state)).containsOnlyOnce("case.opened", "approval.decided", "case.resolved");
                });
        assertThat(stage.records.workflows().started() - before).isEqualTo(moments);
    }

    @Test
    void stopsAndAsksAnewOnceWheneverItDies() throws Exception {
        Map<String, String> first = new HashMap<>();
        int moments = Interruptions.survived(
                "again",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!first.containsKey(id)) {
                        advance(film, cut, state);
                        first.put(id, studio.version(film));
                        studio.addVersion(film);
                        studio.submit(film);
                    }
                    if (advance(film, cut, state) instanceof ExternalApprovalOutcome.Waiting waiting) {
                        if (waiting.version().equals(first.get(id))) {
                            throw new AssertionError("still asks about the old version");
                        }
                        studio.answer(key(film, waiting.version()), "legal", DecisionOutcome.REJECTED, "no");
                        advance(film, cut, state);
                    }
                },
                (id, state) -> {
                    SourceRef film = film(id);
                    assertThat(studio.review(key(film, first.get(id)), "legal").status())
                            .isEqualTo(ApprovalStatus.CANCELLED);
                    assertThat(studio.approval(film).map(Approval::status)).contains(ApprovalStatus.REJECTED);
                    assertThat(studio.values(film, "PublishReady")).isEmpty();
                    assertThat(types(state)).containsOnlyOnce("case.cancelled", "case.resolved");
                });
        assertThat(stage.records.workflows().started()).isEqualTo(2 * moments);
    }

    private static List<String> types(StateStore state) {
        return XiStage.trail(state).stream().map(event -> event.type().value()).toList();
    }
}
