package dev.contentconnect.examples.flows.wv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.feed.FeedRunner;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
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
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the library and the workflow service. */
class RequestFulfilmentTest {
    private static final Segment GERMANY = Segment.region("DE");
    private static final Segment GOLD = new Segment(SegmentKind.PARTNER_PROGRAM, "Gold");

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stage stage = Stage.sandboxes(clock);
    private final Uploads library = new Uploads(stage.eyes());
    private final DeliveryLog log = stage.eyes().require(DeliveryLog.class);
    private final AssetPublisher publisher = stage.eyes().require(AssetPublisher.class);
    private final CaseDesk cases = stage.people().require(CaseDesk.class);
    private final StateStore state = StateStore.inMemory();
    private final RequestFulfilment flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private RequestFulfilment flow(PowerCut cut, StateStore memory) {
        return flow(cut, List.of(), memory);
    }

    private RequestFulfilment flow(PowerCut cut, List<Segment> serving, StateStore memory) {
        return new RequestFulfilment(
                stage.workflow(cut), stage.vip(cut), RequestFulfilmentTest::route, serving, memory, clock);
    }

    /** Brands own their content; who needs it at once says so. */
    private static RequestRoute route(Delivery request, List<Asset> assets) {
        String brand = assets.stream()
                .flatMap(asset -> asset.segments().stream())
                .filter(segment -> segment.kind().equals(SegmentKind.BRAND))
                .map(Segment::value)
                .findFirst()
                .orElse("nobody");
        boolean urgent = String.valueOf(request.detail()).contains("today");
        return new RequestRoute(
                brand + "-owners", null, request.recipient(), urgent ? 90 : 50, null, List.of(GERMANY, GOLD));
    }

    private SourceRef approved(String id) {
        SourceRef asset = library.upload(id, Segment.brand("Northpeak"));
        if (library.status(asset).equals(AssetStatus.DRAFT)) {
            library.state(asset, RightsStatus.CLEARED, "DE", "AT");
            library.approve(asset);
        }
        return asset;
    }

    /** A portal asks; the same key twice is the same request. */
    private Delivery ask(String key, String why, SourceRef... assets) {
        return log.record(new DeliveryDraft(
                "request:" + key, List.of(assets), null, "mia@shop.example", DeliveryStatus.QUEUED, clock.now(), why));
    }

    private Delivery read(Delivery request) {
        return log.deliveries(DeliveryQuery.ALL.to(request.recipient())).stream()
                .filter(one -> one.ref().equals(request.ref()))
                .findFirst()
                .orElseThrow();
    }

    private SourceRef opened(Delivery request) {
        return ((RequestOutcome.Waiting) flow.advance(request)).caseRef();
    }

    private void owner(SourceRef caseRef, String word, String note) {
        stage.complete(caseRef, "ownerDecision", TaskResult.of(word, note, Actor.of("olga@northpeak.example")));
    }

    private Optional<Publication> delivered(Delivery request) {
        return publisher.findByKey("wv2:" + request.ref());
    }

    private List<String> comments(Delivery request) {
        return stage.eyes().require(CommentThread.class).comments(request.ref()).stream()
                .map(Comment::text)
                .toList();
    }

