package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the library and the workflow service. */
class RightsReviewTest {
    private final StateStore state = StateStore.inMemory();
    private final String id = "poster-" + UUID.randomUUID();
    private Stage stage;
    private Uploads library;
    private RightsReview flow;

    @BeforeEach
    void open() {
        stage = stage();
        library = new Uploads(stage.eyes());
        flow = new RightsReview(
                stage.workflow(PowerCut.never()), stage.vip(PowerCut.never()), List.of(), state, stage.clock());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    Stage stage() {
        return Stage.sandboxes();
    }

    private SourceRef asked(SourceRef asset) {
        return ((RightsReviewOutcome.Waiting) flow.advance(asset)).caseRef();
    }

    private void review(SourceRef caseRef, String word, String note, Map<String, Object> limits) {
        stage.complete(caseRef, "rightsReview", new TaskResult(word, note, Actor.of("jo@example.com"), limits));
        stage.ended(caseRef);
    }

    @Test
    void writesWhatTheReviewerClearedToTheRights() throws Exception {
        SourceRef asset = library.upload(id, Segment.brand("Northpeak"));
        SourceRef caseRef = asked(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);
        review(
                caseRef,
                "cleared",
                "licence 4711",
                Map.of("territories", List.of("DE", "AT"), "validUntil", "2031-12-31"));

        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.Decided.class);
        RightsRecord rights = library.rights(asset);
        assertThat(rights.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(rights.assetVersion())
                .isEqualTo(library.get(asset).currentVersion().id());
        Use use = Use.at(Instant.parse("2031-12-31T20:00:00Z"));
        assertThat(rights.permits(use.in(Territory.of("AT"))).isAllowed()).isTrue();
        assertThat(rights.permits(use.in(Territory.of("FR"))).isAllowed()).isFalse();
        assertThat(rights.permits(Use.at(Instant.parse("2032-01-01T00:00:00Z")).in(Territory.of("AT")))
                        .isAllowed())
                .isFalse();
        assertThat(library.status(asset)).isEqualTo(AssetStatus.DRAFT);
        assertThat(stage.isPublic(asset.id())).as("cleared is not published").isFalse();
        assertThat(stage.ended(caseRef).status()).isEqualTo(CaseStatus.RESOLVED);
    }

    @Test
    void makesUnavailableWhatTheReviewerRefused() throws Exception {
        SourceRef asset = library.upload(id);
        library.state(asset, RightsStatus.CLEARED, "DE");
        library.publish(asset, "out:" + id, Segment.region("DE"));
        SourceRef caseRef = asked(asset);
        assertThat(library.status(asset)).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(stage.isPublic(asset.id())).as("until somebody decided").isTrue();
        review(caseRef, "refused", "the model withdrew", Map.of());

        flow.advance(asset);
        RightsRecord rights = library.rights(asset);
        assertThat(rights.status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(rights.permits(Use.at(stage.clock().now()).in(Territory.of("DE")))
                        .isAllowed())
                .isFalse();
        assertThat(library.status(asset)).isEqualTo(AssetStatus.HELD);
        assertThat(stage.isPublic(asset.id())).as("what a stranger sees").isFalse();
        assertThat(library.get(asset).extensions().get("vip").get("state_note"))
                .asString()
                .contains("rejected by jo@example.com: the model withdrew");
    }

    @Test
    void asksOnceHoweverOftenItIsCalled() {
        SourceRef asset = library.upload(id);
        SourceRef caseRef = asked(asset);
        assertThat(asked(asset)).isEqualTo(caseRef);
        review(caseRef, "restricted", "web only", Map.of("territories", "DE"));

        RightsReviewOutcome first = flow.advance(asset);
        assertThat(first).isInstanceOf(RightsReviewOutcome.Decided.class);
        RightsRecord written = library.rights(asset);
        assertThat(flow.advance(asset)).isEqualTo(first);
        assertThat(library.rights(asset)).isEqualTo(written);
        assertThat(written.status()).isEqualTo(RightsStatus.RESTRICTED);
    }

    @Test
    void hangsUnderTheFeedsOfBothSystems() {
        FeedRunner assets = FeedRunner.builder("wv3", state, item -> flow.on(item.event()))
                .poll(stage.eyes().require(AssetFeed.class), Duration.ofSeconds(30))
                .time(stage.clock())
                .build();
        FeedRunner cases = FeedRunner.builder("wv3-cases", state, assets.handOver())
                .poll(stage.people().require(CaseFeed.class), Duration.ofSeconds(30))
                .time(stage.clock())
                .build();
        assets.runUntilIdle();
        cases.runUntilIdle();

        SourceRef asset = library.upload(id);
        assets.runUntilIdle();
        SourceRef caseRef = asked(asset);
        review(caseRef, "refused", null, Map.of());
        cases.runUntilIdle();
        assets.runUntilIdle();

        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(library.status(asset)).isEqualTo(AssetStatus.HELD);
        assertThat(assets.status().parked() + cases.status().parked()).isZero();
        // The flow's own writing comes by the feed as well, and asks nobody.
        assets.runUntilIdle();
        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.Decided.class);
    }
}
