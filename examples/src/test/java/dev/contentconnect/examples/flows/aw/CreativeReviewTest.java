package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the fields of the record in Aprimo and from the workflow service. */
class CreativeReviewTest {
    private static final Map<String, String> YES =
            Map.of("compliance", "approved", "legal", "approved", "product", "approved");
    private static final Map<String, String> LEGAL_WANTS_CHANGES =
            Map.of("compliance", "approved", "legal", "revise", "product", "approved");

    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory();
    private final CreativeReview flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private CreativeReview flow(PowerCut cut, StateStore memory) {
        return new CreativeReview(stage.desk.workflow(cut), stage.aprimo(cut), memory, stage.clock);
    }

    private SourceRef asked(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    private String version(SourceRef asset) {
        return stage.planning
                .require(AssetReader.class)
                .get(asset)
                .currentVersion()
                .id();
    }

    private String upload(SourceRef asset, String key) {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.planning.require(AssetWriter.class).addVersion(asset, key, AwStage.file(key));
        return version(asset);
    }

    private List<Approval> shown(SourceRef asset, String version) {
        return stage.planning.require(ApprovalDesk.class).query(ApprovalQuery.ALL.about(asset)).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .toList();
    }

    private List<ApprovalStatus> words(SourceRef asset, String version) {
        return shown(asset, version).stream().map(Approval::status).toList();
    }

    @Test
    void showsEachAnswerAsItComesAndTheVersionThatIsApproved() {
        SourceRef asset = stage.poster("hero");
        String first = version(asset);
        SourceRef caseRef = asked(asset);
        assertThat(words(asset, first)).hasSize(3).containsOnly(ApprovalStatus.PENDING);
        stage.answer(caseRef, Map.of("legal", "approved"));
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, List.of("compliance", "product")));
        assertThat(words(asset, first))
                .containsExactlyInAnyOrder(ApprovalStatus.APPROVED, ApprovalStatus.PENDING, ApprovalStatus.PENDING);
        stage.answer(caseRef, YES);

        assertThat(flow.advance(asset)).isEqualTo(new Standing.Done(caseRef, first));
        assertThat(words(asset, first)).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
        assertThat(shown(asset, first))
                .extracting(one -> one.decision().decidedBy())
                .contains(Actor.of("legal@example.com"));
        assertThat(stage.field(asset, "ApprovedVersion")).isEqualTo(first);
    }

    @Test
    void sendsAVersionBackWithTheReasonsAndAsksAboutTheNextOne() {
        SourceRef asset = stage.poster("hero");
        String first = version(asset);
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, LEGAL_WANTS_CHANGES);
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, List.of("creative")));
        String second = upload(asset, "hero 2");

        SourceRef next = asked(asset);
        assertThat(next).isNotEqualTo(caseRef);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(words(asset, second)).hasSize(3).containsOnly(ApprovalStatus.PENDING);
        stage.answer(next, YES);
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Done(next, second));

        assertThat(words(asset, second)).containsOnly(ApprovalStatus.APPROVED);
        assertThat(shown(asset, first))
                .filteredOn(one -> one.status().equals(ApprovalStatus.CHANGES_REQUESTED))
                .singleElement()
                .extracting(Approval::decision)
                .extracting(Decision::note)
                .isEqualTo("not legal enough");
        assertThat(stage.report(state).cases().cancelled()).isOne();
    }

    @Test
    void asksOnceMoreWhenTheSameVersionIsResubmitted() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, LEGAL_WANTS_CHANGES);
        flow.advance(asset);
        stage.desk.complete(caseRef, "revise", TaskResult.of("resubmitted", null, Actor.of("cri@example.com")));
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, CreativeReview.STAKEHOLDERS));
        stage.answer(caseRef, YES);

        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(words(asset, version(asset))).hasSize(6).containsOnlyOnce(ApprovalStatus.CHANGES_REQUESTED);
    }

    @Test
    void saysWhyAVersionIsRejected() {
        SourceRef asset = stage.poster("hero");
        stage.answer(asked(asset), Map.of("compliance", "rejected", "legal", "approved", "product", "approved"));
        Standing end = flow.advance(asset);
        assertThat(end).isEqualTo(new Standing.Refused(List.of("compliance said rejected: not compliance enough")));
        assertThat(flow.advance(asset)).isEqualTo(end);
        assertThat(stage.cases(asset)).hasSize(1);
        assertThat(words(asset, version(asset))).hasSize(3).containsOnlyOnce(ApprovalStatus.REJECTED);
    }

    @Test
    void takesAYesToAnOlderVersionForNoYesToTheNewOne() {
        SourceRef asset = stage.poster("hero");
        SourceRef caseRef = asked(asset);
        stage.answer(caseRef, YES);
        String second = upload(asset, "hero 2");
        assertThat(((Standing.Waiting) flow.advance(asset)).missing())
                .containsExactlyElementsOf(CreativeReview.STAKEHOLDERS);
        assertThat(words(asset, second)).containsOnly(ApprovalStatus.PENDING);
    }

    @Test
    void goesByTheFeedOfAprimoAndItsOwnWritingAsksNobody() {
        try (FeedRunner runner = FeedRunner.builder("aw2", state, item -> flow.handle(item.event()))
                .poll(stage.planning.require(AssetFeed.class), Duration.ofSeconds(30))
                .time(stage.clock)
                .build()) {
            runner.runUntilIdle();
            SourceRef asset = stage.poster("fed");
            for (int i = 0; i < 3; i++) {
                stage.clock.advance(Duration.ofMinutes(2));
                runner.runUntilIdle();
            }
            assertThat(stage.cases(asset)).hasSize(1);
            assertThat(words(asset, version(asset))).hasSize(3);
            assertThat(runner.status().parked()).isZero();
        }
        flow.handle(CaseEvent.builder("aprimo", CaseEventType.ASSET_DELETED, "e", stage.clock.now())
                .subject(SourceRef.of("aprimo", "00000000000000000000000000009999"))
                .build());
    }

    @Test
    void showsEachAnswerOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Interruptions.survived(
                "creative",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    CreativeReview cutOff = flow(cut, memory);
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, version(asset))).as(id).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.report(memory).cases().resolved()).as(id).isOne();
                });
    }

    @Test
    void sendsAVersionBackAndApprovesTheNextOneWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Map<String, String> first = new HashMap<>();
        Interruptions.survived(
                "revised",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, stage::poster);
                    String returned = first.computeIfAbsent(id, any -> version(asset));
                    CreativeReview cutOff = flow(cut, memory);
                    if (version(asset).equals(returned) && cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), LEGAL_WANTS_CHANGES);
                        cutOff.advance(asset);
                        upload(asset, id + " 2");
                    }
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.answer(waiting.caseRef(), YES);
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(words(asset, first.get(id)))
                            .as(id)
                            .hasSize(3)
                            .containsOnlyOnce(ApprovalStatus.CHANGES_REQUESTED);
                    assertThat(words(asset, version(asset))).as(id).hasSize(3).containsOnly(ApprovalStatus.APPROVED);
                    assertThat(stage.cases(asset))
                            .as(id)
                            .extracting(one -> one.status())
                            .containsExactlyInAnyOrder(CaseStatus.CANCELLED, CaseStatus.RESOLVED);
                });
    }
}
