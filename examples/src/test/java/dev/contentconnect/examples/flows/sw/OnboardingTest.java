package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailChain;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the portal, from the source system and from the workflow service. */
class OnboardingTest {
    private static final Actor EVE = Actor.of("eve@agency.example");
    private static final Map<String, Map<String, Object>> FOUND = Map.of(
            "creativeItem", Map.of("tags", "beach, summer"),
            "productItem", Map.of("categories", "Ostrevik"),
            "legalItem", Map.of("territories", "AT, DE", "validUntil", "2027-06-30", "usageTerms", "Not in cinemas"),
            "regionalItem", Map.of("regions", "AT"));

    private final SwStage stage = SwStage.sandboxes();
    private final SourceDam dam = new SourceDam(stage);
    private final StateStore state = StateStore.inMemory(stage.clock, TrailChain.plain());
    private final Onboarding flow = flow(PowerCut.never(), state);

    @AfterEach
    void close() {
        dam.close();
        stage.close();
    }

    private Onboarding flow(PowerCut cut, StateStore memory) {
        return new Onboarding(stage.desk.workflow(cut), stage.smintio(cut), dam.iconik(cut), dam, memory, stage.clock);
    }

    private SourceRef caseOf(SourceRef asset) {
        return ((Standing.Waiting) flow.advance(asset)).caseRef();
    }

    private void does(SourceRef caseRef, String item, Map<String, Object> found) {
        stage.desk.complete(caseRef, item, new TaskResult("done", null, EVE, found));
    }

    private void doAll(SourceRef caseRef, Map<String, Map<String, Object>> found) {
        Onboarding.ITEMS.forEach(item -> does(caseRef, item, found.getOrDefault(item, Map.of())));
    }

    private static Map<String, Map<String, Object>> foundBut(String item, Map<String, Object> other) {
        Map<String, Map<String, Object>> out = new LinkedHashMap<>(FOUND);
        out.put(item, other);
        return out;
    }

