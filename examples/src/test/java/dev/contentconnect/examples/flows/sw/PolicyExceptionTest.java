package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.Bought;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared is what people find in the portal and what is said there, and the cases of the workflow service. */
class PolicyExceptionTest {
    private static final Actor OLGA = Actor.of("olga@example.com");

    private final SwStage stage = stage();
    private final StateStore state = StateStore.inMemory();
    private final PolicyException flow = flow(PowerCut.never(), state);
    private int made;

    SwStage stage() {
        return SwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private PolicyException flow(PowerCut cut, StateStore memory) {
        return new PolicyException(
                stage.desk.workflow(cut),
                stage.smintio(cut),
                policy(stage),
                asset -> List.of(SwStage.AUSTRIA),
                stage::shown,
                memory,
                stage.clock);
    }

    static StockPolicy policy(SwStage stage) {
        return new StockPolicy(
                List.of("title", "description"),
                asset -> stage.licences.containsKey(asset.ref().id()),
                true);
    }

    /** An asset that people find. */
    private SourceRef offered(String name, Bought bought) {
        SourceRef asset = stage.licensed(name, bought);
        describe(asset);
        publish(asset);
        return asset;
    }

    private void describe(SourceRef asset) {
        stage.sandbox.sets(asset.id(), "description", "localized_strings_model", Map.of("x-default", "A picture"));
    }

    private void publish(SourceRef asset) {
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest(
                        "hand " + ++made + asset, "Mine", List.of(asset), List.of(SwStage.AUSTRIA), null, null));
    }

    private SourceRef asked(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    private void complete(SourceRef caseRef, String step, String word) {
        stage.desk.complete(caseRef, step, TaskResult.of(word, null, OLGA));
    }

    private void corrected(SourceRef caseRef) {
        complete(caseRef, "triage", "correct");
        complete(caseRef, "corrective", "corrected");
        stage.desk.task(caseRef, "verify");
    }

    @Test
    void findsNothingWrongWithWhatIsInOrder() {
        SourceRef fine = offered("fine", stage.stock("fine"));
        assertThat(flow.advance(fine)).isInstanceOf(Standing.Idle.class);
        SourceRef own = stage.upload("own");
        describe(own);
        assertThat(flow.advance(own)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.cases(fine)).isEmpty();
        assertThat(stage.offers(fine, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void opensOneCaseForEachWayOfBeingAgainstThePolicy() {
        Map<String, Bought> wrong = new LinkedHashMap<>();
        wrong.put("no licence terms are stated", stage.stock("a").with("license_terms", List.of()));
        wrong.put("rights are revoked", stage.stock("b").with("state", "cancelled"));
        wrong.put("rights are blocked", stage.stock("c").with("state", "error"));
        wrong.put("rights are pending", stage.stock("d").with("state", "finalizing"));
        wrong.put(
                "rights are expired",
                stage.stock("e")
                        .term("valid_until", stage.clock.now().minusSeconds(1).toString()));
        wrong.put(
                "limit of downloads is used up",
                stage.stock("f")
                        .with("license_download_constraints", Map.of("effective_max_downloads", 5))
                        .with("current_downloads", 5));
        wrong.put("for editorial use only", stage.stock("g").term("is_editorial_use", true));
        wrong.put(
                "model release is missing",
                stage.stock("h").content("release_details", Map.of("model_release_state", "not_released")));
        char name = 'a';
        for (Map.Entry<String, Bought> one : wrong.entrySet()) {
            SourceRef asset = offered(String.valueOf(name++), one.getValue());
            SourceRef caseRef = asked(asset);
            assertThat(CaseFields.of(stage.read(caseRef)).text("cause")).contains(one.getKey());
            assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(one.getKey()).isEmpty();
            assertThat(stage.isPending(asset)).as(one.getKey()).isTrue();
        }
    }

    @Test
    void leavesWhatLacksWordsWhereItIs() {
        SourceRef beach = stage.licensed("beach", stage.stock("beach").with("license_text", null));
        publish(beach);
        SourceRef caseRef = asked(beach);
        assertThat(CaseFields.of(stage.read(caseRef)).text("cause"))
                .isEqualTo("licence text is missing; description is missing");
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void clearsWhatPeopleRemediedAndOffersItAgain() {
        SourceRef beach = offered("beach", stage.stock("beach").with("license_terms", List.of()));
        SourceRef caseRef = asked(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        corrected(caseRef);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));

        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "cleared"));
        assertThat(stage.desk.ended(caseRef).outcome()).isEqualTo("resolved");
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.isPending(beach)).isFalse();
        assertThat(stage.said(beach, "cleared: no licence terms are stated")).isOne();
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
    }

    @Test
    void sendsTheCaseBackWhileItIsStillWrong() {
        SourceRef beach = offered("beach", stage.stock("beach").with("license_terms", List.of()));
        SourceRef caseRef = asked(beach);
        corrected(caseRef);
        assertThat(asked(beach)).isEqualTo(caseRef);
        assertThat(stage.desk.task(caseRef, "corrective").ref()).isNotNull();
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);
    }

