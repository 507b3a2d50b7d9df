package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.Bought;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared is what people find in the portal and what is said there, and the cases of the workflow service. */
class RightsExpiryTest {
    private static final Actor RITA = Actor.of("rita@example.com");

    private final SwStage stage = stage();
    private final StateStore state = StateStore.inMemory();
    private final RightsExpiry flow = flow(PowerCut.never(), state);

    SwStage stage() {
        return SwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RightsExpiry flow(PowerCut cut, StateStore memory) {
        return new RightsExpiry(
                stage.desk.workflow(cut),
                stage.smintio(cut),
                asset -> List.of(SwStage.AUSTRIA),
                stage::shown,
                Notice.DEFAULT,
                memory,
                stage.clock);
    }

    private Instant in(int days) {
        return stage.clock.now().plus(Duration.ofDays(days));
    }

    private Bought until(String name, Instant end) {
        return stage.stock(name).term("valid_until", end.toString());
    }

    /** An asset that people find, whose licence ends. */
    private SourceRef offered(String name, Bought bought) {
        SourceRef asset = stage.licensed(name, bought);
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest(
                        "hand " + asset, name, List.of(asset), List.of(SwStage.AUSTRIA), null, null));
        return asset;
    }

    private SourceRef asked(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    private Standing decided(SourceRef asset, String word, Map<String, Object> values) throws InterruptedException {
        SourceRef caseRef = asked(asset);
        stage.desk.complete(caseRef, "disposition", new TaskResult(word, null, RITA, values));
        stage.desk.ended(caseRef);
        return flow.advance(asset);
    }

    @Test
    void asksAMonthBeforeAndLeavesTheAssetWhereItIs() {
        Instant end = in(40);
        SourceRef beach = offered("beach", until("beach", end));
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.cases(beach)).isEmpty();

        stage.clock.advance(Duration.ofDays(11));
        SourceRef caseRef = asked(beach);
        CaseRecord opened = stage.read(caseRef);
        assertThat(opened.title()).isEqualTo("Poster beach: rights until " + end);
        assertThat(opened.dueAt()).isEqualTo(end);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(SwStage.trail(state, CaseEventType.RIGHTS_EXPIRING)).hasSize(1);
    }

