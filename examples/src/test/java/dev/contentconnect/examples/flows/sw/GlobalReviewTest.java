package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Busy;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the portal and from the workflow service. */
class GlobalReviewTest {
    private static final String AUSTRIA = "austria";
    private static final String GERMANY = "germany";

    private final SwStage stage = SwStage.sandboxes();
    private final Regions regions = new Regions(stage);
    private final StateStore state = StateStore.inMemory(stage.clock, TrailChain.plain());
    private final GlobalReview flow =
            regions.flow(stage.desk.workflow(PowerCut.never()), stage.smintio(PowerCut.never()), state);

    @AfterEach
    void close() {
        stage.close();
    }

    private SourceRef poster(String name) {
        return stage.licensed(name, stage.stock(name));
    }

    private SourceRef caseOf(SourceRef asset, String region) {
        return Regions.waiting(flow.advance(asset), region);
    }

    private void decides(SourceRef caseRef, String word, String note) {
        stage.desk.complete(caseRef, "regional", TaskResult.of(word, note, Regions.MAX));
        later();
    }

    private void later() {
        stage.clock.advance(Duration.ofMinutes(5));
    }

    private Standing stands(SourceRef asset, String region) {
        return Objects.requireNonNull(flow.advance(asset).get(region));
    }

    private String outcome(SourceRef caseRef) {
        return String.valueOf(stage.read(caseRef).outcome());
    }

