package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.IconikReviewShares;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI8: decisions that are taken back, and moments in which the process ends and people go on. */
class VendorDeliverablesOdditiesTest {
    private final StateStore state = StateStore.inMemory();
    private final XiStage stage =
            new XiStage(media -> media.reviewers(Map.of("editor", "user:ed")), records -> records);
    private final Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private VendorDeliverables flow(PowerCut cut, StateStore memory) {
        IconikConnector library = stage.iconik(cut);
        return new VendorDeliverables(
                library,
                stage.xecm(cut),
                new IconikReviewShares(library.client(), Duration.ofDays(14), stage.clock),
                List.of("editor"),
                VendorFields.DEFAULTS,
                stage::page,
                memory,
                stage.clock);
    }

    private VendorDeliverables flow() {
        return flow(PowerCut.never(), state);
    }

    private static Deliverable of(String vendor, SourceRef asset) {
        return new Deliverable(vendor, "Vendor " + vendor, "10", "Spot", asset);
    }

    private static Deliverable of(SourceRef asset) {
        return of("4711", asset);
    }

    private static VendorInvoice invoice(Deliverable deliverable, String amount) {
        return new VendorInvoice(deliverable, "R-1", Money.of(amount, "EUR"), new TextContent("invoice.txt", amount));
    }

    private List<Map<String, String>> rows(String vendor, String set) {
        return studio.sheet(stage.workspace("vendor", vendor)).rows(set);
    }

    private List<String> states(String set) {
        return rows("4711", set).stream().map(row -> row.get("State")).toList();
    }

    private int shares(SourceRef asset) {
        return (int) stage.library.client().shares().list(ObjectType.ASSETS, asset.id(), ListQuery.ALL).stream()
                .count();
    }

    private List<String> reviewLinks() {
        return studio.desk().links(stage.workspace("vendor", "4711")).stream()
                .filter(one -> one.target() == null)
                .map(Link::title)
                .toList();
    }

