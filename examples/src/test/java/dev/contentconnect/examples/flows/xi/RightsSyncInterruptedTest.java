package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI2: the process ends after any request or beside any commit. */
class RightsSyncInterruptedTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final RightsDesk desk = new RightsDesk(stage, RightsMapping.DEFAULT);
    private final Map<String, SourceRef> made = new HashMap<>();
    private final Set<String> ready = new HashSet<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private void advance(SourceRef film, PowerCut cut, StateStore state) {
        // What a dead worker held of the pair runs out by itself.
        stage.clock.advance(Duration.ofMinutes(5));
        desk.flow(cut, state).advance(film);
    }

    @Test
    void putsRightsOnFileOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "ingest",
                stage.clock,
                (id, cut, state) -> {
                    SourceRef film = made.computeIfAbsent(id, key -> {
                        SourceRef one = films.licensed(key, "restricted", "DE", "AT");
                        films.fill(
                                one,
                                "Agreements",
                                films.upload("Agreement " + key).id());
                        films.approve(one);
                        return one;
                    });
                    advance(film, cut, state);
                },
                (id, state) -> {
                    SourceRef film = made.get(id);
                    assertThat(desk.rights(film, RightsDesk.STATUS)).as(id).isEqualTo("Restricted");
                    assertThat(desk.rights(film, RightsDesk.TERRITORY)).as(id).isEqualTo(List.of("AT", "DE"));
                    assertThat(desk.about(film, 2)).as(id).isEqualTo("Approved");
                    assertThat(desk.documents(film)).as(id).hasSize(1);
                    assertThat(desk.agreement(film, 1)).as(id).isNotNull();
                    assertThat(desk.agreement(film, 2)).as(id).isNull();
                    assertThat(films.values(film, "RightsStatus")).as(id).containsExactly("restricted");
                });
    }

    /** A film whose rights are on file, and what people do then, once. */
    private SourceRef film(String id, StateStore state, Consumer<SourceRef> people) {
        SourceRef film = made.computeIfAbsent(id, key -> films.licensed(key, "cleared", "DE"));
        if (!ready.contains(id)) {
            advance(film, PowerCut.never(), state);
            stage.settle();
            people.accept(film);
            ready.add(id);
        }
        return film;
    }

    @Test
    void blocksOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "block",
                stage.clock,
                (id, cut, state) -> {
                    SourceRef film = film(id, state, one -> {
                        desk.edit(one, RightsDesk.STATUS, "Blocked");
                        films.fillRights(one, "RightsTerritories", "DE", "CH");
                    });
                    advance(film, cut, state);
                },
                (id, state) -> {
                    SourceRef film = made.get(id);
                    assertThat(films.isBlocked(film)).as(id).isTrue();
                    assertThat(desk.rights(film, RightsDesk.STATUS)).as(id).isEqualTo("Blocked");
                    assertThat(desk.rights(film, RightsDesk.TERRITORY)).as(id).isEqualTo(List.of("CH", "DE"));
                    assertThat(XiStage.trail(state))
                            .as(id)
                            .filteredOn(event -> event.type().value().equals("rights.blocked"))
                            .hasSize(1);
                    assertThat(XiStage.trail(state))
                            .as(id)
                            .filteredOn(event -> event.type().value().equals("mirror.conflict"))
                            .isEmpty();
                });
    }

    @Test
    void freesOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "free",
                stage.clock,
                (id, cut, state) -> {
                    SourceRef film = film(id, state, one -> {
                        desk.edit(one, RightsDesk.STATUS, "Blocked");
                        advance(one, PowerCut.never(), state);
                        stage.settle();
                        desk.edit(one, RightsDesk.STATUS, "Cleared");
                    });
                    advance(film, cut, state);
                },
                (id, state) -> {
                    SourceRef film = made.get(id);
                    assertThat(films.isBlocked(film)).as(id).isFalse();
                    assertThat(films.values(film, "RightsStatus")).as(id).containsExactly("cleared");
                    assertThat(desk.rights(film, RightsDesk.STATUS)).as(id).isEqualTo("Cleared");
                });
    }
}
