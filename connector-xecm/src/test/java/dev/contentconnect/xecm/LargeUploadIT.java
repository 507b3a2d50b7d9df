package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.testkit.UploadCounter;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 2 GiB, while the ticket ends in the middle. */
class LargeUploadIT extends Scenes {
    private static final long SIZE = 2L << 30;
    private static final String EXPIRED = "{\"error\":\"Authentication Required\"}";

    private UploadCounter counter;

    @BeforeEach
    void standBefore() {
        counter = UploadCounter.before(sandbox.endpoint());
        reopen(options().endpoint(URI.create(counter.endpoint() + "/cs/cs")));
    }

    @AfterEach
    void stopCounting() {
        counter.close();
    }

    private Asset upload(boolean repeatable) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "1")).title("Master").build();
        GeneratedContent master = new GeneratedContent("master.mov", "video/quicktime", SIZE, repeatable);
        return connector.require(AssetWriter.class).create(new AssetDraft("dam:1", metadata, master));
    }

    private int documents() {
        return sandbox.names(XecmSandbox.FOLDER).size();
    }

    @Test
    void isSentAgainWithAnotherTicketWhereItCanBe() {
        counter.when(SIZE / 2, sandbox::expireTokens);
        Asset made = upload(true);
        assertThat(counter.counted()).isBetween(2 * SIZE, 2 * SIZE + 10_000);
        assertThat(sandbox.tokensIssued()).isEqualTo(2);
        assertThat(documents()).isEqualTo(1);
        assertThat(connector.require(AssetReader.class).get(made.ref()).key()).isEqualTo("dam:1");
    }

    @Test
    void failsWhereItCanBeReadOnceOnlyAndLeavesTheKeyFree() {
        counter.when(SIZE / 2, sandbox::expireTokens);
        ConnectorException failure = failure(() -> upload(false));
        assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
        assertThat(failure).hasMessageContaining("Authentication Required");
        assertThat(documents()).isZero();

        Asset made = upload(false);
        assertThat(documents()).isEqualTo(1);
        assertThat(made.key()).isEqualTo("dam:1");
    }

    @Test
    void isNotTakenForAnOutageWhenTheServerAnswersBeforeItHasReadAll() {
        counter.answerEarly(SIZE / 2, 401, EXPIRED);
        Asset made = upload(true);
        assertThat(documents()).isEqualTo(1);
        assertThat(made.key()).isEqualTo("dam:1");
    }

    @Test
    void addsAVersionOnce() {
        Asset made = create("dam:1", "Master");
        counter.when(SIZE / 2, sandbox::expireTokens);
        GeneratedContent cut = new GeneratedContent("cut.mov", "video/quicktime", SIZE, true);
        AssetVersion version = connector.require(AssetWriter.class).addVersion(made.ref(), "cut 2", cut);
        assertThat(version.number()).isEqualTo(2);
        assertThat(connector.require(AssetReader.class).versions(made.ref())).hasSize(2);
        assertThat(counter.counted()).isBetween(2 * SIZE, 2 * SIZE + 10_000);
    }
}
