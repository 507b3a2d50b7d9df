package dev.contentconnect.examples.flows.sw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.flows.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends after any request and beside any commit; what is compared was read from the portal. */
class PolicyExceptionInterruptedTest {
    private static final Actor OLGA = Actor.of("olga@example.com");

    private final SwStage stage = SwStage.sandboxes();
    private final Map<String, SourceRef> assets = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    /** A look at what is out costs a request for each publication: those of earlier runs go. */
    private void tidy() {
        stage.sandbox.personDeletes("[cc-publication");
    }

    private PolicyException flow(PowerCut cut, StateStore memory) {
        return new PolicyException(
                stage.desk.workflow(cut),
                stage.smintio(cut),
                new StockPolicy(List.of(), asset -> true, true),
                asset -> List.of(SwStage.AUSTRIA),
                stage::shown,
                memory,
                stage.clock);
    }

    private SourceRef offered(String name) {
        SourceRef asset = stage.licensed(name, stage.stock(name).with("license_terms", List.of()));
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest(name, "Mine", List.of(asset), List.of(SwStage.AUSTRIA), null, null));
        return asset;
    }

    @Test
    void clearsOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "cleared",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, this::offered);
                    PolicyException cutOff = flow(cut, memory);
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.desk.complete(waiting.caseRef(), Map.of("triage", "correct"));
                        stage.desk.complete(waiting.caseRef(), Map.of("corrective", "corrected"));
                        stage.buy(id, stage.stock(id).changed(2, stage.clock.now()));
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.isPending(asset)).as(id).isFalse();
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(2);
                    tidy();
                });
    }

    @Test
    void removesOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "removed",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, this::offered);
                    PolicyException cutOff = flow(cut, memory);
                    if (cutOff.advance(asset) instanceof Standing.Waiting waiting) {
                        stage.desk.complete(waiting.caseRef(), "triage", TaskResult.of("cannot-resolve", null, OLGA));
                        cutOff.advance(asset);
                    }
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).isEmpty();
                    assertThat(stage.statuses).as(id).containsEntry(asset, AssetStatus.WITHDRAWN);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(2);
                    tidy();
                });
    }
}