    @Test
    void removesWhatCannotBeRemediedForAsLongAsItIsWrong() {
        SourceRef beach = offered("beach", stage.stock("beach").with("state", "cancelled"));
        SourceRef caseRef = asked(beach);
        complete(caseRef, "triage", "cannot-resolve");
        stage.desk.ended(caseRef);
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "removed"));
        assertThat(stage.sandbox.collections(beach.id())).doesNotContain("Mine");
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.statuses).containsEntry(beach, AssetStatus.WITHDRAWN);

        publish(beach);
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "removed"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.cases(beach)).hasSize(1);

        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isInstanceOf(Standing.Idle.class);
        publish(beach);
        flow.advance(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void endsTheCaseOfWhatGetsWellByItself() {
        SourceRef beach = offered("beach", stage.stock("beach").with("state", "finalizing"));
        SourceRef caseRef = asked(beach);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "cleared"));
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void opensAnotherCaseWhenPeopleTakeItForSolvedThatIsNot() {
        SourceRef beach = offered("beach", stage.stock("beach").with("license_terms", List.of()));
        SourceRef caseRef = asked(beach);
        corrected(caseRef);
        complete(caseRef, "verify", "resolved");
        stage.desk.ended(caseRef);
        SourceRef next = asked(beach);
        assertThat(next).isNotEqualTo(caseRef);
        assertThat(stage.cases(beach)).hasSize(2);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();

        corrected(next);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(next, "cleared"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void doesNotOfferAVersionThatItDidNotTakeBack() {
        SourceRef beach = offered("beach", stage.stock("beach").with("license_terms", List.of()));
        SourceRef caseRef = asked(beach);
        stage.newVersion(beach, "2");
        corrected(caseRef);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "cleared"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void forgetsWhatItTookBackOnceItIsRemoved() {
        SourceRef beach = offered("beach", stage.stock("beach").with("state", "cancelled"));
        SourceRef first = asked(beach);
        complete(first, "triage", "cannot-resolve");
        stage.desk.ended(first);
        flow.advance(beach);
        stage.buy("beach", stage.stock("beach").changed(2, stage.clock.now()));
        flow.advance(beach);
        stage.buy("beach", stage.stock("beach").with("state", "cancelled").changed(3, stage.clock.now()));
        SourceRef second = asked(beach);
        stage.buy("beach", stage.stock("beach").changed(4, stage.clock.now()));
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(second, "cleared"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA))
                .as("whoever publishes brings it out")
                .isEmpty();
    }

    @Test
    void opensOneCaseHoweverOftenItLooksAndWhateverElseItFinds() {
        SourceRef beach = stage.licensed("beach", stage.stock("beach"));
        publish(beach);
        asked(beach);
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).hasSize(1);
        stage.buy("beach", stage.stock("beach").with("state", "cancelled").changed(2, stage.clock.now()));
        asked(beach);
        asked(beach);
        assertThat(stage.cases(beach)).hasSize(1);
        assertThat(stage.offers(beach, SwStage.AUSTRIA))
                .as("what was found later stops it")
                .isEmpty();
        assertThat(stage.said(beach)).hasSize(1);
        assertThat(SwStage.trail(state, CaseEventType.CASE_OPENED)).hasSize(1);
    }

    @Test
    void takesACancelledCaseForARemoval() {
        SourceRef beach = offered("beach", stage.stock("beach").with("license_terms", List.of()));
        SourceRef caseRef = asked(beach);
        stage.desk.people().require(CaseDesk.class).cancel(caseRef, "take it away");
        assertThat(flow.advance(beach)).isEqualTo(new Standing.Done(caseRef, "removed"));
        assertThat(stage.offers(beach, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void stopsWhatIsTiedToALicenceThatCannotBeFoundAndForgetsWhatIsGone() {
        SourceRef lost = stage.upload("lost");
        stage.licences.put(lost.id(), "nowhere");
        describe(lost);
        publish(lost);
        SourceRef caseRef = asked(lost);
        assertThat(stage.cases(lost))
                .extracting(CaseRecord::title)
                .containsExactly("Poster lost: its licence cannot be found");
        assertThat(stage.offers(lost, SwStage.AUSTRIA)).isEmpty();

        stage.sandbox.takesBack(lost.id());
        assertThat(flow.advance(lost)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void goesByTheTimesOfThePortalForTheBrandsOwn() {
        SourceRef own = stage.upload("own");
        describe(own);
        publish(own);
        stage.sandbox.sets(
                own.id(),
                "publishUntil",
                "date_time",
                stage.clock.now().plus(Duration.ofDays(1)).toString());
        assertThat(flow.advance(own)).isInstanceOf(Standing.Idle.class);
        stage.clock.advance(Duration.ofDays(1));
        asked(own);
        assertThat(stage.offers(own, SwStage.AUSTRIA)).isEmpty();
    }
}
