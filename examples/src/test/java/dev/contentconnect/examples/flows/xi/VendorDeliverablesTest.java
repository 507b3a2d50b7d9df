package dev.contentconnect.examples.flows.xi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.testkit.PowerCut;
import dev.contentconnect.examples.host.IconikReviewShares;
import dev.contentconnect.iconik.IconikConnector;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.api.ObjectType;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import dev.contentconnect.iconik.wire.WireShare;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** XI8 on both sandboxes: the trail of a deliverable, in the workspace of its vendor. */
class VendorDeliverablesTest {
    private static final String ANNA = "99999999-a1b2-11f0-8c3d-0242ac120002";

    private final StateStore state = StateStore.inMemory();
    private XiStage stage =
            new XiStage(media -> media.reviewers(Map.of("editor", "user:" + IconikSandbox.PERSON)), records -> records);
    private Studio studio = new Studio(stage);

    @AfterEach
    void close() {
        stage.close();
    }

    private VendorDeliverables flow() {
        IconikConnector library = stage.iconik(PowerCut.never());
        return new VendorDeliverables(
                library,
                stage.xecm(PowerCut.never()),
                new IconikReviewShares(library.client(), Duration.ofDays(14), stage.clock),
                List.of("editor"),
                VendorFields.DEFAULTS,
                stage::page,
                state,
                stage.clock);
    }

    private static Deliverable of(SourceRef asset) {
        return new Deliverable("4711", "Studio Quillfeather", "10", "Spot", asset);
    }

    private static VendorInvoice invoice(SourceRef asset, String number, String amount) {
        return new VendorInvoice(
                of(asset), number, Money.of(amount, "EUR"), new TextContent("invoice " + number + ".txt", amount));
    }

    private SourceRef workspace() {
        return stage.workspace("vendor", "4711");
    }

    private void editorSays(SourceRef asset, String status) {
        stage.media.personDecides(asset.id(), IconikSandbox.PERSON, status);
    }

    private List<Map<String, String>> rows(String set) {
        return studio.sheet(workspace()).rows(set);
    }

    private List<WireShare> shares(SourceRef asset) {
        return stage.library.client().shares().list(ObjectType.ASSETS, asset.id(), ListQuery.ALL).stream()
                .toList();
    }

    private List<String> reviewLinks() {
        return studio.desk().links(workspace()).stream()
                .filter(one -> one.target() == null)
                .map(Link::title)
                .toList();
    }