    /** A version that was approved, and on which somebody else then said no. */
    private SourceRef disputed() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        stage.media.personDecides(spot.id(), "ed", "APPROVED");
        flow().advance(of(spot));
        assertThat(shares(spot)).isZero();
        stage.media.personDecides(spot.id(), "anna", "NOT_APPROVED");
        return spot;
    }

    @Test
    void aDecisionThatWasTakenBackEndsWithTheNextVersion() {
        SourceRef spot = disputed();
        assertThat(flow().advance(of(spot))).isInstanceOf(DeliverableOutcome.Waiting.class);
        assertThat(shares(spot)).isEqualTo(1);
        studio.addVersion(spot);
        flow().advance(of(spot));
        assertThat(states("Deliverables")).containsExactly("superseded", "in review");
        assertThat(reviewLinks()).containsExactly("Review of Spot, version 2");
        assertThat(shares(spot)).isEqualTo(1);
        studio.delete(spot);
        flow().advance(of(spot));
        assertThat(states("Deliverables")).containsExactly("superseded", "gone");
        assertThat(reviewLinks()).isEmpty();
        assertThat(shares(spot)).isZero();
    }

    @Test
    void anInvoiceIsHeldWhileNoVersionIsApprovedAnyMore() {
        SourceRef spot = disputed();
        assertThat(flow().bill(invoice(of(spot), "10.00"))).isEqualTo(InvoiceOutcome.PAYABLE);
        flow().advance(of(spot));
        assertThat(states("Invoices")).containsExactly("held");
        stage.media.personDecides(spot.id(), "anna", "APPROVED");
        flow().advance(of(spot));
        assertThat(states("Invoices")).containsExactly("payable");
        assertThat(told(CaseEventType.STATUS_CHANGED))
                .extracting(CaseEvent::outcome)
                .containsExactly("payable", "held", "payable");
    }

    @Test
    void leavesAnInvoiceAloneThatWasPaid() {
        SourceRef spot = disputed();
        flow().bill(invoice(of(spot), "10.00"));
        SourceRef workspace = stage.workspace("vendor", "4711");
        studio.edit(workspace, "7037_20_1_25", "paid");
        flow().advance(of(spot));
        assertThat(states("Invoices")).containsExactly("paid");
    }

    @Test
    void tellsEachDecisionOnOneVersion() {
        SourceRef spot = disputed();
        flow().advance(of(spot));
        stage.media.personDecides(spot.id(), "ed", "NOT_APPROVED");
        assertThat(flow().advance(of(spot)))
                .isInstanceOfSatisfying(
                        DeliverableOutcome.Decided.class,
                        decided -> assertThat(decided.approved()).isFalse());
        stage.media.personDecides(spot.id(), "ed", "APPROVED");
        stage.media.personDecides(spot.id(), "anna", "APPROVED");
        flow().advance(of(spot));
        flow().advance(of(spot));
        assertThat(told(CaseEventType.APPROVAL_DECIDED))
                .extracting(CaseEvent::outcome)
                .containsExactly("approved", "rejected", "approved");
        assertThat(told(CaseEventType.APPROVAL_VOIDED)).hasSize(1);
        assertThat(told(CaseEventType.CASE_RESOLVED))
                .extracting(CaseEvent::outcome)
                .containsExactly("approved", "rejected", "approved");
        assertThat(states("Deliverables")).containsExactly("approved");
    }

    private List<CaseEvent> told(CaseEventType type) {
        return XiStage.trail(state).stream()
                .filter(event -> event.type().equals(type))
                .toList();
    }

    @Test
    void knowsAnAmountHoweverTheWorkspaceWritesIt() {
        SourceRef spot = studio.upload("Spot");
        flow().bill(invoice(of(spot), "10.00"));
        studio.edit(stage.workspace("vendor", "4711"), "7037_20_1_23", "10");
        long writes = studio.writes();
        assertThat(flow().bill(invoice(of(spot), "10.00"))).isEqualTo(InvoiceOutcome.HELD);
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(flow().bill(invoice(of(spot), "10.01"))).isEqualTo(InvoiceOutcome.REFUSED);
    }

    @Test
    void aRowNamesItsOwnInvoiceWheneverTheFirstAttemptDied() throws Exception {
        boolean killed = true;
        for (int moment = 0; killed; moment++) {
            Deliverable deliverable = of("v-" + moment, studio.upload("Spot"));
            StateStore memory = StateStore.inMemory();
            PowerCut cut = new PowerCut(moment);
            killed = dies(() -> flow(cut, cut.on(memory)).bill(invoice(deliverable, "10.00")), cut);
            flow(PowerCut.never(), memory).bill(invoice(deliverable, "99.00"));
            for (Map<String, String> row : rows(deliverable.vendor(), "Invoices")) {
                assertThat(text(row.get("Document"))).as("moment " + moment).isEqualTo(row.get("Amount"));
            }
        }
    }

    @Test
    void aDecisionStandsWheneverTheReviewWasBegun() {
        List<String> decided = new ArrayList<>();
        boolean killed = true;
        for (int moment = 0; killed; moment++) {
            SourceRef spot = studio.upload("Spot");
            String vendor = "w-" + moment;
            StateStore memory = StateStore.inMemory();
            PowerCut cut = new PowerCut(moment);
            killed = dies(() -> flow(cut, cut.on(memory)).advance(of(vendor, spot)), cut);
            Optional<Approval> asked = studio.approval(spot);
            if (asked.isPresent()) {
                stage.media.personDecides(spot.id(), "ed", "APPROVED");
            }
            boolean keyed = studio.texts(spot).stream().anyMatch(one -> one.startsWith("Approval asked for"));
            boolean known = keyed
                    && memory.read(all -> all.linksFrom(spot, "xi8.version")).size() == 1;
            stage.settle();
            studio.addVersion(spot);
            flow(PowerCut.never(), memory).advance(of(vendor, spot));
            if (asked.isPresent() && known) {
                assertThat(rows(vendor, "Deliverables"))
                        .as("moment " + moment)
                        .extracting(row -> row.get("State"))
                        .containsExactly("approved", "in review");
                decided.add(vendor);
            }
        }
        assertThat(decided).hasSizeGreaterThan(5);
    }

    private static boolean dies(Runnable run, PowerCut cut) {
        try {
            run.run();
        } catch (PowerCut.Killed | ConnectorException expected) {
            assertThat(cut.happened()).isTrue();
        }
        return cut.happened();
    }

    private String text(String document) throws Exception {
        try (InputStream in = stage.archive
                .require(AssetReader.class)
                .content(SourceRef.parse(document), null, null)
                .open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
