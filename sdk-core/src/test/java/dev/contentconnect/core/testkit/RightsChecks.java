package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import org.junit.jupiter.api.Test;

/** RightsReader and RightsWriter. */
abstract class RightsChecks extends Checks {
    RightsChecks(ConnectorContract contract) {
        super(contract);
    }

    @Test
    void readsTheRightsOfAnAsset() {
        RightsReader reader = capability(RightsReader.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        assertThat(reader.rights(asset).asset()).isEqualTo(asset);
        assertFails(ErrorKind.NOT_FOUND, () -> reader.rights(subject().missing(connector())));
    }

    @Test
    void readsBackWhatItWrote() {
        RightsWriter writer = capability(RightsWriter.class);
        assumeOffered(RightsWriter.class, "apply");
        SourceRef asset = subject().asset(connector(), "k-1");
        RightsRecord rights = RightsRecord.builder(asset, asset)
                .status(RightsStatus.CLEARED)
                .holder("Grün & Söhne")
                .build();

        RightsRecord stored = writer.apply(rights);
        assertThat(stored.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(stored.holder()).isEqualTo("Grün & Söhne");
        connector()
                .find(RightsReader.class)
                .ifPresent(reader -> assertThat(reader.rights(asset)).isEqualTo(stored));
    }

    @Test
    void blocksAndUnblocks() {
        RightsWriter writer = capability(RightsWriter.class);
        assumeOffered(RightsWriter.class, "block");
        SourceRef asset = subject().asset(connector(), "k-1");
        RightsStatus before = writer.apply(RightsRecord.builder(asset, asset)
                        .status(RightsStatus.CLEARED)
                        .build())
                .status();
        assertThat(writer.block(asset, "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
        assertThat(writer.block(asset, "complaint").status()).isEqualTo(RightsStatus.BLOCKED);
        assertFails(ErrorKind.NOT_FOUND, () -> writer.block(subject().missing(connector()), "complaint"));
        assumeOffered(RightsWriter.class, "unblock");
        assertThat(writer.unblock(asset, "settled").status()).isEqualTo(before);
    }
}