    private String text(String document) throws IOException {
        SourceRef ref = SourceRef.parse(document);
        try (InputStream in = stage.archive
                .require(AssetReader.class)
                .content(ref, null, null)
                .open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void keepsTheTrailOfADeliverableFromVersionToVersion() throws Exception {
        SourceRef spot = studio.upload("Spot");
        assertThat(flow().bill(invoice(spot, "R-1", "1200.50"))).isEqualTo(InvoiceOutcome.HELD);
        String first = studio.version(spot);
        assertThat(flow().advance(of(spot)))
                .isInstanceOfSatisfying(
                        DeliverableOutcome.Waiting.class,
                        waiting -> assertThat(shares(spot))
                                .extracting(WireShare::id)
                                .containsExactly(waiting.share()));
        assertThat(studio.linked(workspace())).containsExactly(spot);
        assertThat(reviewLinks()).containsExactly("Review of Spot, version 1");
        assertThat(rows("Deliverables"))
                .containsExactly(
                        Map.of("Deliverable", "10", "Version", "1", "Asset", spot.toString(), "State", "in review"));

        stage.media.personSays(spot.id(), "logo too small");
        stage.settle();
        editorSays(spot, "NOT_APPROVED");
        assertThat(flow().advance(of(spot)))
                .isInstanceOfSatisfying(
                        DeliverableOutcome.Decided.class,
                        decided -> assertThat(decided.approved()).isFalse());
        assertThat(shares(spot)).isEmpty();
        assertThat(reviewLinks()).isEmpty();
        assertThat(rows("Deliverables")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("State", "rejected").containsEntry("Decided By", IconikSandbox.PERSON);
            assertThat(text(row.get("Feedback")))
                    .contains("Spot, version 1: rejected by " + IconikSandbox.PERSON, "logo too small");
        });

        studio.addVersion(spot);
        flow().advance(of(spot));
        editorSays(spot, "APPROVED");
        flow().advance(of(spot));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("rejected", "approved");
        assertThat(text(rows("Deliverables").get(1).get("Feedback"))).doesNotContain("logo too small");
        assertThat(rows("Invoices"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("State", "payable")
                        .containsEntry("Amount", "1200.50")
                        .containsEntry("Currency", "EUR"));
        assertThat(studio.filed(workspace()))
                .containsExactlyInAnyOrder(
                        "invoice R-1.txt", "Feedback on Spot, version 1.txt", "Feedback on Spot, version 2.txt");
        assertThat(XiStage.trail(state))
                .filteredOn(event -> first.equals(event.subjectVersion()))
                .extracting(event -> event.type().value())
                .containsExactly(
                        "asset.version_added",
                        "case.opened",
                        "approval.requested",
                        "approval.decided",
                        "attachment.added",
                        "case.resolved");
    }

    @Test
    void asksTheReviewersInTheLibrary() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        assertThat(studio.approval(spot)).hasValueSatisfying(approval -> {
            assertThat(approval.stakeholder()).isEqualTo(IconikSandbox.PERSON);
            assertThat(approval.subjectVersion()).isEqualTo(studio.version(spot));
        });
    }

    @Test
    void aNewVersionEndsTheReviewOfTheOldOne() throws Exception {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        stage.media.personSays(spot.id(), "too long");
        stage.settle();
        studio.addVersion(spot);
        flow().advance(of(spot));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("superseded", "in review");
        assertThat(text(rows("Deliverables").get(0).get("Feedback"))).contains("too long");
        assertThat(shares(spot)).hasSize(1);
        assertThat(reviewLinks()).containsExactly("Review of Spot, version 2");
        assertThat(flow().bill(invoice(spot, "R-1", "10"))).isEqualTo(InvoiceOutcome.HELD);
    }

    @Test
    void aVersionThatIsStillTranscodedIsNoneYet() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        studio.addVersion(spot);
        studio.newestIs(spot, "IN_PROGRESS");
        flow().advance(of(spot));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("in review");
        studio.newestIs(spot, "ACTIVE");
        flow().advance(of(spot));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("superseded", "in review");
    }

    @Test
    void aDecisionThatTheNextVersionOvertookStillStands() {
        SourceRef spot = studio.upload("Spot");
        flow().bill(invoice(spot, "R-1", "10"));
        flow().advance(of(spot));
        editorSays(spot, "APPROVED");
        studio.addVersion(spot);
        flow().advance(of(spot));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("approved", "in review");
        assertThat(rows("Invoices")).extracting(row -> row.get("State")).containsExactly("payable");
    }

