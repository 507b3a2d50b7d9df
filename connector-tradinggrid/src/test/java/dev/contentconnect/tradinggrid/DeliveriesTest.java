package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.failure;
import static dev.contentconnect.tradinggrid.Tenant.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.spi.DeliveryQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private Delivery only() {
        List<Delivery> all = tenant.the(DeliveryLog.class).deliveries(DeliveryQuery.ALL).stream()
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "Batched,queued",
        "Delivery in progress,sent",
        "Processing,sent",
        "Ready for pickup,sent",
        "Completed,sent",
        "Delivered,delivered",
        "On Hold,failed",
        "Delivery disabled,failed",
        "Duplicate,failed",
        "Validation error,failed",
        "Delivery failed,failed",
        "Failed,failed",
        "delivered,delivered",
        "S,delivered",
        "Unknown,unknown",
        "Glowing,unknown"
    })
    void readsEachStatusInAnyLetters(String word, String status) {
        tenant.sandbox.entry(Map.of("status", word));
        assertThat(only().status()).isEqualTo(DeliveryStatus.of(status));
    }

    @ParameterizedTest
    @CsvSource({
        "A,acknowledged",
        "M,acknowledged",
        "E,acknowledged",
        "P,acknowledged",
        "R,rejected",
        "W,sent",
        "T,sent",
        "C,sent",
        "N,sent",
        "S,sent",
        "Accepted with errors,acknowledged",
        "Z,sent"
    })
    void readsEachAcknowledgementOfTheProcess(String code, String status) {
        tenant.sandbox.entry(Map.of("correlationid", "p"));
        tenant.sandbox.acknowledge(
                tenant.sandbox.entry(Map.of("correlationid", "p", "transactionlevel", "Document")), code);
        assertThat(only().status()).isEqualTo(DeliveryStatus.of(status));
    }

    @Test
    void findsTheMessageOnAnotherEntryOfTheProcess() {
        tenant.sandbox.entry(Map.of("correlationid", "p", "status", "Completed"));
        tenant.sandbox.entry(Map.of(
                "correlationid", "p",
                "transactionlevel", "Document",
                "status", "Validation error",
                "externalerrormessage", "element 3 is missing"));
        assertThat(only().status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(only().detail()).isEqualTo("element 3 is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "errorcode,-1,sent",
        "errorcode,-3,sent",
        "errorcode,17,failed",
        "externalerrormessage,broken,failed",
        "deliverystatus,PartiallyDelivered,failed",
        "deliverystatus,DeliveryCompleted,sent"
    })
    void noticesTroubleWhereverItStands(String attribute, String value, String status) {
        tenant.sandbox.entry(Map.of(attribute, value));
        assertThat(only().status()).isEqualTo(DeliveryStatus.of(status));
    }

    @Test
    void listsWhatLeftUsForOneAssetOrOneRecipient() {
        tenant.sandbox.entry(
                Map.of("senderaddress", "ZZ:VERONA", "receiveraddress", "ZZ:ACME", "receivername", "Acme"));
        String first = tenant.sandbox.entry(Map.of(), Map.of("reference id", "vip:7"));
        tenant.sandbox.entry(Map.of(), Map.of("reference id", "vip:71"));
        tenant.pass();
        String third = tenant.sandbox.entry(
                Map.of("receivername", "Roma \"Rice\"", "receiveraddress", "01:ROMA"),
                Map.of("reference id", "vip:7*"));
        DeliveryLog log = tenant.the(DeliveryLog.class);
        assertThat(log.deliveries(DeliveryQuery.ALL)).hasSize(3);
        SourceRef asset = SourceRef.of("vip", "7");
        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(asset)))
                .extracting(Delivery::ref)
                .containsExactly(ref(first));
        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(SourceRef.of("vip", "7*"))))
                .as("an asterisk is no wildcard of ours")
                .extracting(Delivery::ref)
                .containsExactly(ref(third));
        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(ref(first)))).hasSize(1);
        assertThat(log.deliveries(DeliveryQuery.ALL.to("Roma \"Rice\""))).hasSize(1);
        assertThat(log.deliveries(DeliveryQuery.ALL.to("01:ROMA"))).hasSize(1);
        assertThat(log.deliveries(DeliveryQuery.ALL.since(tenant.clock.now()))).hasSize(1);
        assertThat(log.deliveries(DeliveryQuery.ALL.ofAsset(asset))
                        .iterator()
                        .next()
                        .assets())
                .containsExactly(asset, ref(first));
    }

    @Test
    void keepsWhatAnAuditTrailNeeds() {
        tenant.sandbox.entry(
                Map.of("deliveryfilename", "final.jpg", "outsize", "99", "purgedate", "2031-06-18T00:00:00.000Z"),
                Map.of("invoice number", "I-1"));
        assertThat(only().extensions().get("tradinggrid"))
                .containsEntry("deliveryfilename", "final.jpg")
                .containsEntry("outsize", "99")
                .containsEntry("correlationid", "process-1")
                .containsEntry("contentkeys", Map.of("invoice number", "I-1"))
                .containsEntry("link", "https://tradinggrid.opentext.com/lens/app/transactions/tx-00000001/details");
    }

    @Test
    void readsFilesAsAssetsWithoutBytes() {
        String file = tenant.sandbox.entry(
                Map.of("deliveryfilename", "final.jpg", "outsize", "99"), Map.of("reference id", "vip:7"));
        AssetReader reader = tenant.the(AssetReader.class);
        Asset asset = reader.get(ref(file));
        assertThat(asset.title()).isEqualTo("final.jpg");
        assertThat(asset.key()).isEqualTo("vip:7");
        assertThat(asset.master()).isEqualTo(SourceRef.of("vip", "7"));
        assertThat(reader.versions(ref(file)).get(0).sizeBytes()).isEqualTo(99);
        assertThat(reader.renditions(ref(file))).isEmpty();
        assertThat(reader.query(AssetQuery.ALL.withKey("vip:7"))).hasSize(1);
        assertThat(reader.query(AssetQuery.ALL.changedSince(tenant.clock.now().plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void aDocumentWithoutAFileIsNoAsset() {
        String document = tenant.sandbox.entry(Map.of("transactionlevel", "Document", "senderfilename", ""));
        assertThat(failure(() -> tenant.the(AssetReader.class).get(ref(document)))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void anEntryThatWentAwayIsNotFound() {
        String file = tenant.sandbox.entry(Map.of());
        tenant.sandbox.purge(file);
        assertThat(failure(() -> tenant.the(AssetReader.class).get(ref(file))).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void readsApprovalsOutOfAcknowledgementsOnly() {
        String file = tenant.sandbox.entry(Map.of("correlationid", "p"));
        String document = tenant.sandbox.entry(Map.of("correlationid", "p", "transactionlevel", "Document"));
        tenant.sandbox.acknowledge(document, "W");
        assertThat(tenant.connector.acknowledgements(ref(file))).isEmpty();
        tenant.sandbox.acknowledge(document, "P");
        Approval approval = tenant.connector.acknowledgements(ref(file)).get(0);
        assertThat(approval.status()).isEqualTo(ApprovalStatus.APPROVED_WITH_CONDITIONS);
        assertThat(approval.decision()).isNotNull();
        assertThat(approval.decision().rawOutcome()).isEqualTo("P");
        assertThat(approval.decision().decidedAt()).isEqualTo(tenant.clock.now());
        assertThat(approval.stakeholder()).isEqualTo("Verona Vittles");
    }
}
