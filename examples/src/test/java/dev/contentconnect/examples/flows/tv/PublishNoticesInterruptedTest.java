package dev.contentconnect.examples.flows.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
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

/** TV2 and TV4: the process ends after any request or beside any commit. */
class PublishNoticesInterruptedTest {
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

    /** A poster that is out for one partner of its own. */
    private SourceRef poster(String id) {
        stage.partner(id, ITALY, Segment.brand(id));
        return gallery.poster(id, audience(id), "IT");
    }

    private static List<Segment> audience(String id) {
        return List.of(ITALY, Segment.brand(id));
    }

    /** What somebody finds out about a notice that broke off, and what the partner does with one that came. */
    private void peopleWork(StateStore state, String key, String partner) {
        stage.lookUp(state, key, TvStage.ref(partner));
        stage.mails(partner).stream().limit(1).forEach(mail -> stage.network.pull(mail.job()));
    }

    @Test
    void tellsEachPartnerOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Interruptions.survived(
                "notice",
                (id, cut, state) -> {
                    SourceRef known = made.get(id);
                    if (known != null) {
                        peopleWork(state, "tv2:" + known + "@" + known.id(), id);
                    }
                    SourceRef poster = made.computeIfAbsent(id, this::poster);
                    try (TradingGridConnector network = stage.grid(cut, state)) {
                        PublishNotices flow =
                                new PublishNotices(network, stage.library.vip(cut), List.of(), state, stage.clock);
                        flow.advance(poster);
                        flow.follow();
                    }
                },
                (id, state) -> {
                    assertThat(stage.mails(id)).as(id).hasSize(1);
                    assertThat(gallery.log(made.get(id)))
                            .as(id)
                            .singleElement()
                            .returns(DeliveryStatus.DELIVERED, entry -> entry.status());
                    assertThat(TvStage.events(state, CaseEventType.NOTICE_SENT))
                            .as(id)
                            .hasSize(1);
                    assertThat(TvStage.events(state, CaseEventType.DELIVERY_DELIVERED))
                            .as(id)
                            .hasSize(1);
                });
    }

    @Test
    void tellsOfANewVersionOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> made = new HashMap<>();
        Map<String, String> versions = new HashMap<>();
        Interruptions.survived(
                "version",
                (id, cut, state) -> {
                    SourceRef known = made.get(id);
                    if (known != null) {
                        peopleWork(state, "tv4:" + known + "@" + versions.get(id), id);
                    }
                    SourceRef poster = made.computeIfAbsent(id, this::poster);
                    if (known == null) {
                        stage.library
                                .eyes()
                                .require(DeliveryLog.class)
                                .record(new DeliveryDraft(
                                        "before " + id,
                                        List.of(poster),
                                        poster.id(),
                                        id,
                                        DeliveryStatus.DELIVERED,
                                        stage.clock.now(),
                                        null));
                        versions.put(
                                id, gallery.replace(poster, id, 2, audience(id)).id());
                    }
                    try (TradingGridConnector network = stage.grid(cut, state)) {
                        VersionNotices flow =
                                new VersionNotices(network, stage.library.vip(cut), List.of(), state, stage.clock);
                        flow.advance(poster);
                        flow.follow();
                    }
                },
                (id, state) -> {
                    assertThat(stage.mails(id)).as(id).hasSize(1);
                    assertThat(gallery.log(made.get(id)))
                            .as(id)
                            .hasSize(2)
                            .allMatch(entry -> entry.status().equals(DeliveryStatus.DELIVERED));
                });
    }
}