    private void assertUnseen(SourceRef asset) {
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).isEmpty();
        assertThat(stage.offers(asset, SwStage.GERMANY)).isEmpty();
        assertThat(stage.statuses).containsEntry(asset, AssetStatus.HELD);
    }

    @Test
    void showsNothingBeforeAllIsDoneAndThenWithTagsRulesAndPermissions() {
        SourceRef asset = dam.ingest("Beach");
        SourceRef caseRef = caseOf(asset);
        assertUnseen(asset);
        for (String item : Onboarding.ITEMS) {
            assertThat(flow.advance(asset)).isInstanceOf(Standing.Waiting.class);
            assertThat(dam.asset(asset).tags()).isEmpty();
            does(caseRef, item, FOUND.get(item));
            assertUnseen(asset);
        }
        assertThat(flow.advance(asset)).isEqualTo(new Standing.Waiting(caseRef, List.of("portal")));
        assertUnseen(asset);
        dam.adapt(asset);

        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
        assertThat(stage.offers(asset, SwStage.GERMANY)).isEmpty();
        assertThat(stage.statuses).containsEntry(asset, AssetStatus.PUBLISHED);
        assertThat(dam.asset(asset).tags()).containsExactly("beach", "summer");
        assertThat(dam.asset(asset).segments()).containsExactly(Segment.brand("Ostrevik"));
        RightsRecord rights = dam.rights(asset);
        Use inAustria = Use.at(Instant.parse("2027-06-30T12:00:00Z")).in(Territory.of("AT"));
        assertThat(rights.permits(inAustria).isAllowed()).isTrue();
        assertThat(rights.permits(inAustria.in(Territory.of("US"))).isAllowed()).isFalse();
        assertThat(rights.permits(Use.at(Instant.parse("2027-07-01T00:00:00Z")).in(Territory.of("AT")))
                        .isAllowed())
                .isFalse();
        assertThat(stage.said(asset, "Use: in AT, DE until 2027-07-01T00:00:00Z. Not in cinemas"))
                .isOne();
    }

    @Test
    void takesItOutOfWhatItWasOfferedInWhileItIsOnboarded() {
        SourceRef asset = dam.ingest("Beach");
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest("early", "Early", List.of(asset), List.of(SwStage.GERMANY), null, null));
        assertThat(stage.offers(asset, SwStage.GERMANY)).hasSize(1);
        caseOf(asset);
        assertUnseen(asset);
    }

    @Test
    void offersNothingOfWhatWasCalledOffAndSaysWhy() {
        SourceRef asset = dam.ingest("Beach");
        SourceRef caseRef = caseOf(asset);
        stage.desk.complete(caseRef, "legalItem", TaskResult.of("blocked", "no licence", EVE));
        for (String item : List.of("creativeItem", "productItem", "regionalItem")) {
            does(caseRef, item, FOUND.get(item));
        }
        stage.desk.complete(caseRef, "resolveBlockers", TaskResult.of("called-off", null, EVE));

        assertThat(flow.advance(asset)).isInstanceOf(Standing.Refused.class);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Refused.class);
        assertUnseen(asset);
        assertThat(dam.asset(asset).tags()).isEmpty();
        assertThat(stage.said(asset, "not offered: legalItem was called off as blocked"))
                .isOne();
        assertThat(stage.cases(asset)).hasSize(1);
    }

    @Test
    void refusesWhatWasLeftOutOrCannotBeRead() {
        Map<String, Map<String, Map<String, Object>>> odd = Map.of(
                "nobody said who may see it", foundBut("regionalItem", Map.of("regions", " , ,")),
                "nobody named a tag", foundBut("creativeItem", Map.of()),
                "nobody named a category", foundBut("productItem", Map.of("categories", "")),
                "cannot be read", foundBut("legalItem", Map.of("territories", "AT", "validUntil", "31.12.2027")));
        odd.forEach((why, found) -> {
            SourceRef asset = dam.ingest(why);
            doAll(caseOf(asset), found);
            assertThat(flow.advance(asset)).isInstanceOf(Standing.Refused.class);
            assertUnseen(asset);
            assertThat(stage.said(asset, why)).as(why).isOne();
            assertThat(dam.asset(asset).tags()).as(why).isEmpty();
        });
    }

    @Test
    void waitsForRightsThatAllowTheRegionAndTakesNobodysSilenceForOne() {
        SourceRef asset = dam.ingest("Beach");
        doAll(caseOf(asset), foundBut("legalItem", Map.of()));
        flow.advance(asset);
        dam.adapt(asset);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Refused.class);
        assertUnseen(asset);

        RightsGrant austria = RightsGrant.of(Territories.of("AT"), Map.of(), Validity.ALWAYS);
        dam.library
                .require(RightsWriter.class)
                .apply(dam.rights(asset).toBuilder().grants(List.of(austria)).build());
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void doesNotTakeItsOwnWritingForANewVersionButOneOfTheSource() {
        SourceRef asset = dam.ingest("Beach");
        SourceRef first = caseOf(asset);
        doAll(first, FOUND);
        flow.advance(asset);
        dam.adapt(asset);
        flow.advance(asset);
        dam.adapt(asset);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(stage.cases(asset)).hasSize(1);
        dam.addsVersion(asset);
        dam.adapt(asset);

        SourceRef second = caseOf(asset);
        assertThat(second).isNotEqualTo(first);
        assertUnseen(asset);
        doAll(second, FOUND);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(stage.offers(asset, SwStage.AUSTRIA)).hasSize(1);
    }

    @Test
    void leavesWhatPeopleChangeInTheSourceAfterwards() {
        SourceRef asset = dam.ingest("Beach");
        doAll(caseOf(asset), FOUND);
        flow.advance(asset);
        dam.library
                .require(AssetWriter.class)
                .update(Asset.builder(dam.origin(asset).orElseThrow())
                        .tags(List.of("beach", "summer", "sea"))
                        .build());
        dam.adapt(asset);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Done.class);
        assertThat(dam.asset(asset).tags()).containsExactly("beach", "summer", "sea");
    }

    @Test
    void callsOffWhatIsGoneFromTheSource() {
        SourceRef asset = dam.ingest("Beach");
        SourceRef caseRef = caseOf(asset);
        dam.bin(asset);
        assertThat(flow.advance(asset)).isInstanceOf(Standing.Idle.class);
        assertThat(stage.read(caseRef).status()).isEqualTo(CaseStatus.CANCELLED);
    }

    @Test
    void takesEventsLateTwiceAndAboutOtherThings() {
        SourceRef asset = dam.ingest("Beach");
        for (SourceRef subject :
                List.of(asset, stage.licence("a"), stage.asset("nothing"), SourceRef.of("vip", "7"), asset)) {
            flow.handle(CaseEvent.builder("smintio", CaseEventType.ASSET_UPDATED, "e", stage.clock.now())
                    .subject(subject)
                    .build());
        }
        assertThat(stage.cases(asset)).hasSize(1);
        assertThat(stage.statuses).containsOnlyKeys(asset);
    }

    @Test
    void leavesNothingTwiceWheneverItDies() throws Exception {
        Map<String, SourceRef> assets = new HashMap<>();
        Interruptions.survived(
                "sw6",
                stage.clock,
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, dam::ingest);
                    Onboarding dying = flow(cut, memory);
                    stage.clock.advance(Duration.ofMinutes(2));
                    if (dying.advance(asset) instanceof Standing.Waiting waiting
                            && !waiting.missing().contains("portal")) {
                        doAll(waiting.caseRef(), FOUND);
                        dying.advance(asset);
                    }
                    dam.adapt(asset);
                    dying.advance(asset);
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(dam.asset(asset).tags()).as(id).containsExactly("beach", "summer");
                    assertThat(stage.said(asset, "offered to AT")).as(id).isOne();
                    assertThat(stage.sandbox.contents(SmintioSandbox.PENDING))
                            .as(id)
                            .doesNotContain(asset.id());
                    assertThat(SwStage.trail(memory, CaseEventType.ASSET_PUBLISHED))
                            .as(id)
                            .hasSize(1);
                    // A look at what is out costs a request for each publication: those of earlier runs go.
                    stage.sandbox.personDeletes("[cc-publication");
                });
    }
}
