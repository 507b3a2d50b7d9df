package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI5, ended at any moment. */
class ProductionProjectInterruptedTest {
    private final XiStage stage = new XiStage();
    private final Studio studio = new Studio(stage);
    private final Map<String, SourceRef> films = new HashMap<>();
    private final Map<String, SourceRef> projects = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private ProductionProject flow(PowerCut cut, StateStore state) {
        return new ProductionProject(
                stage.iconik(cut), stage.xecm(cut), ProductionFields.DEFAULTS, stage::page, state, stage.clock);
    }

    /** A film of a production, with a deadline and a change request. */
    private SourceRef film(String id) {
        return films.computeIfAbsent(id, any -> {
            SourceRef project = stage.workspace("production", id);
            projects.put(id, project);
            studio.edit(project, "7035_3", "2026-12-24T00:00:00");
            studio.edit(project, "7035_20_1_21", "1");
            studio.edit(project, "7035_20_1_22", "shorten it");
            SourceRef film = studio.upload(id);
            studio.fill(film, "Production", id);
            studio.decide(film, "APPROVED");
            return film;
        });
    }

    @Test
    void saysTheSameInBothWheneverItDies() throws Exception {
        Interruptions.survived("both", (id, cut, state) -> flow(cut, state).advance(film(id)), (id, state) -> {
            SourceRef film = film(id);
            SourceRef project = projects.get(id);
            assertThat(studio.linked(project)).containsExactly(film);
            assertThat(studio.sheet(project).rows("Cuts"))
                    .containsExactly(Map.of(
                            "Asset", film.toString(),
                            "Title", id,
                            "Version", "1",
                            "Approved", "1",
                            "State", "approved"));
            assertThat(studio.values(film, "DeliveryDeadline")).containsExactly("2026-12-24");
            assertThat(studio.texts(film)).containsExactly("Change request 1: shorten it");
            assertThat(XiStage.trail(state))
                    .extracting(event -> event.type().value())
                    .containsExactlyInAnyOrder("asset.linked", "status.changed", "asset.updated", "comment.added");
        });
    }

    @Test
    void takesOutWhatIsGoneWheneverItDies() throws Exception {
        Set<String> deleted = new HashSet<>();
        Interruptions.survived(
                "gone",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!deleted.contains(id)) {
                        flow(cut, state).advance(film);
                        studio.delete(film);
                        deleted.add(id);
                    }
                    flow(cut, state).advance(film);
                },
                (id, state) -> {
                    assertThat(studio.linked(projects.get(id))).isEmpty();
                    assertThat(studio.sheet(projects.get(id)).rows("Cuts"))
                            .singleElement()
                            .satisfies(row -> assertThat(row).containsEntry("State", "gone"));
                    assertThat(XiStage.trail(state))
                            .filteredOn(event -> event.type().value().equals("asset.unlinked"))
                            .hasSize(1);
                });
    }

    @Test
    void movesOnceWheneverItDies() throws Exception {
        Set<String> moved = new HashSet<>();
        Interruptions.survived(
                "moved",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    if (!moved.contains(id)) {
                        flow(PowerCut.never(), state).advance(film);
                        stage.workspace("production", id + "-b");
                        studio.fill(film, "Production", id + "-b");
                        moved.add(id);
                    }
                    flow(cut, state).advance(film);
                },
                (id, state) -> {
                    SourceRef other = stage.workspace("production", id + "-b");
                    assertThat(studio.linked(projects.get(id))).isEmpty();
                    assertThat(studio.sheet(projects.get(id)).rows("Cuts")).isEmpty();
                    assertThat(studio.linked(other)).containsExactly(film(id));
                    assertThat(studio.sheet(other).rows("Cuts"))
                            .singleElement()
                            .satisfies(row -> assertThat(row).containsEntry("State", "approved"));
                    assertThat(studio.values(film(id), "DeliveryDeadline")).isEmpty();
                    assertThat(XiStage.trail(state))
                            .filteredOn(event -> event.type().value().startsWith("asset."))
                            .extracting(event -> event.type().value())
                            .containsExactly(
                                    "asset.linked", "asset.updated", "asset.unlinked", "asset.linked", "asset.updated");
                });
    }

    @Test
    void takesInWhatWaitedWheneverItDies() throws Exception {
        Interruptions.survived(
                "waited",
                (id, cut, state) -> {
                    SourceRef film = film(id);
                    stage.settle();
                    flow(cut, state).reflect(projects.get(id));
                    assertThat(studio.texts(film)).hasSize(1);
                },
                (id, state) -> {
                    assertThat(studio.linked(projects.get(id))).containsExactly(film(id));
                    assertThat(studio.values(film(id), "DeliveryDeadline")).containsExactly("2026-12-24");
                    assertThat(studio.texts(film(id))).containsExactly("Change request 1: shorten it");
                    assertThat(XiStage.trail(state))
                            .extracting(event -> event.type().value())
                            .containsExactlyInAnyOrder(
                                    "asset.linked", "status.changed", "asset.updated", "comment.added");
                });
    }
}
