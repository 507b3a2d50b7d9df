package dev.contentconnect.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AbstractConnectorTest {
    private static final class Small extends AbstractConnector {
        private final WebhookReceiver receiver = request -> {
            throw new UnsupportedOperationException();
        };

        Small() {
            super("small");
            offer(WebhookReceiver.class, receiver);
            needs(WebhookReceiver.class, "webhookSecrets");
            needs(AssetPublisher.class, "publicationField");
        }

        @Override
        public ConnectorDescription describe() {
            return new ConnectorDescription(
                    "small", "Small", "1", List.of(CapabilityDescription.whole(WebhookReceiver.class)));
        }

        @Override
        public ConnectorCheck check() {
            return new ConnectorCheck("small", null, null, Instant.EPOCH, Map.of());
        }

        @Override
        protected void disconnect() {}
    }

    private final Small small = new Small();

    @Test
    void givesWhatThereIs() {
        assertThat(small.require(WebhookReceiver.class)).isSameAs(small.receiver);
    }

    @Test
    void namesTheOptionThatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.require(AssetPublisher.class))
                .withMessage("small does not offer AssetPublisher without the option publicationField; it offers"
                        + " [WebhookReceiver]");
    }

    @Test
    void namesNoneWhereTheSystemLacksIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.require(CaseDesk.class))
                .withMessage("small does not offer CaseDesk; it offers [WebhookReceiver]");
    }

    @Test
    void refusesOnceItIsClosed() {
        small.close();
        assertThatIllegalStateException().isThrownBy(() -> small.require(AssetPublisher.class));
    }
}
