package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.localisation.LocalisationOrder;
import dev.contentconnect.examples.flows.localisation.LocalisationOutcome;
import dev.contentconnect.examples.flows.localisation.MarketLocalisation;
import dev.contentconnect.examples.flows.localisation.MarketPlan;
import dev.contentconnect.examples.host.AprimoMasterLinks;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** Released masters, the people of their markets, and the flow AW4. */
abstract class MarketScene {
    static final MarketPlan GERMAN = new MarketPlan("AT", "de-AT", List.of(), true, null, null, null);
    static final MarketPlan ENGLISH = new MarketPlan("AT", "en-US", List.of(), false, null, null, null);

    final AwStage stage = stage();
    final StateStore state = StateStore.inMemory();
    /** Names of adapted files that cannot be found at the moment. */
    final Set<String> lost = new HashSet<>();

    final MarketVersions flow = flow(PowerCut.never(), state);
    final AssetReader reader = stage.planning.require(AssetReader.class);

    /** Where the flow runs. */
    AwStage stage() {
        return AwStage.sandboxes();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    MarketVersions flow(PowerCut cut, StateStore memory) {
        var library = stage.aprimo(cut);
        return new MarketVersions(
                stage.desk.workflow(cut),
                library,
                this::find,
                new AprimoMasterLinks(library, "Related"),
                memory,
                stage.time());
    }

    private Content find(String name) {
        if (lost.contains(name)) {
            throw new IllegalStateException(name + " is lost");
        }
        return AwStage.file("bytes of " + name);
    }

    LocalisationOrder order(String key, MarketPlan... plans) {
        SourceRef master = stage.poster(key);
        RightsGrant grant = RightsGrant.of(Territories.of("AT", "DE"), Map.of(), Validity.ALWAYS);
        stage.planning
                .require(RightsWriter.class)
                .apply(stage.planning.require(RightsReader.class).rights(master).toBuilder()
                        .status(RightsStatus.CLEARED)
                        .grants(List.of(grant))
                        .build());
        stage.planning
                .require(AssetPublisher.class)
                .publish(new PublishRequest("out-" + key, key, List.of(master), List.of(), null, null));
        return MarketVersions.order(master, reader.get(master).currentVersion().id(), List.of(plans));
    }

    /** The same for a newer version that somebody uploads. */
    LocalisationOrder renewed(LocalisationOrder older) {
        stage.clock.advance(Duration.ofMinutes(1));
        stage.planning
                .require(AssetWriter.class)
                .addVersion(older.master(), older.version() + " 2", AwStage.file(older.version() + " 2"));
        return MarketVersions.order(
                older.master(), reader.get(older.master()).currentVersion().id(), older.markets());
    }

    static SourceRef caseOf(Map<MarketPlan, LocalisationOutcome> outcomes, MarketPlan plan) {
        return ((LocalisationOutcome.Waiting) outcomes.get(plan)).caseRef();
    }

    void says(SourceRef caseRef, String step, String word) {
        stage.complete(caseRef, step, TaskResult.of(word, null, Actor.of(step + "@example.com")));
    }

    void adapts(SourceRef caseRef, String file) {
        says(caseRef, "translate", "done");
        stage.complete(
                caseRef,
                "adapt",
                new TaskResult("done", null, Actor.of("ad@example.com"), Map.of(MarketLocalisation.FILE, file)));
    }

    Asset localised(LocalisationOrder order, MarketPlan plan) {
        return reader.findByKey("aw4:" + order.master() + ":" + plan.market() + "/" + plan.language())
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> children(SourceRef master) {
        Map<String, Object> fields = (Map<String, Object>)
                reader.get(master).extensions().get("aprimo").get("fields");
        List<Map<String, Object>> values = (List<Map<String, Object>>) fields.getOrDefault("Related", List.of());
        return values.isEmpty()
                ? List.of()
                : (List<Map<String, Object>>) values.get(0).get("children");
    }
}
