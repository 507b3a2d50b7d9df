package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Reviews;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.map.LicenseWords;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import dev.contentconnect.workflow.WorkflowConnector;
import dev.contentconnect.workflow.wire.WireVariable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared is what the people of a region find in the portal, and what the request carries in the workflow service. */
class CreativeRequestTest {
    private static final String PRINT = LicenseWords.word("advertising_print");
    private static final CreativeWords WORDS = new CreativeWords(
            Map.of("magazine", Map.of(RightsDimension.USAGE, PRINT)), Map.of("picture", AssetKind.IMAGE));

    private final SwStage stage = stage();
    private final StateStore state = StateStore.inMemory();
    private final CreativeRequest flow = flow(PowerCut.never(), state);
    private final Instant deadline = stage.clock.now().plus(Duration.ofDays(20));
    private int made;

    SwStage stage() {
        return SwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private CreativeRequest flow(PowerCut cut, StateStore memory) {
        return flow(cut, memory, asset -> true, 10);
    }

    private CreativeRequest flow(PowerCut cut, StateStore memory, Predicate<Asset> approved, int most) {
        CreativeRequest.Answer answer = new CreativeRequest.Answer(WORDS, approved, this::page, most);
        return new CreativeRequest(stage.desk.workflow(cut), stage.smintio(cut), answer, memory, stage.clock);
    }

    private URI page(SourceRef asset) {
        return URI.create("https://portal.example/asset/" + asset.id());
    }

    /** What people of Germany find already, and is for Austria as well. */
    private SourceRef offered(String name, Bought bought) {
        SourceRef asset = stage.licensed(name, bought);
        stage.isFor(asset, SwStage.AUSTRIA);
        publish(asset);
        return asset;
    }

    private void publish(SourceRef asset) {
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest(
                        "hand " + asset, "By hand", List.of(asset), List.of(SwStage.GERMANY), null, null));
    }

    private SourceRef request(String campaign) {
        return request(Map.of(
                "campaignType", campaign, "regions", "AT", "format", "picture", "deadline", deadline.toString()));
    }

    private SourceRef request(Map<String, Object> values) {
        String key = "ask " + ++made + " " + stage.asset("ask");
        CaseRequest asked =
                new CaseRequest(key, CreativeRequest.CASE_TYPE, "Autumn page", null, null, null, null, values);
        return stage.desk.people().require(CaseDesk.class).open(asked).ref();
    }

    private Standing approved(SourceRef caseRef) throws InterruptedException {
        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
        stage.desk.task(caseRef, "fulfil");
        return stage.settled(() -> flow.advance(caseRef));
    }

    /** Where the links lead that the case carries. */
    private List<String> attached(SourceRef caseRef) {
        Object variables =
                stage.read(caseRef).extensions().get(caseRef.system()).get("variables");
        return ((Map<?, ?>) variables)
                .entrySet().stream()
                        .filter(one -> String.valueOf(one.getKey()).startsWith("link_"))
                        .map(one -> String.valueOf(((Map<?, ?>) one.getValue()).get("url")))
                        .toList();
    }

    private String said(SourceRef caseRef) {
        return String.valueOf(stage.desk.people().require(CommentThread.class).comments(caseRef).stream()
                .map(Comment::text)
                .toList());
    }

    @Test
    void offersWhatIsApprovedAndAllowedForExactlyThatAndNothingElse() throws Exception {
        SourceRef good = offered("good", stage.stock("good"));
        List<SourceRef> others = List.of(
                offered("germany", stage.stock("germany").term("allowed_geographies", List.of("europe_germany"))),
                offered("web", stage.stock("web").term("allowed_usages", List.of("digital_media_any"))),
                offered("silent", stage.stock("silent").term("allowed_geographies", null)),
                offered("news", stage.stock("news").term("is_editorial_use", true)),
                offered(
                        "ending",
                        stage.stock("ending")
                                .term("valid_until", deadline.minusSeconds(60).toString())),
                offered("undone", stage.stock("undone").with("state", "cancelled")));
        SourceRef own = stage.upload("own");
        stage.isFor(own, SwStage.AUSTRIA);
        publish(own);
        SourceRef waiting = stage.licensed("waiting", stage.stock("waiting"));
        stage.isFor(waiting, SwStage.AUSTRIA);
        SourceRef elsewhere = stage.licensed("elsewhere", stage.stock("elsewhere"));
        publish(elsewhere);

        SourceRef caseRef = request("magazine");
        assertThat(flow.advance(caseRef)).isEqualTo(new Standing.Waiting(caseRef, List.of("owner")));
        assertThat(said(caseRef)).contains("Approved and allowed for this: Poster good (" + good + ")");
        assertThat(stage.offers(good, SwStage.AUSTRIA)).isEmpty();

        assertThat(approved(caseRef)).isEqualTo(new Standing.Done(caseRef, "delivered"));
        assertThat(stage.offers(good, SwStage.AUSTRIA)).hasSize(1);
        assertThat(attached(caseRef)).containsExactly(page(good).toString());
        for (SourceRef other : others) {
            assertThat(stage.offers(other, SwStage.AUSTRIA)).as(other.id()).isEmpty();
        }
        for (SourceRef other : List.of(own, waiting, elsewhere)) {
            assertThat(stage.offers(other, SwStage.AUSTRIA)).as(other.id()).isEmpty();
        }
        Use use = Use.at(deadline).in(Territory.of("AT")).with(RightsDimension.USAGE, PRINT);
        assertThat(stage.portal
                        .require(RightsReader.class)
                        .rights(good)
                        .permits(use)
                        .isAllowed())
                .isTrue();
        assertThat(stage.read(caseRef).outcome()).isEqualTo("delivered");
    }

