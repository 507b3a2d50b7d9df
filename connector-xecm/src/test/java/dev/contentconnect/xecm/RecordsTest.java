package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.xecm.api.Permissions;
import dev.contentconnect.xecm.api.Records;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records management and permissions. */
class RecordsTest extends Scenes {
    private Records records() {
        return connector.client().records();
    }

    @Test
    void readsWhenARecordMayBeDestroyed() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "signed.pdf", new byte[1]);
        sandbox.records().declare(id, "000815");
        records().hold(id, 71);
        assertThat(connector.retention(ref(id)))
                .isEqualTo(new Retention(
                        "000815",
                        "CLOSED",
                        true,
                        List.of("RSI-07"),
                        LocalDate.of(2041, 6, 30),
                        false,
                        List.of("Litigation 71")));
    }

    @Test
    void readsWhatIsNoRecord() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "draft.pdf", new byte[1]);
        assertThat(connector.retention(ref(id)))
                .isEqualTo(new Retention(null, null, false, List.of(), null, false, List.of()));
    }

    @Test
    void seesARefusalThatComesWithStatus200() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "signed.pdf", new byte[1]);
        sandbox.records().refuse();
        ConnectorException failure = failure(() -> records().hold(id, 71));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("The record is locked.");
        assertThat(failure(() -> records().classify(id, 61, Map.of())).kind()).isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void changesRecordDetailsUnderBothNames() {
        long id = sandbox.upload(XecmSandbox.FOLDER, "signed.pdf", new byte[1]);
        records().classify(id, 61, Map.of("official", true));
        String token = records().classification(id).text("rm_metadataToken");
        records().change(id, token, Map.of("status", "CLOSED"));
        assertThat(records().classification(id).text("file_status")).isEqualTo("CLOSED");
        assertThat(records().classification(id).text("status")).isEqualTo("CLOSED");
    }

    @Test
    void isForbiddenToChangeWhatIsOnHold() {
        long id = id(create("k", "Poster").ref());
        records().hold(id, 71);
        ConnectorException failure =
                failure(() -> connector.require(AssetWriter.class).addVersion(ref(id), "v", content("two")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
        records().release(id, 71);
        assertThat(connector
                        .require(AssetWriter.class)
                        .addVersion(ref(id), "v", content("two"))
                        .number())
                .isEqualTo(2);
    }

    @Test
    void isForbiddenToChangeWhatIsAnOfficialRecord() {
        SourceRef asset = create("k", "Poster").ref();
        long id = id(asset);
        sandbox.records().declare(id, "000815");
        AssetWriter writer = connector.require(AssetWriter.class);
        for (ConnectorException failure : List.of(
                failure(() -> writer.addVersion(asset, "v", content("two"))),
                failure(() ->
                        writer.update(Asset.builder(asset).title("Placard").build())),
                failure(() -> connector.require(RightsWriter.class).block(asset, "complaint")),
                failure(() -> connector.client().nodes().delete(id)))) {
            assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
            assertThat(failure.error().trace().status()).as("and no outage").isEqualTo(500);
            assertThat(failure.error().trace().attempts()).isEqualTo(1);
        }
        AssetReader reader = connector.require(AssetReader.class);
        assertThat(reader.versions(asset)).hasSize(1);
        assertThat(reader.get(asset).title()).isEqualTo("Poster");

        records().change(id, records().classification(id).text("rm_metadataToken"), Map.of("official", false));
        assertThat(connector.retention(asset).official()).isFalse();
        assertThat(writer.addVersion(asset, "v", content("two")).number()).isEqualTo(2);
    }

    @Test
    void isForbiddenToChangeWhatItMadeAnOfficialRecordItself() {
        SourceRef asset = create("k", "Poster").ref();
        records().classify(id(asset), 61, Map.of("official", true));
        assertThat(connector.retention(asset).official()).isTrue();
        ConnectorException failure =
                failure(() -> connector.require(AssetWriter.class).addVersion(asset, "v", content("two")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.FORBIDDEN);
    }

    @Test
    void listsAllHolds() {
        assertThat(records().allHolds(50))
                .extracting(one -> one.text("HoldName"))
                .containsExactly("Litigation 71");
    }

    @Test
    void grantsAndRevokesPermissionsHoweverOften() {
        Permissions permissions = connector.client().permissions();
        long id = sandbox.upload(XecmSandbox.FOLDER, "a.pdf", new byte[1]);
        permissions.grant(id, 1001, List.of("see"), 0);
        permissions.grant(id, 1001, List.of("see", "see_contents"), 0);
        assertThat(permissions.effective(id, 1001)).containsExactly("see", "see_contents");
        assertThat(permissions.of(id)).hasSize(1);
        permissions.revoke(id, 1001);
        permissions.revoke(id, 1001);
        assertThat(permissions.of(id)).isEmpty();
    }
}