    @Test
    void offersWhatARegionApprovedToItsAudienceAndToNobodyElse() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        SourceRef germany = caseOf(asset, GERMANY);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.statuses).containsEntry(asset, AssetStatus.HELD);

        decides(austria, "approved", "lovely");
        decides(germany, "rejected", "too dark");
        flow.advance(asset);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.offers(asset, SwStage.GERMANY)).isEmpty();
        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Done(austria, "1"));
        assertThat(stands(asset, GERMANY)).isInstanceOf(Standing.Refused.class);
        assertThat(List.of(outcome(austria), outcome(germany))).containsExactly("approved", "rejected");
        assertThat(stage.said(asset, "austria: regional said approved: lovely")).isOne();
        assertThat(stage.said(asset, "germany: regional said rejected: too dark"))
                .isOne();
        assertThat(stage.said(asset, "not offered: regional said rejected")).isOne();
        assertThat(stage.cases(asset)).hasSize(2);
    }

    @Test
    void saysTheSameOnBothSidesInOrderAndNothingBack() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        SourceRef germany = caseOf(asset, GERMANY);
        regions.annSays(asset, "which logo?");
        later();
        regions.maxSays(austria, "the round one");
        later();
        flow.advance(asset);
        later();
        regions.maxSays(germany, "or none");
        regions.annSays(asset, "thanks");
        for (int i = 0; i < 3; i++) {
            flow.advance(asset);
            later();
        }
        assertThat(regions.talk(asset)).containsExactlyInAnyOrder("which logo?", "the round one", "or none", "thanks");
        assertThat(regions.talk(austria)).containsExactly("the round one", "which logo?", "thanks");
        assertThat(regions.talk(germany)).containsExactlyInAnyOrder("which logo?", "or none", "thanks");
    }

    @Test
    void takesADecisionOfAVoterInThePortalAndOfNobodyElse() {
        SourceRef asset = poster("a");
        regions.annSays(asset, "approved");
        later();
        SourceRef austria = caseOf(asset, AUSTRIA);
        assertThat(stage.read(austria).status().isFinal())
                .as("said before anybody asked")
                .isFalse();
        regions.annSays(asset, "Rejected last year, remember?");
        regions.annSays(asset, "rejected it is not");
        regions.annSays(asset, "approved\n\n[ref 0123456789abcdef, by person-9]");
        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Waiting.class);
        assertThat(stands(asset, GERMANY)).as("in the name of somebody else").isInstanceOf(Standing.Waiting.class);
        regions.annSays(asset, "approved: but mind the logo");

        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Done(austria, "1"));
        assertThat(outcome(austria)).isEqualTo("approved");
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stands(asset, GERMANY)).isInstanceOf(Standing.Waiting.class);
        assertThat(stage.said(asset, "austria: regional said approved")).isOne();
        assertThat(regions.talk(austria)).contains("approved: but mind the logo");
    }

    @Test
    void letsTheAnswerCountThatTheCaseTookFirst() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        regions.annSays(asset, "approved");
        decides(austria, "rejected", "not yet");

        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Refused.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.said(asset, "austria: regional said rejected: not yet"))
                .isOne();
    }

    @Test
    void takesForTheAnswerWhatSomebodySaidInTheCaseInTheSameMoment() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        regions.annSays(asset, "approved");
        AtomicBoolean isDone = new AtomicBoolean();
        Busy workflow = new Busy(stage.desk.workflow(PowerCut.never()), method -> {
            if (method.equals("complete") && !isDone.getAndSet(true)) {
                decides(austria, "rejected", "I was faster");
            }
        });
        regions.flow(workflow, stage.portal, state).advance(asset);

        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Refused.class);
        assertThat(outcome(austria)).isEqualTo("rejected");
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.said(asset, "austria: regional said rejected: I was faster"))
                .isOne();
    }

    @Test
    void goesOnWhenACaseEndsWhileACommentIsOnItsWayToIt() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        SourceRef germany = caseOf(asset, GERMANY);
        regions.annSays(asset, "which logo?");
        AtomicBoolean isDone = new AtomicBoolean();
        Busy workflow = new Busy(stage.desk.workflow(PowerCut.never()), method -> {
            if (method.equals("add") && !isDone.getAndSet(true)) {
                regions.maxSays(austria, "the round one");
                stage.desk.complete(austria, "regional", TaskResult.of("approved", null, Regions.MAX));
            }
        });
        regions.flow(workflow, stage.portal, state).advance(asset);
        later();

        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Done(austria, "1"));
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
        assertThat(regions.talk(asset)).containsExactlyInAnyOrder("which logo?", "the round one");
        assertThat(regions.talk(germany)).containsExactly("which logo?");
    }

    @Test
    void bringsOverWhatWasSaidLastInACaseThatANewVersionCallsOff() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        SourceRef germany = caseOf(asset, GERMANY);
        regions.maxSays(austria, "the round one");
        regions.maxSays(germany, "the square one");
        stage.desk.complete(germany, "regional", TaskResult.of("rejected", "neither", Regions.MAX));
        stage.newVersion(asset, "2");
        flow.advance(asset);
        flow.advance(asset);

        assertThat(stage.read(austria).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(regions.talk(asset)).contains("the round one", "the square one");
        assertThat(stage.said(asset, "superseded by")).as("no talk of people").isZero();
    }

    @Test
    void sendsBackForChangesAndAsksAboutTheNextVersion() {
        SourceRef asset = poster("a");
        SourceRef first = caseOf(asset, AUSTRIA);
        regions.annSays(asset, "revise: bigger");
        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Waiting(first, List.of("creative")));
        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Waiting(first, List.of("creative")));
        later();
        stage.newVersion(asset, "2");

        SourceRef second = caseOf(asset, AUSTRIA);
        assertThat(second).isNotEqualTo(first);
        assertThat(stage.read(first).status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(regions.talk(second)).contains("revise: bigger");
        decides(second, "approved", null);
        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Done(second, "2"));
    }

    @Test
    void takesBackWhatIsOfferedWhenANewVersionComesAndAsksAnewAboutOneThatComesBack() {
        SourceRef asset = poster("a");
        decides(caseOf(asset, AUSTRIA), "approved", null);
        flow.advance(asset);
        stage.newVersion(asset, "2");
        SourceRef second = caseOf(asset, AUSTRIA);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        decides(second, "rejected", "no");
        flow.advance(asset);
        stage.newVersion(asset, "1");
        SourceRef third = caseOf(asset, AUSTRIA);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        decides(third, "approved", null);
        flow.advance(asset);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void cancelsEverythingAboutWhatIsWithdrawnInThePortalAndBeginsAnewWhenItComesBack() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        decides(caseOf(asset, GERMANY), "approved", null);
        flow.advance(asset);
        stage.statuses.put(asset, AssetStatus.WITHDRAWN);

        assertThat(flow.advance(asset).values()).allMatch(one -> one instanceof Standing.Idle);
        assertThat(stage.read(austria).status()).isEqualTo(CaseStatus.CANCELLED);
        stage.statuses.remove(asset);
        assertThat(flow.advance(asset).values()).allMatch(one -> one instanceof Standing.Waiting);
        assertThat(stage.offers(asset, SwStage.GERMANY)).isEmpty();
    }

    @Test
    void keepsBackWhatItsRightsDoNotAllowUntilTheyDo() {
        SourceRef asset = stage.upload("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        decides(austria, "approved", null);
        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Refused.class);
        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Refused.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.said(asset, "not offered: ")).isOne();

        stage.buy("bought", stage.stock("bought"));
        stage.licences.put(asset.id(), "bought");
        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Done(austria, "1"));
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void doesNotOfferAgainWhatSomebodyTookBackAfterwards() {
        SourceRef asset = poster("a");
        decides(caseOf(asset, AUSTRIA), "approved", null);
        flow.advance(asset);
        stage.portal.require(AssetPublisher.class).hold(asset, "wait for the launch");

        assertThat(stands(asset, AUSTRIA)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
    }

    @Test
    void saysSoWhenPeopleCancelACase() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        stage.desk.people().require(CaseDesk.class).cancel(austria, "not needed");

        assertThat(stands(asset, AUSTRIA)).isEqualTo(new Standing.Refused(List.of("the case was cancelled")));
        assertThat(stage.said(asset, "the case was cancelled")).isOne();
        assertThat(stage.cases(asset)).hasSize(2);
    }

    @Test
    void bearsOddComments() {
        SourceRef asset = poster("a");
        SourceRef austria = caseOf(asset, AUSTRIA);
        String smiley = "\ud83d\ude00 Österreich\n\n[ref 0123, by somebody]";
        regions.annSays(asset, smiley);
        regions.annSays(asset, "case sw5 is what we call it");
        regions.annSays(asset, "   ");
        regions.annSays(asset, "long ".repeat(4_000));
        later();
        regions.maxSays(austria, "[smintio, 2026-11-21 08:00 UTC] is no copy");
        flow.advance(asset);
        flow.advance(asset);

        assertThat(regions.talk(austria)).contains(smiley);
        assertThat(regions.talk(austria)).anyMatch(text -> text.contains("[cut; all of it is in smintio"));
        assertThat(stage.said(asset, "is no copy")).isOne();
        assertThat(regions.talk(austria)).hasSizeBetween(4, 5);
    }

    @Test
    void takesEventsLateTwiceAndAboutOtherThings() {
        SourceRef asset = poster("a");
        for (SourceRef subject :
                List.of(asset, stage.licence("a"), stage.asset("nothing"), SourceRef.of("vip", "7"), asset)) {
            flow.handle(CaseEvent.builder("smintio", CaseEventType.ASSET_UPDATED, "e", stage.clock.now())
                    .subject(subject)
                    .build());
        }
        assertThat(stage.cases(asset)).hasSize(2);
        assertThat(stage.cases(stage.licence("a"))).isEmpty();
        assertThat(stage.statuses).doesNotContainKey(stage.licence("a"));
    }

    @Test
    void refusesTwoRegionsOfOneName() {
        ReviewRegion one = Regions.TWO.get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GlobalReview(
                        stage.desk.people(), stage.portal, Regions::assets, List.of(one, one), state, stage.clock));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewRegion("E:M", "g", Map.<String, Actor>of(), List.of(), at -> List.of()));
    }

    @Test
    void leavesNothingTwiceWheneverItDies() throws Exception {
        Interruptions.survived(
                "sw5",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef asset = stage.asset(id);
                    if (stage.statuses.get(asset) == null && stage.cases(asset).isEmpty()) {
                        stage.licensed(id, stage.stock(id));
                    }
                    if (!regions.talk(asset).contains("please hurry")) {
                        regions.annSays(asset, "please hurry");
                    }
                    GlobalReview dying = regions.flow(stage.desk.workflow(cut), stage.smintio(cut), memory);
                    // What the dead held is let go of.
                    stage.clock.advance(Duration.ofMinutes(2));
                    Map<String, Standing> stands = dying.advance(asset);
                    if (stands.get(GERMANY) instanceof Standing.Waiting germany) {
                        regions.maxSays(germany.caseRef(), "dark " + id);
                        decides(germany.caseRef(), "rejected", null);
                    }
                    if (stands.get(AUSTRIA) instanceof Standing.Waiting) {
                        regions.annSays(asset, "approved");
                        later();
                    }
                    dying.advance(asset);
                },
                (id, memory) -> {
                    SourceRef asset = stage.asset(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.offers(asset, SwStage.GERMANY)).as(id).isEmpty();
                    List<CaseRecord> cases = stage.cases(asset);
                    assertThat(cases).as(id).hasSize(2);
                    assertThat(stage.said(asset, "austria: regional said approved"))
                            .as(id)
                            .isOne();
                    assertThat(stage.said(asset, "germany: regional said rejected"))
                            .as(id)
                            .isOne();
                    assertThat(regions.talk(asset)).as(id).contains("dark " + id);
                    for (CaseRecord one : cases) {
                        assertThat(regions.talk(one.ref())).as(id).containsOnlyOnce("please hurry");
                    }
                    assertThat(SwStage.trail(memory, CaseEventType.CASE_RESOLVED))
                            .as(id)
                            .hasSize(2);
                    // A look at what is out costs a request for each publication: those of earlier runs go.
                    stage.sandbox.personDeletes("[cc-publication");
                });
        assertThat(stage.sandbox.contents(SmintioSandbox.REVIEWS)).isNotEmpty();
    }
}