    @Test
    void showsTheOwnerLastWhatIsFoundNowAlsoWhenThatComesBack() {
        SourceRef good = offered("good", stage.stock("good"));
        SourceRef caseRef = request("magazine");
        flow.advance(caseRef);
        flow.advance(caseRef);
        stage.buy("good", stage.stock("good").with("state", "cancelled").changed(2, stage.clock.now()));
        flow.advance(caseRef);
        stage.buy("good", stage.stock("good").changed(3, stage.clock.now()));
        flow.advance(caseRef);
        flow.advance(caseRef);

        String found = "Approved and allowed for this: Poster good (" + good + ")";
        assertThat(stage.desk.people().require(CommentThread.class).comments(caseRef).stream()
                        .map(Comment::text))
                .containsExactly(found, "Approved and allowed for this: nothing", found);
    }

    @Test
    void offersNothingWhenTheOwnerSaysNo() throws Exception {
        SourceRef good = offered("good", stage.stock("good"));
        SourceRef caseRef = request("magazine");
        flow.advance(caseRef);
        stage.desk.complete(caseRef, "ownerDecision", TaskResult.of("rejected", "no budget", null));
        assertThat(stage.settled(() -> flow.advance(caseRef)))
                .isInstanceOfSatisfying(
                        Standing.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("no budget"));
        assertThat(stage.offers(good, SwStage.AUSTRIA)).isEmpty();
        assertThat(attached(caseRef)).isEmpty();
    }

