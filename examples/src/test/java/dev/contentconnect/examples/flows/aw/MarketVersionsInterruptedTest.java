package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The process ends at any moment, and a new one finishes: both systems are what they are without the accident. */
class MarketVersionsInterruptedTest extends MarketScene {
    @Test
    void makesOneRecordWheneverItDies() throws Exception {
        Map<String, LocalisationOrder> orders = new HashMap<>();
        Interruptions.survived(
                "market",
                (id, cut, memory) -> {
                    LocalisationOrder order = orders.computeIfAbsent(id, any -> order(any, ENGLISH));
                    MarketVersions cutOff = flow(cut, memory);
                    if (cutOff.advance(order).get(ENGLISH) instanceof LocalisationOutcome.Waiting waiting) {
                        adapts(waiting.caseRef(), "en-1");
                        says(waiting.caseRef(), "regional", "approved");
                        cutOff.advance(order);
                    }
                },
                (id, memory) -> {
                    LocalisationOrder order = orders.get(id);
                    Asset made = localised(order, ENGLISH);
                    assertThat(made.status()).as(id).isEqualTo(AssetStatus.APPROVED);
                    assertThat(reader.versions(made.ref())).as(id).hasSize(1);
                    assertThat(children(order.master())).as(id).hasSize(1);
                    assertThat(stage.cases(order.master())).as(id).hasSize(1);
                });
    }

    private void work(Map<MarketPlan, LocalisationOutcome> outcomes, String german, String english) {
        if (outcomes.get(GERMAN) instanceof LocalisationOutcome.Waiting waiting) {
            adapts(waiting.caseRef(), "at-1");
            says(waiting.caseRef(), "legal", german);
            if (german.equals("approved")) {
                says(waiting.caseRef(), "regional", "approved");
            }
        }
        if (outcomes.get(ENGLISH) instanceof LocalisationOutcome.Waiting waiting) {
            adapts(waiting.caseRef(), "en-1");
            says(waiting.caseRef(), "regional", english);
        }
    }

    private void survives(String name, String german, String english, MarketPlan taken, MarketPlan refused)
            throws Exception {
        Map<String, LocalisationOrder> orders = new HashMap<>();
        Interruptions.survived(
                name,
                (id, cut, memory) -> {
                    LocalisationOrder order = orders.computeIfAbsent(id, any -> order(any, GERMAN, ENGLISH));
                    MarketVersions cutOff = flow(cut, memory);
                    work(cutOff.advance(order), german, english);
                    Map<MarketPlan, LocalisationOutcome> ended = cutOff.advance(order);
                    assertThat(ended.get(taken)).as(id).isInstanceOf(LocalisationOutcome.Stored.class);
                    assertThat(ended.get(refused)).as(id).isInstanceOf(LocalisationOutcome.Refused.class);
                },
                (id, memory) -> {
                    LocalisationOrder order = orders.get(id);
                    Asset made = localised(order, taken);
                    assertThat(made.status()).as(id).isEqualTo(AssetStatus.APPROVED);
                    assertThat(reader.versions(made.ref())).as(id).hasSize(1);
                    assertThat(localised(order, refused)).as(id).isNull();
                    assertThat(children(order.master()))
                            .as(id)
                            .singleElement()
                            .extracting(child -> child.get("recordId"))
                            .isEqualTo(made.ref().id());
                    assertThat(stage.cases(order.master())).as(id).hasSize(2);
                    assertThat(AwStage.events(memory, CaseEventType.FLOW_REFUSED))
                            .as(id)
                            .hasSize(1);
                });
    }

    @Test
    void makesNoRecordForAMarketWhoseLegalSaysNoWheneverItDies() throws Exception {
        survives("legal", "rejected", "approved", ENGLISH, GERMAN);
    }

    @Test
    void makesNoRecordForAMarketWhoseRegionSaysNoWheneverItDies() throws Exception {
        survives("region", "approved", "rejected", GERMAN, ENGLISH);
    }

    @Test
    void goesOnWithANewerVersionOfTheMasterAloneWheneverItDies() throws Exception {
        Map<String, LocalisationOrder> orders = new HashMap<>();
        Map<String, LocalisationOrder> newer = new HashMap<>();
        Interruptions.survived(
                "newer",
                (id, cut, memory) -> {
                    LocalisationOrder older = orders.computeIfAbsent(id, any -> order(any, ENGLISH));
                    MarketVersions cutOff = flow(cut, memory);
                    if (!newer.containsKey(id)) {
                        cutOff.advance(older);
                        newer.put(id, renewed(older));
                    }
                    LocalisationOrder order = newer.get(id);
                    if (cutOff.advance(order).get(ENGLISH) instanceof LocalisationOutcome.Waiting waiting) {
                        adapts(waiting.caseRef(), "en-2");
                        says(waiting.caseRef(), "regional", "approved");
                        cutOff.advance(order);
                    }
                },
                (id, memory) -> {
                    LocalisationOrder order = newer.get(id);
                    assertThat(reader.versions(localised(order, ENGLISH).ref()))
                            .as(id)
                            .hasSize(1);
                    assertThat(children(order.master())).as(id).hasSize(1);
                    assertThat(stage.cases(order.master()))
                            .as(id)
                            .extracting(CaseRecord::status)
                            .containsExactlyInAnyOrder(CaseStatus.CANCELLED, CaseStatus.RESOLVED);
                    assertThat(stage.report(memory).cases().cancelled()).as(id).isOne();
                });
    }
}
