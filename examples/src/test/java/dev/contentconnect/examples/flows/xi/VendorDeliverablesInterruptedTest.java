package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.flows.Interruptions;
import dev.contentconnect.examples.host.IconikReviewShares;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI8, ended at any moment. */
class VendorDeliverablesInterruptedTest {
    private final XiStage stage =
            new XiStage(media -> media.reviewers(Map.of("editor", "user:" + IconikSandbox.PERSON)), records -> records);
    private final Studio studio = new Studio(stage);
    private final Map<String, SourceRef> spots = new HashMap<>();
    private final Map<String, String> first = new HashMap<>();

    @AfterEach
    void close() {
        stage.close();
    }

    private VendorDeliverables flow(PowerCut cut, StateStore state) {
        IconikConnector library = stage.iconik(cut);
        return new VendorDeliverables(
                library,
                stage.xecm(cut),
                new IconikReviewShares(library.client(), Duration.ofDays(14), stage.clock),
                List.of("editor"),
                VendorFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private Deliverable of(String id) {
        return new Deliverable(id, "Vendor " + id, "10", "Spot", spots.computeIfAbsent(id, studio::upload));
    }

    private int shares(String id) {
        return (int) stage
                .library
                .client()
                .shares()
                .list(ObjectType.ASSETS, spots.get(id).id(), ListQuery.ALL)
                .stream()
                .count();
    }

    @Test
    void keepsOneTrailWheneverItDies() throws Exception {
        Interruptions.survived(
                "vendor",
                (id, cut, state) -> {
                    VendorInvoice invoice = new VendorInvoice(
                            of(id), "R-1", Money.of("10.00", "EUR"), new TextContent("invoice.txt", "10"));
                    flow(cut, state).bill(invoice);
                    if (flow(cut, state).advance(of(id)) instanceof DeliverableOutcome.Waiting) {
                        assertThat(shares(id)).isEqualTo(1);
                        stage.media.personDecides(spots.get(id).id(), IconikSandbox.PERSON, "APPROVED");
                        flow(cut, state).advance(of(id));
                    }
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("vendor", id);
                    assertThat(studio.sheet(workspace).rows("Deliverables"))
                            .singleElement()
                            .satisfies(row -> assertThat(row).containsEntry("State", "approved"));
                    assertThat(studio.sheet(workspace).rows("Invoices"))
                            .singleElement()
                            .satisfies(row -> assertThat(row).containsEntry("State", "payable"));
                    assertThat(studio.filed(workspace))
                            .containsExactlyInAnyOrder("invoice.txt", "Feedback on Spot, version 1.txt");
                    assertThat(studio.desk().links(workspace)).hasSize(1);
                    assertThat(studio.linked(workspace)).containsExactly(spots.get(id));
                    assertThat(shares(id)).isZero();
                    assertThat(XiStage.trail(state))
                            .extracting(event -> event.type().value())
                            .containsOnlyOnce(
                                    "asset.version_added", "case.opened", "approval.decided", "case.resolved");
                });
    }

    @Test
    void supersedesOnceWheneverItDies() throws Exception {
        Interruptions.survived(
                "newer",
                (id, cut, state) -> {
                    if (!first.containsKey(id)) {
                        flow(PowerCut.never(), state).advance(of(id));
                        first.put(id, studio.version(spots.get(id)));
                        stage.settle();
                        studio.addVersion(spots.get(id));
                    }
                    flow(cut, state).advance(of(id));
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("vendor", id);
                    assertThat(studio.sheet(workspace).rows("Deliverables"))
                            .extracting(row -> row.get("State"))
                            .containsExactly("superseded", "in review");
                    assertThat(studio.filed(workspace)).containsExactly("Feedback on Spot, version 1.txt");
                    assertThat(studio.desk().links(workspace)).hasSize(2);
                    assertThat(shares(id)).isEqualTo(1);
                });
    }

    @Test
    void endsOnceWhatIsGoneWheneverItDies() throws Exception {
        Set<String> deleted = new HashSet<>();
        Interruptions.survived(
                "deleted",
                (id, cut, state) -> {
                    if (!deleted.contains(id)) {
                        flow(PowerCut.never(), state).advance(of(id));
                        stage.settle();
                        studio.delete(spots.get(id));
                        deleted.add(id);
                    }
                    flow(cut, state).advance(of(id));
                },
                (id, state) -> {
                    SourceRef workspace = stage.workspace("vendor", id);
                    assertThat(studio.sheet(workspace).rows("Deliverables"))
                            .singleElement()
                            .satisfies(row -> assertThat(row).containsEntry("State", "gone"));
                    assertThat(studio.filed(workspace)).containsExactly("Feedback on Spot, version 1.txt");
                    assertThat(studio.desk().links(workspace)).isEmpty();
                    assertThat(shares(id)).isZero();
                    assertThat(XiStage.trail(state))
                            .extracting(event -> event.type().value())
                            .containsOnlyOnce("case.cancelled");
                });
    }
}