    @Test
    void deliversWhatTheOwnerApproved() {
        SourceRef hero = approved("hero");
        SourceRef chart = approved("chart");
        Delivery request = ask("1", "needed today", hero, chart);
        assertThat(flow.poll().values()).singleElement().isInstanceOf(RequestOutcome.Waiting.class);

        SourceRef caseRef = opened(request);
        CaseTask asked = stage.task(caseRef, "ownerDecision");
        assertThat(asked.candidates()).containsExactly("Northpeak-owners");
        assertThat(asked.priority()).isEqualTo(90);
        owner(caseRef, "approved", null);
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(read(request).detail()).startsWith("published as vip:");
        assertThat(delivered(request)).hasValueSatisfying(out -> {
            assertThat(out.status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(out.assets()).containsExactlyInAnyOrder(hero, chart);
            assertThat(out.audience()).containsExactlyInAnyOrder(GERMANY, GOLD);
        });
        assertThat(cases.get(caseRef).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(cases.get(caseRef).outcome()).isEqualTo("delivered");
        assertThat(flow.poll()).isEmpty();
    }

    @Test
    void tellsTheRequesterWhyNot() {
        Delivery request = ask("1", null, approved("hero"));
        owner(opened(request), "rejected", "not before the launch");
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail()).isEqualTo("the owner said rejected: not before the launch");
        assertThat(comments(request)).containsExactly("the owner said rejected: not before the launch");
        assertThat(delivered(request)).isEmpty();
        assertThat(flow.poll()).isEmpty();
    }

    @Test
    void showsTheQuestionOfTheOwnerAndGoesOnWithTheAnswer() {
        Delivery request = ask("1", null, approved("hero"));
        SourceRef caseRef = opened(request);
        owner(caseRef, "clarify", "for which shop?");
        flow.poll();
        flow.poll();

        assertThat(comments(request)).singleElement().asString().endsWith("for which shop?");
        assertThat(stage.task(caseRef, "clarify").assignee()).isEqualTo(Actor.of("mia@shop.example"));
        stage.complete(caseRef, "clarify", TaskResult.of("answered", "Graz", Actor.of("mia@shop.example")));
        owner(caseRef, "approved", null);
        flow.poll();
        assertThat(read(request).status()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void acceptsThatTheRequesterWithdraws() {
        Delivery request = ask("1", null, approved("hero"));
        SourceRef caseRef = opened(request);
        owner(caseRef, "clarify", "for which shop?");
        stage.complete(caseRef, "clarify", TaskResult.of("withdrawn", null, Actor.of("mia@shop.example")));
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail()).isEqualTo("withdrawn");
        assertThat(delivered(request)).isEmpty();
    }

    @Test
    void rejectsWhatWasCalledOff() {
        Delivery request = ask("1", null, approved("hero"));
        cases.cancel(opened(request), "the shop has closed");
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail()).isEqualTo("the request was called off");
    }

    @Test
    void deliversNothingWhileTheCaseIsOnHold() {
        Delivery request = ask("1", null, approved("hero"));
        SourceRef caseRef = opened(request);
        owner(caseRef, "approved", null);
        cases.hold(caseRef, "wait for the lawyers");

        assertThat(flow.poll().values()).singleElement().isInstanceOf(RequestOutcome.Waiting.class);
        assertThat(delivered(request)).isEmpty();
        cases.resume(caseRef, "go on");
        flow.poll();
        assertThat(read(request).status()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void deliversNothingWhenOneOfTheAssetsIsNotApproved() {
        SourceRef draft = library.upload("draft");
        Delivery request = ask("1", null, approved("hero"), draft, SourceRef.of("vip", "999999"));
        SourceRef caseRef = opened(request);
        owner(caseRef, "approved", null);
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail())
                .contains(draft.id() + " is draft and not approved")
                .contains("vip:999999 is not in the library");
        assertThat(delivered(request)).isEmpty();
        assertThat(cases.get(caseRef).outcome()).isEqualTo("undeliverable");
    }

    @Test
    void deliversNothingThatItsRightsDoNotAllowThere() {
        SourceRef hero = approved("hero");
        Delivery request = ask("1", null, hero);
        SourceRef caseRef = opened(request);
        owner(caseRef, "approved", null);
        library.state(hero, RightsStatus.CLEARED, "FR");
        flow.poll();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail()).contains("territory_not_granted: DE");
        assertThat(delivered(request)).isEmpty();
    }

    @Test
    void deliversTheVersionThatIsOutAndNotANewerOneThatNobodyApproved() {
        SourceRef hero = approved("hero");
        String out = library.get(hero).currentVersion().id();
        library.publish(hero, "out", GERMANY);
        library.newVersion(hero, "2");
        Delivery request = ask("1", null, hero);
        owner(opened(request), "approved", null);
        flow.poll();

        assertThat(delivered(request))
                .hasValueSatisfying(one -> assertThat(one.versions()).containsEntry(hero, out));
    }

    @Test
    void deliversNoNewerVersionThatNobodyApprovedOfWhatIsNotOut() {
        SourceRef hero = approved("hero");
        library.newVersion(hero, "2");
        Delivery request = ask("1", null, hero);
        owner(opened(request), "approved", null);
        flow.poll();

        assertThat(delivered(request)).isEmpty();
        assertThat(read(request).status()).isEqualTo(DeliveryStatus.REJECTED);
        assertThat(read(request).detail()).contains(hero.id() + " is in_review and not approved");
    }

    @Test
    void deliversWhatIsLicensedForAChannelOfTheLibrary() {
        SourceRef hero = approved("hero");
        library.license(hero, RightsStatus.CLEARED, "web", "DE");
        SourceRef banner = approved("banner");
        library.license(banner, RightsStatus.CLEARED, "print", "DE");
        Delivery web = ask("1", null, hero);
        Delivery print = ask("2", null, banner);
        owner(opened(web), "approved", null);
        owner(opened(print), "approved", null);
        flow(PowerCut.never(), Shelf.SERVING, state).poll();

        assertThat(read(web).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(read(print).detail()).contains("channel_not_granted: web");
    }

    @Test
    void takesDeliveriesOfOthersForNoRequests() {
        log.record(new DeliveryDraft(
                "wv7:1", List.of(approved("hero")), null, "shop", DeliveryStatus.QUEUED, clock.now(), null));

        assertThat(flow.poll()).isEmpty();
        assertThat(cases.tasks(TaskQuery.ALL)).isEmpty();
    }

    @Test
    void rejectsARequestForNothing() {
        Delivery request = ask("1", "please send something");
        owner(opened(request), "approved", null);
        flow.poll();

        assertThat(read(request).detail()).isEqualTo("the request names no assets");
    }

    @Test
    void hangsUnderTheCaseFeed() {
        Delivery request = ask("1", null, approved("hero"));
        FeedRunner runner = FeedRunner.builder("wv2", state, item -> flow.on(item.event()))
                .poll(stage.people().require(CaseFeed.class), Duration.ofSeconds(30))
                .time(clock)
                .build();
        runner.runUntilIdle();
        owner(opened(request), "approved", null);
        runner.runUntilIdle();

        assertThat(read(request).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(runner.status().parked()).isZero();
    }

    @Test
    void tellsEnoughForTheGovernanceReport() {
        Delivery request = ask("1", null, approved("hero"));
        SourceRef caseRef = opened(request);
        clock.advance(Duration.ofHours(4));
        owner(caseRef, "approved", null);
        flow.poll();
        flow.advance(request);

        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(clock.now())));
        assertThat(report.cases().turnaround().median()).isEqualTo(Duration.ofHours(4));
        assertThat(report.eventTypes()).containsEntry("request.received", 1L).containsEntry("delivery.delivered", 1L);
    }

    @Test
    void survivesAnEndAtAnyMomentWhenApproved() throws Exception {
        Interruptions.survived("approved", (id, cut, memory) -> run(id, cut, memory, "approved"), (id, memory) -> {
            Delivery request = ask(id, null, approved(id));
            assertThat(read(request).status()).as(id).isEqualTo(DeliveryStatus.DELIVERED);
            assertThat(publisher.publications(approved(id))).as(id).hasSize(1);
            assertThat(stage.opened(request.ref()))
                    .as(id)
                    .hasSize(1)
                    .allSatisfy(one -> assertThat(cases.get(one).outcome()).isEqualTo("delivered"));
        });
    }

    @Test
    void survivesAnEndAtAnyMomentWhenRejected() throws Exception {
        Interruptions.survived("rejected", (id, cut, memory) -> run(id, cut, memory, "rejected"), (id, memory) -> {
            Delivery request = ask(id, null, approved(id));
            assertThat(read(request).status()).as(id).isEqualTo(DeliveryStatus.REJECTED);
            assertThat(comments(request)).as(id).hasSize(1);
            assertThat(publisher.publications(approved(id))).as(id).isEmpty();
            assertThat(stage.opened(request.ref())).as(id).hasSize(1);
        });
    }

    private void run(String id, PowerCut cut, StateStore memory, String word) {
        ask(id, null, approved(id));
        RequestFulfilment dying = flow(cut, memory);
        for (RequestOutcome outcome : dying.poll().values()) {
            if (outcome instanceof RequestOutcome.Waiting waiting
                    && cases.tasks(TaskQuery.ALL.ofCase(waiting.caseRef())).stream()
                            .anyMatch(task -> "ownerDecision".equals(task.step()))) {
                owner(waiting.caseRef(), word, "so be it");
                dying.poll();
            }
        }
    }
}
