package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.tradinggrid.TradingGridConnector;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TV1 and TV3: the process ends after any request, beside any file or any commit; the network goes on meanwhile. */
class PartnerAssetRequestsInterruptedTest {
    private static final Segment ITALY = Segment.region("IT");

    @TempDir
    private Path folder;

    private TvStage stage;
    private Gallery gallery;

    @BeforeEach
    void open() {
        stage = TvStage.sandboxes(folder);
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private final Map<String, SourceRef> posters = new HashMap<>();
    private final Map<String, CaseEvent> sent = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    private void sends(String id, String type) {
        stage.partner(id, ITALY, Segment.brand(id));
        SourceRef poster = gallery.poster(id, List.of(ITALY, Segment.brand(id)), "IT");
        posters.put(id, poster);
        taken.put(id, 0);
        sent.put(id, stage.sends(id, type, Map.of("reference id", poster.toString())));
    }

    private void networkWorks(String id) {
        taken.merge(id, stage.take(id, "Delivered").size(), Integer::sum);
    }

    private void hasEverythingOnce(String id, StateStore state) {
        assertThat(taken.get(id)).as("files for " + id).isEqualTo(1);
        assertThat(stage.outbox(id)).as(id).isEmpty();
        assertThat(stage.mails(id)).as(id).hasSize(1);
        assertThat(gallery.log(posters.get(id)))
                .as(id)
                .isNotEmpty()
                .allMatch(entry -> entry.status().equals(DeliveryStatus.DELIVERED));
        assertThat(TvStage.events(state, CaseEventType.CASE_RESOLVED)).as(id).hasSize(1);
        assertThat(TvStage.events(state, CaseEventType.NOTICE_SENT)).as(id).hasSize(1);
    }

    private void serves(String id, PowerCut cut, StateStore state) {
        try (TradingGridConnector network = stage.grid(cut, state)) {
            PartnerAssetRequests flow = new PartnerAssetRequests(
                    network,
                    stage.files(cut, network),
                    Wish.Reader.NAMED,
                    stage.library.vip(cut),
                    List.of(),
                    state,
                    stage.clock);
            flow.on(sent.get(id));
            networkWorks(id);
            flow.sweep();
        }
    }

    @Test
    void deliversOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "request",
                (id, cut, state) -> {
                    if (sent.containsKey(id)) {
                        networkWorks(id);
                        stage.lookUp(state, "tv1:" + sent.get(id).related(), TvStage.ref(id));
                    } else {
                        sends(id, "864");
                    }
                    serves(id, cut, state);
                },
                (id, state) -> {
                    hasEverythingOnce(id, state);
                    assertThat(gallery.log(posters.get(id))).as(id).hasSize(1);
                });
    }

    @Test
    void replacesAFileOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "problem",
                (id, cut, state) -> {
                    if (sent.containsKey(id)) {
                        networkWorks(id);
                        stage.lookUp(state, "tv3:" + sent.get(id).related() + ":file1", TvStage.ref(id));
                    } else {
                        sends(id, "BIN");
                    }
                    try (TradingGridConnector network = stage.grid(cut, state)) {
                        PartnerProblems flow = new PartnerProblems(
                                network,
                                stage.files(cut, network),
                                stage.library.vip(cut),
                                List.of(),
                                state,
                                stage.clock);
                        flow.on(sent.get(id));
                        flow.replace(sent.get(id).related(), Gallery.content("right.txt", "right " + id));
                        networkWorks(id);
                        flow.sweep();
                    }
                },
                (id, state) -> {
                    hasEverythingOnce(id, state);
                    assertThat(gallery.reader().versions(posters.get(id)))
                            .as(id)
                            .hasSize(2);
                    assertThat(gallery.log(posters.get(id))).as(id).hasSize(2);
                });
    }

    @Test
    void neverSaysOfWhatLeftThatItWasNotSent() throws Exception {
        Interruptions.survived(
                "leaving",
                (id, cut, state) -> {
                    if (sent.containsKey(id)) {
                        stage.people.rules().orElseThrow().revoke(TvStage.ref(id), Segment.brand(id));
                        stage.lookUp(state, "tv1:" + sent.get(id).related(), TvStage.ref(id));
                    } else {
                        sends(id, "864");
                    }
                    serves(id, cut, state);
                },
                (id, state) -> {
                    boolean left = taken.get(id) > 0;
                    assertThat(taken.get(id)).as("files for " + id).isLessThanOrEqualTo(1);
                    assertThat(gallery.log(posters.get(id)))
                            .as(id + (left ? ", which left" : ", which stayed"))
                            .hasSizeBetween(left ? 1 : 0, 1)
                            .allMatch(entry -> entry.status().equals(DeliveryStatus.DELIVERED) == left);
                });
    }
}