    @Test
    void endsTheReviewOfWhatWasDeleted() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        studio.delete(spot);
        assertThat(flow().advance(of(spot))).isEqualTo(new DeliverableOutcome.Absent());
        assertThat(flow().advance(of(spot))).isEqualTo(new DeliverableOutcome.Absent());
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("gone");
        assertThat(studio.linked(workspace())).isEmpty();
        assertThat(reviewLinks()).isEmpty();
        assertThat(shares(spot)).isEmpty();
    }

    @Test
    void waitsWhileReviewersDisagree() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        editorSays(spot, "APPROVED");
        stage.media.personDecides(spot.id(), ANNA, "NOT_APPROVED");
        assertThat(flow().advance(of(spot))).isInstanceOf(DeliverableOutcome.Waiting.class);
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("in review");
    }

    @Test
    void keepsWhatIsSaidAfterTheDecisionToo() throws Exception {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        editorSays(spot, "APPROVED");
        flow().advance(of(spot));
        stage.media.personSays(spot.id(), "thank you");
        stage.settle();
        flow().advance(of(spot));
        flow().advance(of(spot));
        assertThat(studio.filed(workspace())).hasSize(2);
        assertThat(text(rows("Deliverables").get(0).get("Feedback"))).contains("thank you");
    }

    @Test
    void opensAnotherShareWhenOneHasExpired() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        stage.clock.advance(Duration.ofDays(15));
        flow().advance(of(spot));
        assertThat(shares(spot)).hasSize(2);
        assertThat(reviewLinks()).containsExactly("Review of Spot, version 1");
        editorSays(spot, "APPROVED");
        flow().advance(of(spot));
        assertThat(shares(spot)).isEmpty();
    }

    @Test
    void changesNothingWhenRunAgain() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        flow().bill(invoice(spot, "R-1", "10.00"));
        editorSays(spot, "APPROVED");
        flow().advance(of(spot));
        stage.settle();
        long writes = studio.writes();
        int events = XiStage.trail(state).size();
        assertThat(flow().advance(of(spot))).isInstanceOf(DeliverableOutcome.Decided.class);
        assertThat(flow().bill(invoice(spot, "R-1", "10.00"))).isEqualTo(InvoiceOutcome.PAYABLE);
        assertThat(studio.writes()).isEqualTo(writes);
        assertThat(XiStage.trail(state)).hasSize(events);
    }

    @Test
    void refusesASecondInvoiceOfOneNumber() {
        SourceRef spot = studio.upload("Spot");
        flow().bill(invoice(spot, "R-1", "10.00"));
        assertThat(flow().bill(invoice(spot, "R-1", "99.00"))).isEqualTo(InvoiceOutcome.REFUSED);
        assertThat(rows("Invoices"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Amount", "10.00"));
        assertThat(studio.filed(workspace())).hasSize(1);
    }

    @Test
    void keepsTheRowsOfOtherDeliverables() {
        SourceRef spot = studio.upload("Spot");
        SourceRef still = studio.upload("Still");
        flow().advance(of(spot));
        flow().advance(new Deliverable("4711", "Studio Quillfeather", "20", "Still", still));
        editorSays(still, "APPROVED");
        flow().advance(new Deliverable("4711", "Studio Quillfeather", "20", "Still", still));
        assertThat(rows("Deliverables")).extracting(row -> row.get("State")).containsExactly("in review", "approved");
        assertThat(flow().bill(invoice(spot, "R-1", "10.00"))).isEqualTo(InvoiceOutcome.HELD);
    }

    @Test
    void saysWhichTypeOfWorkspaceIsMissing() {
        stage.close();
        stage = new XiStage(
                media -> media.reviewers(Map.of("editor", "user:" + IconikSandbox.PERSON)),
                records -> records.businessObjects(Map.of("campaign", XecmSandbox.CAMPAIGN_OBJECT)));
        studio = new Studio(stage);
        SourceRef spot = studio.upload("Spot");
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> flow().advance(of(spot)));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("no_business_object");
        assertThat(studio.approval(spot)).as("nothing is begun").isEmpty();
    }

    @Test
    void tellsNobodyTheAddressOfAShare() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        String address = shares(spot).get(0).url();
        assertThat(XiStage.trail(state)).extracting(CaseEvent::toString).noneMatch(one -> one.contains(address));
        assertThat(new ReviewShares.Share("1", URI.create(address)).toString()).doesNotContain(address);
    }

    @Test
    void makesACaseOfTheReport() {
        SourceRef spot = studio.upload("Spot");
        flow().advance(of(spot));
        stage.clock.advance(Duration.ofHours(3));
        editorSays(spot, "APPROVED");
        flow().advance(of(spot));
        GovernanceReport report = state.read(view -> GovernanceReport.of(view, ReportSettings.asOf(stage.clock.now())));
        assertThat(report.cases().resolved()).isEqualTo(1);
        assertThat(report.cases().turnaround().median()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
    }
}
