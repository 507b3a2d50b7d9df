package dev.contentconnect.examples.flows.aw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.localisation.MarketLocalisation;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import dev.contentconnect.examples.host.AprimoMasterLinks;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is compared was read from the records in Aprimo and from the workflow service. */
class MarketVersionsTest {
    private static final MarketPlan GERMAN = new MarketPlan("AT", "de-AT", List.of(), true, null, null, null);
    private static final MarketPlan ENGLISH = new MarketPlan("AT", "en-US", List.of(), false, null, null, null);

    private final AwStage stage = new AwStage();
    private final StateStore state = StateStore.inMemory();
    private final MarketVersions flow = flow(PowerCut.never(), state);
    private final AssetReader reader = stage.planning.require(AssetReader.class);

    @AfterEach
    void close() {
        stage.close();
    }

    private MarketVersions flow(PowerCut cut, StateStore memory) {
        var library = stage.aprimo(cut);
        return new MarketVersions(
                stage.desk.workflow(cut),
                library,
                name -> AwStage.file("bytes of " + name),
                new AprimoMasterLinks(library, "Related"),
                memory,
                stage.clock);
    }

    private LocalisationOrder order(String key, MarketPlan... plans) {
        SourceRef master = stage.poster(key);
        RightsGrant grant = RightsGrant.of(Territories.of("AT", "DE"), Map.of(), Validity.ALWAYS);
        stage.planning
                .require(RightsWriter.class)
                .apply(stage.planning.require(RightsReader.class).rights(master).toBuilder()
                        .status(RightsStatus.CLEARED)
                        .grants(List.of(grant))
                        .build());
        stage.planning
                .require(AssetWriter.class)
                .update(Asset.builder(master).status(AssetStatus.PUBLISHED).build());
        return MarketVersions.order(master, reader.get(master).currentVersion().id(), List.of(plans));
    }

    private static SourceRef caseOf(Map<MarketPlan, LocalisationOutcome> outcomes, MarketPlan plan) {
        return ((LocalisationOutcome.Waiting) outcomes.get(plan)).caseRef();
    }

    private void says(SourceRef caseRef, String step, String word) {
        stage.desk.complete(caseRef, step, TaskResult.of(word, null, Actor.of(step + "@example.com")));
    }

    private void adapts(SourceRef caseRef, String file) {
        says(caseRef, "translate", "done");
        stage.desk.complete(
                caseRef,
                "adapt",
                new TaskResult("done", null, Actor.of("ad@example.com"), Map.of(MarketLocalisation.FILE, file)));
    }

    private Asset localised(LocalisationOrder order, MarketPlan plan) {
        return reader.findByKey("aw4:" + order.master() + ":" + plan.market() + "/" + plan.language())
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> children(SourceRef master) {
        Map<String, Object> fields = (Map<String, Object>)
                reader.get(master).extensions().get("aprimo").get("fields");
        List<Map<String, Object>> values = (List<Map<String, Object>>) fields.getOrDefault("Related", List.of());
        return values.isEmpty()
                ? List.of()
                : (List<Map<String, Object>>) values.get(0).get("children");
    }

    @Test
    void makesOneRecordForEachMarketThatApprovedBelowItsMaster() throws Exception {
        LocalisationOrder order = order("hero", GERMAN, ENGLISH);
        Map<MarketPlan, LocalisationOutcome> waiting = flow.advance(order);
        SourceRef german = caseOf(waiting, GERMAN);
        SourceRef english = caseOf(waiting, ENGLISH);
        adapts(german, "at-1");
        says(german, "legal", "approved");
        says(german, "regional", "approved");
        adapts(english, "en-1");
        says(english, "regional", "rejected");
        stage.desk.ended(german);
        stage.desk.ended(english);
        Map<MarketPlan, LocalisationOutcome> ended = flow.advance(order);

        assertThat(ended.get(ENGLISH)).isInstanceOf(LocalisationOutcome.Refused.class);
        assertThat(localised(order, ENGLISH)).isNull();
        Asset made = localised(order, GERMAN);
        assertThat(made.market()).isEqualTo("AT");
        assertThat(made.language()).isEqualTo("de-AT");
        assertThat(made.status()).isEqualTo(AssetStatus.APPROVED);
        assertThat(made.title()).isEqualTo("Poster hero (AT/de-AT)");
        try (InputStream bytes = reader.content(made.ref(), null, null).open()) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("bytes of at-1");
        }
        RightsRecord rights = stage.planning.require(RightsReader.class).rights(made.ref());
        Use use = Use.at(stage.clock.now());
        assertThat(rights.permits(use.in(Territory.of("AT"))).isAllowed()).isTrue();
        assertThat(rights.permits(use.in(Territory.of("DE"))).isAllowed()).isFalse();
        assertThat(children(order.master()))
                .singleElement()
                .extracting(child -> child.get("recordId"))
                .isEqualTo(made.ref().id());
        assertThat(flow.advance(order)).isEqualTo(ended);
        assertThat(children(order.master())).hasSize(1);
        assertThat(AwStage.events(state, CaseEventType.FLOW_REFUSED))
                .singleElement()
                .extracting(event -> event.note())
                .isEqualTo("regional said rejected");
    }

    @Test
    void waitsAsLongAsTheMasterIsNoReleasedRecord() {
        LocalisationOrder order = order("hero", ENGLISH);
        stage.planning
                .require(AssetWriter.class)
                .update(Asset.builder(order.master()).status(AssetStatus.DRAFT).build());
        assertThat(flow.advance(order).get(ENGLISH)).isInstanceOf(LocalisationOutcome.OnHold.class);
        assertThat(stage.cases(order.master())).isEmpty();
    }

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
                        stage.desk.ended(waiting.caseRef());
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
}
