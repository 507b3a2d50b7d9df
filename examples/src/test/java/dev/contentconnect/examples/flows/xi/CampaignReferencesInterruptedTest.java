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

/** XI1, ended at any moment. */
class CampaignReferencesInterruptedTest {
    private final XiStage stage = new XiStage();
    private final Films films = new Films(stage);
    private final Cabinet cabinet = new Cabinet(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private CampaignReferences flow(PowerCut cut, StateStore memory) {
        return new CampaignReferences(stage.iconik(cut), stage.xecm(cut), stage::page, memory, stage.clock);
    }

    private String page(SourceRef film) {
        return stage.page(film).toString();
    }

    @Test
    void refersOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Interruptions.survived(
                "C",
                (id, cut, memory) -> {
                    made.computeIfAbsent(id, key -> {
                        stage.workspace("campaign", key);
                        return films.approved("Film " + key, key);
                    });
                    stage.settle();
                    flow(cut, memory).advance(id);
                },
                (id, memory) -> {
                    SourceRef workspace = stage.workspace("campaign", id);
                    assertThat(cabinet.addresses(workspace)).as(id).containsExactly(page(made.get(id)));
                    assertThat(cabinet.status(made.get(id))).as(id).isEqualTo("Approved");
                    assertThat(XiStage.trail(memory))
                            .as(id)
                            .extracting(event -> event.type().value())
                            .containsExactly("asset.linked");
                });
    }

    @Test
    void letsGoOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Set<String> rejected = new HashSet<>();
        Interruptions.survived(
                "W",
                (id, cut, memory) -> {
                    SourceRef film = made.computeIfAbsent(id, key -> {
                        stage.workspace("campaign", key);
                        return films.approved("Film " + key, key);
                    });
                    if (!rejected.contains(id)) {
                        flow(PowerCut.never(), memory).advance(film);
                        films.reject(film);
                        rejected.add(id);
                    }
                    flow(cut, memory).advance(film);
                },
                (id, memory) -> {
                    SourceRef workspace = stage.workspace("campaign", id);
                    assertThat(cabinet.children(workspace)).as(id).isEmpty();
                    assertThat(cabinet.status(made.get(id))).as(id).isEqualTo("Rejected");
                    assertThat(XiStage.trail(memory))
                            .as(id)
                            .extracting(event -> event.type().value())
                            .containsExactly("asset.linked", "asset.unlinked");
                });
    }
}
