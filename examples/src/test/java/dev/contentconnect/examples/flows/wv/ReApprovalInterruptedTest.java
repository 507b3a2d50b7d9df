package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.feed.FeedHandler;
import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process ends at any moment; feeds drive the flow; time passes. */
class ReApprovalInterruptedTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stage stage = Stage.sandboxes(clock);
    private final Map<String, SourceRef> posters = new HashMap<>();

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void build() {
        shelf = new Shelf(stage, folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private ReApproval flow(PowerCut cut, StateStore state) {
        return new ReApproval(stage.workflow(cut), stage.vip(cut), Shelf.SERVING, state, clock);
    }

    private SourceRef poster(String id) throws Exception {
        if (!posters.containsKey(id)) {
            SourceRef made = shelf.approved(id);
            shelf.addVersion(made, "2 of " + id);
            posters.put(id, made);
        }
        return posters.get(id);
    }

    @Test
    void approvesOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "yes",
                (id, cut, state) -> {
                    SourceRef poster = poster(id);
                    if (flow(cut, state).advance(poster) instanceof VersionOutcome.Waiting waiting) {
                        assertThat(shelf.distributed(poster)).isEqualTo(1);
                        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
                        flow(cut, state).advance(poster);
                    }
                },
                (id, state) -> {
                    SourceRef poster = poster(id);
                    assertThat(shelf.distributed(poster)).isEqualTo(2);
                    assertThat(shelf.publisher().publications(poster)).hasSize(2);
                    assertThat(stage.count(key(poster))).isEqualTo(1);
                    assertThat(types(state, "asset.published")).as(id).hasSize(1);
                });
    }

    @Test
    void takesBackAndRefusesOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "no",
                (id, cut, state) -> {
                    boolean begun = posters.containsKey(id);
                    SourceRef poster = poster(id);
                    if (!begun) {
                        AssetVersion second = shelf.reader().versions(poster).get(0);
                        shelf.publish(poster, "by hand " + id, second.id());
                    }
                    if (flow(cut, state).advance(poster) instanceof VersionOutcome.Waiting waiting) {
                        assertThat(shelf.distributed(poster)).isEqualTo(1);
                        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.LEGAL_REJECTS);
                        flow(cut, state).advance(poster);
                    }
                },
                (id, state) -> {
                    SourceRef poster = poster(id);
                    assertThat(shelf.distributed(poster)).isEqualTo(1);
                    assertThat(shelf.publisher().publications(poster)).hasSize(3);
                    assertThat(stage.count(key(poster))).isEqualTo(1);
                    assertThat(stage.eyes().require(CommentThread.class).comments(poster))
                            .singleElement()
                            .extracting(Comment::text)
                            .asString()
                            .contains("legal said rejected");
                    assertThat(types(state, "flow.refused")).hasSize(1);
                });
    }

    @Test
    void givesAllAudiencesTheNewVersionWheneverItDies() throws Exception {
        Interruptions.survived(
                "pair",
                (id, cut, state) -> {
                    if (!posters.containsKey(id)) {
                        SourceRef made = shelf.approvedForTwo(id);
                        shelf.addVersion(made, "2 of " + id);
                        posters.put(id, made);
                    }
                    SourceRef poster = posters.get(id);
                    if (flow(cut, state).advance(poster) instanceof VersionOutcome.Waiting waiting) {
                        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
                        flow(cut, state).advance(poster);
                    }
                },
                (id, state) -> {
                    SourceRef poster = posters.get(id);
                    assertThat(shelf.distributed(poster)).isEqualTo(2);
                    assertThat(shelf.audiences(poster, key(poster)))
                            .as(id)
                            .containsExactlyInAnyOrderElementsOf(Shelf.TWO);
                    assertThat(types(state, "asset.published")).as(id).hasSize(2);
                });
    }

    @Test
    void givesAllAudiencesTheApprovedVersionAgainWheneverItDies() throws Exception {
        Interruptions.survived(
                "again",
                (id, cut, state) -> {
                    if (!posters.containsKey(id)) {
                        SourceRef made = shelf.approvedForTwo(id);
                        shelf.publish(
                                made,
                                "past it " + id,
                                shelf.addVersion(made, "2 of " + id).id());
                        posters.put(id, made);
                    }
                    flow(cut, state).advance(posters.get(id));
                },
                (id, state) -> {
                    SourceRef poster = posters.get(id);
                    assertThat(shelf.distributed(poster)).as(id).isEqualTo(1);
                    assertThat(shelf.audiences(poster, " instead of "))
                            .as(id)
                            .containsExactlyInAnyOrderElementsOf(Shelf.TWO);
                    assertThat(types(state, "asset.published"))
                            .as(id)
                            .hasSize(2)
                            .allMatch(event -> "restored".equals(event.outcome()));
                });
    }

    /** What broke off was approved and may be seen: it is not seen beside the one before when a newer one comes. */
    @Test
    void showsOneVersionWheneverItDiesBeforeANewerOneComes() throws Exception {
        Set<String> newer = new HashSet<>();
        Interruptions.survived(
                "newer",
                (id, cut, state) -> {
                    boolean begun = posters.containsKey(id);
                    SourceRef poster = poster(id);
                    if (begun && newer.add(id)) {
                        shelf.addVersion(poster, "3 of " + id);
                    }
                    if (flow(cut, state).advance(poster) instanceof VersionOutcome.Waiting waiting) {
                        assertThat(shelf.distributed(poster)).as(id).isPositive();
                        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
                        flow(cut, state).advance(poster);
                    }
                },
                (id, state) -> {
                    assertThat(shelf.distributed(poster(id))).as(id).isEqualTo(3);
                    assertThat(stage.count(key(poster(id)))).isEqualTo(1);
                });
    }

    /** Of the case about the newest version. */
    private String key(SourceRef poster) {
        return "wv6:" + poster + "@"
                + shelf.reader().get(poster).currentVersion().id();
    }

    private static List<CaseEvent> types(StateStore state, String type) {
        return Shelf.trail(state).stream()
                .filter(event -> event.type().value().equals(type))
                .toList();
    }

    @Test
    void goesByTheFeedsOfBothSystems() throws Exception {
        StateStore state = StateStore.inMemory();
        ReApproval flow = flow(PowerCut.never(), state);
        try (FeedRunner library = runner(
                        "library",
                        state,
                        item -> flow.handle(item.event()),
                        stage.eyes().require(AssetFeed.class));
                FeedRunner desk =
                        runner("desk", state, library.handOver(), stage.people().require(CaseFeed.class))) {
            library.runUntilIdle();
            desk.runUntilIdle();
            clock.advance(Duration.ofMinutes(1));
            SourceRef poster = poster("fed");
            clock.advance(Duration.ofMinutes(1));
            library.runUntilIdle();
            SourceRef caseRef = stage.people()
                    .require(CaseDesk.class)
                    .findByKey(key(poster))
                    .orElseThrow()
                    .ref();
            assertThat(shelf.distributed(poster)).isEqualTo(1);

            clock.advance(Duration.ofHours(2));
            Reviews.answer(stage.people(), caseRef, Reviews.ALL_APPROVE);
            clock.advance(Duration.ofMinutes(1));
            desk.runUntilIdle();
            library.runUntilIdle();
            assertThat(shelf.distributed(poster)).isEqualTo(2);
            assertThat(library.status().parked()).isZero();
            assertThat(desk.status().parked()).isZero();
        }
        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().resolved()).isEqualTo(1);
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofHours(2));
        assertThat(report.compliance().violations()).isEmpty();
    }

    private FeedRunner runner(String name, StateStore state, FeedHandler handler, ChangeFeed feed) {
        return FeedRunner.builder(name, state, handler)
                .poll(feed, Duration.ofSeconds(1))
                .time(clock)
                .build();
    }

    @Test
    void refusesWhatTheRightsNoLongerAllow() throws Exception {
        StateStore state = StateStore.inMemory();
        SourceRef poster = poster("expired");
        VersionOutcome.Waiting waiting =
                (VersionOutcome.Waiting) flow(PowerCut.never(), state).advance(poster);
        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
        clock.advance(Duration.between(clock.now(), Packages.EXPIRY));

        assertThat(flow(PowerCut.never(), state).advance(poster))
                .isInstanceOfSatisfying(
                        VersionOutcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("expired"));
        assertThat(shelf.distributed(poster)).isEqualTo(1);
    }

    @Test
    void treatsACancelledCaseAsNo() throws Exception {
        StateStore state = StateStore.inMemory();
        SourceRef poster = poster("cancelled");
        VersionOutcome.Waiting waiting =
                (VersionOutcome.Waiting) flow(PowerCut.never(), state).advance(poster);
        stage.people().require(CaseDesk.class).cancel(waiting.caseRef(), "called off");

        assertThat(flow(PowerCut.never(), state).advance(poster))
                .isInstanceOfSatisfying(
                        VersionOutcome.Refused.class,
                        refused -> assertThat(refused.reasons()).containsExactly("the case was cancelled"));
        assertThat(shelf.distributed(poster)).isEqualTo(1);
    }

    @Test
    void startsOverWithoutItsMemory() throws Exception {
        SourceRef poster = poster("forgotten");
        VersionOutcome.Waiting waiting = (VersionOutcome.Waiting)
                flow(PowerCut.never(), StateStore.inMemory()).advance(poster);
        Reviews.answer(stage.people(), waiting.caseRef(), Reviews.ALL_APPROVE);
        flow(PowerCut.never(), StateStore.inMemory()).advance(poster);
        assertThat(shelf.distributed(poster)).isEqualTo(2);

        assertThat(flow(PowerCut.never(), StateStore.inMemory()).advance(poster))
                .isInstanceOf(VersionOutcome.Distributed.class);
        assertThat(stage.count(key(poster))).isEqualTo(1);
        assertThat(shelf.publisher().publications(poster)).hasSize(2);
    }

    @Test
    void failsLoudlyOnWhatIsNoAsset() {
        ReApproval flow = flow(PowerCut.never(), StateStore.inMemory());
        assertThatThrownBy(() -> flow.advance(SourceRef.of("vip", "999999"))).isInstanceOf(ConnectorException.class);
    }
}
