package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Partner;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Workspace;
import dev.contentconnect.core.spi.DeliveryDraft;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import dev.contentconnect.core.spi.Notice;
import dev.contentconnect.core.spi.PartnerDesk;
import dev.contentconnect.core.spi.WorkspaceDesk;
import dev.contentconnect.core.spi.WorkspaceRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WorkspaceDesk, PartnerDesk and DeliveryLog. */
abstract class PlaceChecks extends Checks {
    private static final Segment BRAND = Segment.brand("Grün");

    PlaceChecks(ConnectorContract contract) {
        super(contract);
    }

    private SourceRef workspace(String key) {
        return subject().workspace(connector(), key);
    }

    private Workspace made(String key) {
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assumeOffered(WorkspaceDesk.class, "findOrCreate");
        return desk.findOrCreate(new WorkspaceRequest(key, "campaign", "Sommer 夏", Map.of()));
    }

    @Test
    void findsOrMakesOneWorkspaceForOneKey() {
        Workspace first = made("k-1");
        assertThat(made("k-1").ref()).isEqualTo(first.ref());
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assertThat(desk.findByKey("campaign", "k-1").map(Workspace::ref)).contains(first.ref());
        assertThat(desk.findByKey("campaign", "another")).isEmpty();
        assertThat(desk.get(first.ref()).title()).isEqualTo("Sommer 夏");
        assertFails(ErrorKind.NOT_FOUND, () -> desk.get(subject().missing(connector())));
    }

    @Test
    void takesKeysThatDifferInLetterCaseForDifferentOnes() {
        SourceRef small = made("poster-a").ref();
        SourceRef large = made("Poster-A").ref();
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assertThat(large).isNotEqualTo(small);
        assertThat(desk.findByKey("campaign", "poster-a").map(Workspace::ref)).contains(small);
        assertThat(desk.findByKey("campaign", "Poster-A").map(Workspace::ref)).contains(large);
        assertThat(desk.findByKey("campaign", "POSTER-A")).isEmpty();
    }

    @Test
    void linksOnceAndCutsTheLink() {
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assumeOffered(WorkspaceDesk.class, "link");
        SourceRef workspace = workspace("k-1");
        Link link = new Link("Poster", URI.create("https://host.example/p"), null);
        desk.link(workspace, link);
        desk.link(workspace, link);
        assertThat(desk.links(workspace)).hasSize(1);
        assumeOffered(WorkspaceDesk.class, "unlink");
        desk.unlink(workspace, link);
        desk.unlink(workspace, link);
        assertThat(desk.links(workspace)).isEmpty();
    }

    @Test
    void filesOneDocumentForOneKey() {
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assumeOffered(WorkspaceDesk.class, "file");
        SourceRef workspace = workspace("k-1");
        SourceRef filed = desk.file(workspace, "d-1", Capabilities.content(ContractSubject.CONTENT));
        assertThat(desk.file(workspace, "d-1", Capabilities.content(ContractSubject.CONTENT)))
                .isEqualTo(filed);
        assumeOffered(WorkspaceDesk.class, "documents");
        assertThat(desk.documents(workspace)).extracting(Link::target).containsExactly(filed);
        assertThat(desk.documents(workspace("k-2"))).isEmpty();
    }

    @Test
    void setsAttributesAndSaysThatAWorkspaceIsMissing() {
        WorkspaceDesk desk = capability(WorkspaceDesk.class);
        assumeOffered(WorkspaceDesk.class, "setAttributes");
        SourceRef workspace = workspace("k-1");
        assertThat(desk.setAttributes(workspace, Map.of("status", "cleared")).ref())
                .isEqualTo(workspace);
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> desk.setAttributes(missing, Map.of("status", "cleared")));
    }

    @Test
    void knowsWhoIsEntitled() {
        PartnerDesk desk = capability(PartnerDesk.class);
        SourceRef partner = subject().partner(connector(), BRAND);
        assertThat(desk.get(partner).ref()).isEqualTo(partner);
        assertThat(desk.partners(List.of(BRAND)).stream().map(Partner::ref)).containsExactly(partner);
        assertThat(desk.partners(List.of(Segment.brand("other")))).isEmpty();
        assertThat(desk.isEntitled(partner, BRAND)).isTrue();
        assertThat(desk.isEntitled(partner, Segment.brand("other"))).isFalse();
        assertFails(ErrorKind.NOT_FOUND, () -> desk.get(subject().missing(connector())));
        assertFails(ErrorKind.NOT_FOUND, () -> desk.isEntitled(subject().missing(connector()), BRAND));
    }

    @Test
    void notifiesEachPartnerOnceForOneKey() {
        PartnerDesk desk = capability(PartnerDesk.class);
        assumeOffered(PartnerDesk.class, "notify");
        SourceRef partner = subject().partner(connector(), BRAND);
        Notice notice = new Notice("n-1", "Neu: 夏", "Bitte laden", List.of(), Map.of());
        List<Delivery> sent = desk.notify(List.of(partner), notice);
        assertThat(sent).hasSize(1);
        assertThat(desk.notify(List.of(partner), notice))
                .extracting(Delivery::ref)
                .isEqualTo(sent.stream().map(Delivery::ref).toList());
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> desk.notify(List.of(missing), notice));
        Delivery first = sent.get(0);
        assertThat(desk.notice(first.ref()))
                .as("the notice, read again")
                .returns(first.ref(), Delivery::ref)
                .returns(first.recipient(), Delivery::recipient)
                .returns(first.status(), Delivery::status);
        assumeOffered(PartnerDesk.class, "receipts");
        assertThat(desk.receipts(sent.get(0).ref())).as("nobody confirmed yet").isEmpty();
    }

    @Test
    void recordsADeliveryOnceAndNeverTurnsItBack() {
        DeliveryLog log = capability(DeliveryLog.class);
        assumeOffered(DeliveryLog.class, "record");
        DeliveryDraft draft = new DeliveryDraft(
                "d-1",
                List.of(SourceRef.of("elsewhere", "1")),
                null,
                "dealer-7",
                DeliveryStatus.SENT,
                clock().now(),
                null);
        Delivery first = log.record(draft);
        assertThat(log.record(draft).ref()).isEqualTo(first.ref());
        assertThat(log.deliveries(DeliveryQuery.ALL).stream().map(Delivery::ref))
                .containsExactly(first.ref());
        assumeOffered(DeliveryLog.class, "advance");
        assertThat(log.advance(first.ref(), DeliveryStatus.DELIVERED, null).status())
                .isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(log.advance(first.ref(), DeliveryStatus.SENT, null).status()).isEqualTo(DeliveryStatus.DELIVERED);
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> log.advance(missing, DeliveryStatus.DELIVERED, null));
    }
}
