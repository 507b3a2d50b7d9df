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
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process ends after any request and beside any commit; what is compared was read from the portal. */
class RightsExpiryInterruptedTest {
    private final SwStage stage = SwStage.sandboxes();
    private final Map<String, SourceRef> assets = new HashMap<>();
    private int made;

    @AfterEach
    void close() {
        stage.close();
    }

    /** A look at what is out costs a request for each publication: those of earlier runs go. */
    private void tidy() {
        stage.sandbox.personDeletes("[cc-publication");
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

    private SourceRef offered(String name) {
        String end = stage.clock.now().plus(Duration.ofDays(10)).toString();
        SourceRef asset = stage.licensed(name, stage.stock(name).term("valid_until", end));
        stage.portal
                .require(AssetPublisher.class)
                .publish(new PublishRequest(name + ++made, name, List.of(asset), List.of(SwStage.AUSTRIA), null, null));
        return asset;
    }

    private void decide(RightsExpiry flow, SourceRef asset, String word, Map<String, Object> values) {
        if (flow.advance(asset) instanceof Standing.Waiting waiting
                && waiting.missing().contains("disposition")) {
            stage.desk.complete(
                    waiting.caseRef(), "disposition", new TaskResult(word, null, Actor.of("rita@example.com"), values));
            flow.advance(asset);
        }
    }

    @Test
    void takesDownOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "down",
                (id, cut, memory) ->
                        decide(flow(cut, memory), assets.computeIfAbsent(id, this::offered), "takedown", Map.of()),
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).isEmpty();
                    assertThat(stage.statuses).as(id).containsEntry(asset, AssetStatus.WITHDRAWN);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(1);
                    tidy();
                });
    }

    @Test
    void replacesOnceWheneverItDies() throws Exception {
        Map<String, SourceRef> others = new HashMap<>();
        Interruptions.survived(
                "swap",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, this::offered);
                    String name = id + "-next";
                    SourceRef next = others.computeIfAbsent(id, any -> stage.licensed(name, stage.stock(name)));
                    decide(flow(cut, memory), asset, "replace", Map.of("replacement", next.id()));
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).isEmpty();
                    assertThat(stage.offers(others.get(id), SwStage.AUSTRIA))
                            .as(id)
                            .hasSize(1);
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    assertThat(stage.said(asset)).as(id).hasSize(1);
                    assertThat(stage.said(others.get(id))).as(id).hasSize(1);
                    tidy();
                });
    }

    @Test
    void hidesAndRenewsOnceWheneverItDies() throws Exception {
        Set<String> decided = new HashSet<>();
        Interruptions.survived(
                "again",
                (id, cut, memory) -> {
                    SourceRef asset = assets.computeIfAbsent(id, this::offered);
                    if (!decided.contains(id)) {
                        decide(flow(PowerCut.never(), memory), asset, "renew", Map.of());
                        stage.clock.advance(Duration.ofDays(11));
                        decided.add(id);
                    }
                    RightsExpiry cutOff = flow(cut, memory);
                    cutOff.sweep();
                    stage.buy(id, stage.stock(id).changed(2, stage.clock.now()));
                    cutOff.sweep();
                },
                (id, memory) -> {
                    SourceRef asset = assets.get(id);
                    assertThat(stage.offers(asset, SwStage.AUSTRIA)).as(id).hasSize(1);
                    assertThat(stage.isPending(asset)).as(id).isFalse();
                    assertThat(stage.cases(asset)).as(id).hasSize(1);
                    tidy();
                });
    }
}
