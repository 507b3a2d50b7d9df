package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes late, twice, out of order or not at all. */
class RightsReviewOdditiesTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stage stage = Stage.sandboxes(clock);
    private final Uploads library = new Uploads(stage.eyes());
    private final CaseDesk cases = stage.people().require(CaseDesk.class);
    private final StateStore state = StateStore.inMemory();
    private final RightsReview flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private RightsReview flow(PowerCut cut, StateStore memory) {
        return flow(cut, List.of(), memory);
    }

    private RightsReview flow(PowerCut cut, List<Segment> serving, StateStore memory) {
        return new RightsReview(stage.workflow(cut), stage.vip(cut), serving, memory, clock);
    }

    private SourceRef asked(SourceRef asset) {
        return ((RightsReviewOutcome.Waiting) flow.advance(asset)).caseRef();
    }

    private void review(SourceRef caseRef, String word, Map<String, Object> limits) {
        stage.complete(caseRef, "rightsReview", new TaskResult(word, null, Actor.of("jo@example.com"), limits));
    }

    private SourceRef cleared(String id) {
        SourceRef asset = library.upload(id);
        review(asked(asset), "cleared", Map.of("territories", "worldwide"));
        flow.advance(asset);
        return asset;
    }

    @Test
    void reviewsANewVersionAnewAndTrustsNothingMeanwhile() {
        SourceRef asset = cleared("poster");
        library.newVersion(asset, "2");

        SourceRef second = asked(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);
        review(second, "refused", Map.of());
        flow.advance(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.BLOCKED);
    }

    @Test
    void endsTheOpenReviewOfWhatWasThereBefore() {
        SourceRef asset = library.upload("poster");
        SourceRef first = asked(asset);
        library.newVersion(asset, "2");
        SourceRef second = asked(asset);

        assertThat(second).isNotEqualTo(first);
        assertThat(cases.get(first).status()).isEqualTo(CaseStatus.CANCELLED);
        review(second, "cleared", Map.of("territories", "DE"));
        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.Decided.class);
        assertThat(library.rights(asset).assetVersion())
                .isEqualTo(library.get(asset).currentVersion().id());
    }

    @Test
    void doesNotApplyADecisionAboutWhatWasChangedSince() {
        SourceRef asset = library.upload("poster");
        SourceRef first = asked(asset);
        review(first, "cleared", Map.of("territories", "worldwide"));
        library.newVersion(asset, "2");

        SourceRef second = asked(asset);
        assertThat(cases.get(first).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(cases.get(second).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);
    }

    @Test
    void reviewsWhatPeopleWriteIntoTheRights() {
        SourceRef asset = cleared("poster");
        library.state(asset, RightsStatus.CLEARED, "001", "DE");

        SourceRef again = asked(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);
        assertThat(cases.get(again).status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void doesNotLiftAHandmadeBlockWhileItIsReviewed() {
        SourceRef asset = cleared("poster");
        library.rights(
                library.rights(asset).toBuilder().status(RightsStatus.REVOKED).build());

        review(asked(asset), "refused", Map.of());
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.REVOKED);
        flow.advance(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.BLOCKED);
    }

    @Test
    void leavesPendingWhatWasCalledOffUntilSomethingChanges() {
        SourceRef asset = library.upload("poster");
        library.state(asset, RightsStatus.CLEARED, "DE");
        cases.cancel(asked(asset), "no time");

        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.CalledOff.class);
        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.CalledOff.class);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);

        // Somebody who writes "cleared" himself gets another review.
        library.state(asset, RightsStatus.CLEARED, "DE");
        SourceRef second = asked(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.PENDING);
        review(second, "cleared", Map.of());
        flow.advance(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.CLEARED);
    }

    @Test
    void keepsBackWhatIsOutWhereItMayNoLongerBe() {
        SourceRef asset = library.upload("poster");
        library.publish(asset, "spring", Segment.region("DE"), Segment.region("FR"));
        review(asked(asset), "restricted", Map.of("territories", List.of("DE")));

        flow.advance(asset);
        assertThat(library.status(asset)).isEqualTo(AssetStatus.HELD);
        assertThat(library.get(asset).extensions().get("vip").get("state_note"))
                .asString()
                .contains("territory_not_granted: FR");
    }

    @Test
    void leavesWithItsAudienceWhatIsFit() {
        SourceRef asset = library.upload("poster");
        library.publish(asset, "spring", Segment.region("DE"));
        review(asked(asset), "restricted", Map.of("territories", List.of("DE")));

        flow.advance(asset);
        assertThat(library.status(asset)).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.RESTRICTED);
    }

    @Test
    void leavesWithItsAudienceWhatIsLicensedForAChannelOfTheLibrary() {
        for (String channel : List.of("web", "print")) {
            SourceRef asset = library.upload("poster for " + channel);
            library.license(asset, RightsStatus.CLEARED, channel, "DE");
            library.publish(asset, "spring in " + channel, Segment.region("DE"));
            review(asked(asset), "cleared", Map.of());

            flow(PowerCut.never(), Shelf.SERVING, state).advance(asset);
            assertThat(library.status(asset))
                    .as(channel)
                    .isEqualTo(channel.equals("web") ? AssetStatus.PUBLISHED : AssetStatus.HELD);
        }
    }

    @Test
    void blocksWhatWasClearedWithADateThatCannotBeRead() {
        SourceRef asset = library.upload("poster");
        review(asked(asset), "cleared", Map.of("territories", "DE", "validUntil", "end of next year"));

        flow.advance(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(library.get(asset).extensions().get("vip").get("state_note"))
                .asString()
                .contains("end of next year");
    }

    @Test
    void makesNoGrantOfWhatTheReviewerLeftOut() {
        SourceRef asset = library.upload("poster");
        review(asked(asset), "cleared", Map.of());

        flow.advance(asset);
        assertThat(library.rights(asset).status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(library.rights(asset).grants()).isEmpty();
    }

    @Test
    void hasNothingToReviewWithoutContent() {
        SourceRef record = stage.eyes()
                .require(AssetWriter.class)
                .create(new AssetDraft(
                        "record", Asset.builder(SourceRef.of("files", "record")).build(), null))
                .ref();

        assertThat(flow.advance(record)).isInstanceOf(RightsReviewOutcome.Nothing.class);
        assertThat(flow.advance(SourceRef.of("vip", "999999"))).isInstanceOf(RightsReviewOutcome.Nothing.class);
    }

    @Test
    void endsTheReviewOfWhatIsGone() {
        SourceRef asset = library.upload("poster");
        SourceRef caseRef = asked(asset);
        stage.eyes().wordpress().media().delete(Long.parseLong(asset.id()));

        assertThat(flow.advance(asset)).isInstanceOf(RightsReviewOutcome.Nothing.class);
        assertThat(cases.get(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void leavesEventsAloneThatAreNoneOfItsBusiness() {
        SourceRef asset = library.upload("poster");
        flow.on(event(CaseEventType.COMMENT_ADDED, asset, null));
        flow.on(event(CaseEventType.CASE_RESOLVED, asset, "wv1:spring@1"));
        flow.on(event(CaseEventType.ASSET_CREATED, SourceRef.of("dam", "1"), null));
        assertThat(cases.tasks(TaskQuery.ALL)).isEmpty();

        flow.on(event(CaseEventType.ASSET_CREATED, asset, null));
        assertThat(cases.tasks(TaskQuery.ALL)).hasSize(1);
    }

    private CaseEvent event(CaseEventType type, SourceRef subject, String caseKey) {
        return CaseEvent.builder("test", type, type + "/" + subject, clock.now())
                .subject(subject)
                .caseKey(caseKey)
                .build();
    }

    @Test
    void tellsEnoughForTheGovernanceReport() {
        SourceRef asset = library.upload("poster");
        SourceRef caseRef = asked(asset);
        clock.advance(Duration.ofHours(6));
        review(caseRef, "refused", Map.of());
        flow.advance(asset);

        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofHours(6));
        assertThat(report.stakeholders())
                .singleElement()
                .satisfies(step -> assertThat(step.waiting().median()).isEqualTo(Duration.ofHours(6)));
        assertThat(report.eventTypes().keySet()).anyMatch(type -> type.contains("rights.blocked"));
    }

    @Test
    void survivesAnEndAtAnyMomentWhenCleared() throws Exception {
        survives("cleared", RightsStatus.CLEARED, AssetStatus.PUBLISHED);
    }

    @Test
    void survivesAnEndAtAnyMomentWhenRefused() throws Exception {
        survives("refused", RightsStatus.BLOCKED, AssetStatus.HELD);
    }

    private void survives(String word, RightsStatus rights, AssetStatus status) throws Exception {
        Interruptions.survived(
                word,
                (id, cut, memory) -> {
                    SourceRef asset = library.upload(id);
                    library.publish(asset, "out:" + id, Segment.region("DE"));
                    RightsReview dying = flow(cut, memory);
                    if (dying.advance(asset) instanceof RightsReviewOutcome.Waiting waiting) {
                        review(waiting.caseRef(), word, Map.of("territories", "DE"));
                        dying.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = library.upload(id);
                    assertThat(library.rights(asset).status()).as(id).isEqualTo(rights);
                    assertThat(library.status(asset)).as(id).isEqualTo(status);
                    assertThat(stage.opened(asset)).as(id).hasSize(1);
                });
    }
}
