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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private void makeReady(SourceRef film, PowerCut cut, StateStore state) {
        if (advance(film, cut, state) instanceof ExternalApprovalOutcome.Waiting) {
            studio.answer(key(film, studio.version(film)), "legal", DecisionOutcome.APPROVED, "fine");
            advance(film, cut, state);
        }
        assertThat(studio.values(film, "PublishReady")).containsExactly("1");
    }

    @Test
    void stopsTheReviewOfWhatIsGoneOnceWheneverItDies() throws Exception {
        Map<String, String> asked = new HashMap<>();
        int moments = Interruptions.survived(
                "gone",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!asked.containsKey(id)) {
                        advance(film, cut, state);
                        asked.put(id, key(film, studio.version(film)));
                        studio.delete(film);
                    }
                    assertThat(advance(film, cut, state)).isInstanceOf(ExternalApprovalOutcome.Gone.class);
                },
                (id, state) -> {
                    assertThat(studio.review(asked.get(id), "legal").status()).isEqualTo(ApprovalStatus.CANCELLED);
                    assertThat(types(state)).containsOnlyOnce("case.opened", "approval.voided", "case.cancelled");
                });
        assertThat(stage.records.workflows().started()).isEqualTo(moments);
    }

    @Test
    void takesTheMarkBackOnceWheneverItDies() throws Exception {
        Set<String> disagreed = new HashSet<>();
        int moments = Interruptions.survived(
                "back",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!disagreed.contains(id)) {
                        makeReady(film, cut, state);
                        stage.media.personDecides(film.id(), "anna", "NOT_APPROVED");
                        disagreed.add(id);
                    }
                    assertThat(advance(film, cut, state)).isInstanceOf(ExternalApprovalOutcome.Disputed.class);
                },
                (id, state) -> {
                    assertThat(studio.values(film(id), "PublishReady")).isEmpty();
                    assertThat(types(state)).containsOnlyOnce("asset.tagged", "asset.held", "case.resolved");
                });
        assertThat(stage.records.workflows().started()).isEqualTo(moments);
    }

    @Test
    void asksOnceMoreWhenItIsSubmittedAgainWheneverItDies() throws Exception {
        Set<String> again = new HashSet<>();
        int moments = Interruptions.survived(
                "anew",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!again.contains(id)) {
                        makeReady(film, cut, state);
                        stage.settle();
                        studio.submit(film);
                        again.add(id);
                    }
                    if (advance(film, cut, state) instanceof ExternalApprovalOutcome.Waiting) {
                        String key = key(film, studio.version(film)) + "#2";
                        studio.answer(key, "legal", DecisionOutcome.REJECTED, "no");
                        advance(film, cut, state);
                    }
                },
                (id, state) -> {
                    SourceRef film = film(id);
                    assertThat(studio.approval(film).map(Approval::status)).contains(ApprovalStatus.REJECTED);
                    assertThat(studio.values(film, "PublishReady")).isEmpty();
                    assertThat(types(state).stream().filter("case.resolved"::equals))
                            .hasSize(2);
                    assertThat(types(state)).containsOnlyOnce("asset.tagged", "asset.held");
                });
        assertThat(stage.records.workflows().started()).isEqualTo(2 * moments);
    }

    private static List<String> types(StateStore state) {
        return XiStage.trail(state).stream().map(event -> event.type().value()).toList();
    }
}