    @Test
    void takesDownWhatPeopleTakeDown() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        assertThat(decided(beach, "takedown", Map.of()))
                .isInstanceOfSatisfying(
                        Standing.Done.class, done -> assertThat(done.outcome()).isEqualTo("takedown"));

        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.statuses).containsEntry(beach, AssetStatus.WITHDRAWN);
        assertThat(stage.said(beach, "Withdrawn: its rights end: until ")).isOne();
    }

    @Test
    void putsTheReplacementWhereTheOldOneWas() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef lake = stage.licensed("lake", stage.stock("lake"));
        assertThat(decided(beach, "replace", Map.of("replacement", lake.id())))
                .isInstanceOfSatisfying(
                        Standing.Done.class, done -> assertThat(done.outcome()).isEqualTo("replaced"));

        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.offers(lake, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.isPending(lake)).isFalse();
        assertThat(stage.said(beach, "replaced by Poster lake")).isOne();
        assertThat(stage.said(lake, "Takes the place of Poster beach")).isOne();
    }

    @Test
    void keepsOfferingWhatIsRenewedInTime() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        assertThat(((Standing.Waiting) decided(beach, "renew", Map.of())).missing())
                .containsExactly("renewal");
        stage.buy("beach-2", until("beach-2", in(400)));
        stage.licences.put(beach.id(), stage.licence("beach-2").id().substring("license/".length()));

        assertThat(flow.advance(beach))
                .isInstanceOfSatisfying(
                        Standing.Done.class, done -> assertThat(done.outcome()).isEqualTo("renewed"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.said(beach, "Renewed: ")).isOne();
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void hidesWhatIsRenewedTooLateAndOffersItAgain() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        decided(beach, "renew", Map.of());
        stage.clock.advance(Duration.ofDays(11));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.isPending(beach)).isTrue();
        assertThat(stage.said(beach, "Held: rights_expired")).isOne();

        stage.buy("beach", until("beach", in(365)).changed(2, stage.clock.now()));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.isPending(beach)).isFalse();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void hidesWhatHasEndedWhilePeopleStillThink() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        asked(beach);
        stage.clock.advance(Duration.ofDays(10));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void endsTheCaseOfWhatIsRenewedBeforeAnybodyDecided() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        flow.advance(beach);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void opensOneCaseForEachEndHoweverOftenItLooks() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        decided(beach, "takedown", Map.of());
        for (int i = 0; i < 3; i++) {
            stage.clock.advance(Duration.ofDays(5));
            flow.advance(beach);
            flow.sweep();
        }
        assertThat(stage.cases(beach)).hasSize(1);
        assertThat(stage.said(beach)).hasSize(1);

        stage.buy("beach", until("beach", in(20)).changed(2, stage.clock.now()));
        asked(beach);
        assertThat(stage.cases(beach)).hasSize(2);
    }

    @Test
    void takesBackWhatSomebodyBringsOutAgainAfterItsEnd() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        decided(beach, "takedown", Map.of());
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest("again", "B", List.of(beach), List.of(SwStage.AUSTRIA), null, null));
        flow.advance(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA))
                .as("they may, until then")
                .hasSize(1);
        stage.clock.advance(Duration.ofDays(11));
        flow.advance(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void hearsOfALimitThatIsNearlyReachedWhenItCountsAgain() {
        Bought bought = stage.stock("beach")
                .with("license_download_constraints", Map.of("effective_max_downloads", 100))
                .with("current_downloads", 10);
        SourceRef beach = offered("beach", bought);
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        stage.buy("beach", bought.with("current_downloads", 90));
        flow.sweep();
        assertThat(stage.cases(beach)).isEmpty();
        stage.clock.advance(Duration.ofDays(1));
        flow.sweep();

        assertThat(stage.cases(beach))
                .singleElement()
                .extracting(CaseRecord::title)
                .isEqualTo("Poster beach: rights limit downloads 100");
        assertThat(SwStage.trail(state, CaseEventType.USAGE_LIMIT_REACHED)).hasSize(1);
        stage.buy("beach", bought.with("current_downloads", 100));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA))
                .as("the limit is used up")
                .isEmpty();

        stage.buy("beach", bought.with("license_download_constraints", Map.of("effective_max_downloads", 500)));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.cases(beach)).hasSize(1);
    }

    private static Bought counted(Bought bought, @Nullable Integer used) {
        return bought.with("license_download_constraints", Map.of("effective_max_downloads", 100))
                .with("current_downloads", used);
    }

    private void ties(SourceRef asset, String licence) {
        stage.licences.put(asset.id(), stage.licence(licence).id().substring("license/".length()));
    }

    @Test
    void asksAgainAboutWhatWasRenewedAndIsAboutToEndInTheSameWay() throws Exception {
        SourceRef beach = offered("beach", counted(stage.stock("beach"), 95));
        SourceRef first = asked(beach);
        stage.buy("beach-2", counted(stage.stock("beach-2"), 0));
        ties(beach, "beach-2");
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(first, "renewed"));
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);

        stage.buy("beach-2", counted(stage.stock("beach-2"), 95).changed(2, stage.clock.now()));
        SourceRef second = asked(beach);
        assertThat(asked(beach)).isEqualTo(second).isNotEqualTo(first);
        assertThat(stage.cases(beach)).hasSize(2);
        stage.buy("beach-2", counted(stage.stock("beach-2"), 100).changed(3, stage.clock.now()));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(decided(beach, "takedown", Map.of())).isEqualTo(new Standing.Done(second, "takedown"));
        flow.sweep();
        assertThat(stage.cases(beach)).hasSize(2);
    }

    @Test
    void asksAgainAboutADateThatIsSetBackToWhatItWas() {
        Instant end = in(10);
        SourceRef beach = offered("beach", until("beach", end));
        SourceRef first = asked(beach);
        stage.buy("beach", until("beach", in(100)).changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(first, "renewed"));
        stage.buy("beach", until("beach", end).changed(3, stage.clock.now()));
        assertThat(asked(beach)).isNotEqualTo(first);
        stage.clock.advance(Duration.ofDays(11));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void takesACounterThatIsNotKnownAnyMoreForNoRenewal() {
        SourceRef beach = offered("beach", counted(stage.stock("beach"), 95));
        SourceRef caseRef = asked(beach);
        stage.buy("beach", counted(stage.stock("beach"), null).changed(2, stage.clock.now()));
        assertThat(asked(beach)).isEqualTo(caseRef);
        assertThat(stage.read(caseRef).status().isFinal()).isFalse();
    }

    @Test
    void takesADateThatCannotBeReadForNoRenewal() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.clock.advance(Duration.ofDays(11));
        flow.sweep();
        stage.buy("beach", stage.stock("beach").term("valid_until", "soon").changed(2, stage.clock.now()));
        assertThat(asked(beach)).isEqualTo(caseRef);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();

        stage.buy("beach", until("beach", in(365)).with("state", "finalizing").changed(3, stage.clock.now()));
        assertThat(asked(beach)).as("it is being bought").isEqualTo(caseRef);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        stage.buy("beach", until("beach", in(365)).changed(4, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "renewed"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void takesATimeOfThePortalThatCannotBeReadForNoRenewalAndOneThatIsGoneForOne() {
        SourceRef poster = stage.upload("poster");
        stage.sandbox.sets(poster.id(), "publishUntil", "date_time", in(5).toString());
        SourceRef caseRef = asked(poster);
        stage.sandbox.sets(poster.id(), "publishUntil", "date_time", "soon");
        assertThat(asked(poster)).isEqualTo(caseRef);
        stage.sandbox.sets(poster.id(), "publishUntil", "date_time", null);
        assertThat(flow.advance(poster)).isEqualTo(new Standing.Done(caseRef, "renewed"));
    }

    @Test
    void asksAboutTheMostUrgentEndFirstAndAboutTheNextWhenPeopleHaveAnswered() throws Exception {
        Instant firstUse = in(5);
        Instant end = in(10);
        SourceRef beach =
                offered("beach", counted(until("beach", end).term("to_be_used_until", firstUse.toString()), 95));
        SourceRef first = asked(beach);
        assertThat(stage.read(first).title()).isEqualTo("Poster beach: rights until " + firstUse);
        stage.desk.people().require(CaseDesk.class).cancel(first, "not now");
        SourceRef second = asked(beach);
        assertThat(stage.read(second).title()).isEqualTo("Poster beach: rights until " + end);
        assertThat(asked(beach)).isEqualTo(second);
        assertThat(((Standing.Waiting) decided(beach, "renew", Map.of())).missing())
                .as("the third is asked about")
                .containsExactly("disposition");
        SourceRef third = asked(beach);
        assertThat(stage.read(third).title()).isEqualTo("Poster beach: rights limit downloads 100");

        assertThat(decided(beach, "takedown", Map.of())).isEqualTo(new Standing.Done(third, "takedown"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        flow.sweep();
        assertThat(stage.cases(beach)).hasSize(3);
    }

    @Test
    void doesNotOfferAVersionThatItDidNotTakeBack() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.clock.advance(Duration.ofDays(11));
        flow.sweep();
        stage.newVersion(beach, "2");
        stage.buy("beach", until("beach", in(365)).changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "renewed"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void hearsByTheFeedAndByTheClockAlone() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(60)));
        try (FeedRunner runner = FeedRunner.builder("sw2", state, item -> flow.handle(item.event()))
                .poll(stage.portal.require(AssetFeed.class), Duration.ofSeconds(30))
                .time(stage.clock)
                .build()) {
            runner.runUntilIdle();
            assertThat(runner.status().parked()).isZero();
        }
        assertThat(stage.cases(beach)).isEmpty();
        stage.clock.advance(Duration.ofDays(29));
        flow.sweep();
        assertThat(stage.cases(beach)).isEmpty();
        stage.clock.advance(Duration.ofDays(1));
        flow.sweep();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void replacesNothingByWhatIsNotFit() throws Exception {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.desk.complete(
                caseRef,
                "disposition",
                new TaskResult("replace", null, RITA, Map.of("replacement", "dam:image:none:x")));
        stage.desk.ended(caseRef);
        Standing first = flow.advance(beach);
        assertThat(first).isEqualTo(new Standing.Refused(List.of("dam:image:none:x is not in the portal")));
        assertThat(flow.advance(beach)).isEqualTo(first);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.said(beach, "Not replaced: ")).isOne();

        stage.clock.advance(Duration.ofDays(11));
        flow.advance(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void replacesNothingByItselfByNothingOrByWhatHasEnded() throws Exception {
        SourceRef old = stage.licensed("old", until("old", in(-1)));
        Map<String, Map<String, Object>> named = Map.of(
                "self", Map.of("replacement", stage.asset("self").toString()),
                "nothing", Map.of(),
                "ended", Map.of("replacement", old.id()));
        for (Map.Entry<String, Map<String, Object>> one : named.entrySet()) {
            SourceRef asset = offered(one.getKey(), until(one.getKey(), in(10)));
            assertThat(decided(asset, "replace", one.getValue())).isInstanceOf(Standing.Refused.class);
            assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(one.getKey()).hasSize(1);
        }
        assertThat(stage.offers(old, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void takesACancelledCaseForNoDispositionAndStillHidesWhatHasEnded() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "not now");
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        stage.clock.advance(Duration.ofDays(11));
        flow.sweep();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void looksAtWhatHasEndedBeforeItWasEverSeen() {
        SourceRef beach = offered("beach", until("beach", in(-3)).with("license_text", null));
        asked(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void asksNobodyAboutWhatIsGoneOrCannotBeRead() {
        SourceRef beach = offered("beach", until("beach", in(10)));
        SourceRef caseRef = asked(beach);
        stage.licences.put(beach.id(), "nowhere");
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        stage.sandbox.takesBack(beach.id());
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        flow.sweep();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void goesByTheTimesOfThePortalWhereThereIsNoLicence() {
        SourceRef poster = stage.upload("poster");
        stage.sandbox.sets(poster.id(), "publishUntil", "date_time", in(5).toString());
        assertThat(stage.read(asked(poster)).dueAt()).isEqualTo(in(5));
    }
}