    @Test
    void leavesOutWhatEndedOrWasTakenBackWhileTheOwnerThought() throws Exception {
        SourceRef good = offered("good", stage.stock("good"));
        SourceRef ended = offered("ended", stage.stock("ended"));
        SourceRef back = offered("back", stage.stock("back"));
        SourceRef caseRef = request("magazine");
        flow.advance(caseRef);
        assertThat(said(caseRef)).contains("Poster back").contains("Poster ended");
        stage.buy("ended", stage.stock("ended").with("state", "cancelled").changed(2, stage.clock.now()));
        stage.portal.require(AssetPublisher.class).withdraw(back, "a recall");

        assertThat(approved(caseRef)).isInstanceOf(Standing.Done.class);
        assertThat(attached(caseRef)).containsExactly(page(good).toString());
        assertThat(stage.offers(ended, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.offers(back, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void leavesOutWhatEndedWhileItsWayOutWasBrokenOff() throws Exception {
        SourceRef good = offered("good", stage.stock("good"));
        SourceRef ended = offered("ended", stage.stock("ended"));
        SourceRef caseRef = request("magazine");
        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
        stage.desk.task(caseRef, "fulfil");
        stage.sandbox.failNext(
                3,
                "POST",
                SmintioSandbox.FRONTEND + "/portals/" + SmintioSandbox.PORTAL
                        + "/portalsContext/ICollectionsUpdate/execute/updateCollectionAsync",
                Fault.status(503));
        assertThatThrownBy(() -> flow.advance(caseRef)).isInstanceOf(ConnectorException.class);
        stage.buy("ended", stage.stock("ended").with("state", "cancelled").changed(2, stage.clock.now()));

        assertThat(stage.settled(() -> flow.advance(caseRef))).isEqualTo(new Standing.Done(caseRef, "delivered"));
        assertThat(attached(caseRef)).containsExactly(page(good).toString());
        assertThat(stage.offers(ended, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void saysThatNothingCanBeDelivered() throws Exception {
        SourceRef web = offered("web", stage.stock("web").term("allowed_usages", List.of("digital_media_any")));
        SourceRef caseRef = request("magazine");
        flow.advance(caseRef);
        assertThat(said(caseRef)).contains("Approved and allowed for this: nothing");
        assertThat(approved(caseRef))
                .isEqualTo(new Standing.Refused(List.of("no approved asset may be used for this")));
        assertThat(stage.read(caseRef).outcome()).isEqualTo("undeliverable");
        assertThat(stage.offers(web, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void asksBackWhenARequestIsNotClearAndDeliversNothingForIt() throws Exception {
        offered("good", stage.stock("good"));
        SourceRef caseRef = request(
                Map.of("campaignType", "skywriting", "regions", "Narnia", "format", "hologram", "deadline", "soon"));
        flow.advance(caseRef);
        flow.advance(caseRef);
        assertThat(said(caseRef))
                .containsOnlyOnce(
                        "Not clear: campaign type skywriting is not known; format hologram is not known; region"
                                + " Narnia is not known; deadline soon is not a date");
        assertThat(approved(caseRef)).isInstanceOf(Standing.Refused.class);
        assertThat(attached(caseRef)).isEmpty();

        SourceRef vague = request(Map.of("campaignType", "magazine"));
        flow.advance(vague);
        assertThat(said(vague)).contains("Not clear: no region is named");
    }

    @Test
    void deliversOnceHoweverOftenItIsTold() throws Exception {
        SourceRef good = offered("good", stage.stock("good"));
        SourceRef caseRef = request("magazine");
        flow.advance(caseRef);
        approved(caseRef);
        for (int i = 0; i < 3; i++) {
            flow.handle(CaseEvent.builder("workflow", CaseEventType.CASE_RESOLVED, "e" + i, stage.clock.now())
                    .caseRef(caseRef)
                    .build());
        }
        assertThat(stage.offers(good, SwStage.AUSTRIA)).hasSize(1);
        assertThat(attached(caseRef)).hasSize(1);
        assertThat(SwStage.trail(state, CaseEventType.ASSET_LINKED)).hasSize(1);
    }

    @Test
    void offersNoMoreThanAsked() throws Exception {
        for (int i = 0; i < 4; i++) {
            offered("good" + i, stage.stock("good" + i));
        }
        SourceRef caseRef = request("magazine");
        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
        stage.desk.task(caseRef, "fulfil");
        CreativeRequest few = flow(PowerCut.never(), state, asset -> true, 2);
        assertThat(stage.settled(() -> few.advance(caseRef))).isInstanceOf(Standing.Done.class);
        assertThat(attached(caseRef)).hasSize(2);
    }

    @Test
    void offersOnlyTheVersionThatTheUploadApprovalKnows() throws Exception {
        UploadApproval uploads = new UploadApproval(
                stage.desk.people(), stage.portal, asset -> List.of(SwStage.GERMANY), stage::shown, state, stage.clock);
        SourceRef reviewed = stage.licensed("reviewed", stage.stock("reviewed"));
        SourceRef stale = stage.licensed("stale", stage.stock("stale"));
        for (SourceRef asset : List.of(reviewed, stale)) {
            stage.isFor(asset, SwStage.AUSTRIA);
            stage.answer(((Standing.Waiting) uploads.advance(asset)).caseRef(), Reviews.ALL_APPROVE);
            assertThat(stage.settled(() -> uploads.advance(asset))).isInstanceOf(Standing.Done.class);
        }
        stage.newVersion(stale, "2");
        SourceRef hand = offered("hand", stage.stock("hand"));

        SourceRef caseRef = request("magazine");
        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
        stage.desk.task(caseRef, "fulfil");
        CreativeRequest strict = flow(PowerCut.never(), state, uploads::isApproved, 10);
        assertThat(stage.settled(() -> strict.advance(caseRef))).isInstanceOf(Standing.Done.class);
        assertThat(attached(caseRef)).containsExactly(page(reviewed).toString());
        assertThat(stage.offers(stale, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.offers(hand, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void leavesOtherRequestsAlone() {
        SourceRef caseRef = request(Map.of("priority", 70));
        assertThat(flow.advance(caseRef)).isInstanceOf(Standing.Idle.class);
        flow.handle(CaseEvent.builder("smintio", CaseEventType.ASSET_UPDATED, "e", stage.clock.now())
                .subject(stage.asset("any"))
                .build());
        assertThat(SwStage.trail(state)).isEmpty();
    }

    /** As one that waits for its callback can be. */
    @Test
    void doesNotTakeACancelledCaseForADeliveredOne() throws Exception {
        offered("good", stage.stock("good"));
        SourceRef caseRef = request("magazine");
        stage.desk.complete(caseRef, Map.of("ownerDecision", "approved"));
        stage.desk.task(caseRef, "fulfil");
        WorkflowConnector people = stage.desk.people();
        people.client().variables().put(caseRef.id(), WireVariable.of("outcome", "string", "delivered"));
        people.require(CaseDesk.class).cancel(caseRef, "wrong desk");

        assertThat(flow.advance(caseRef)).isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(attached(caseRef)).isEmpty();
    }
}
