package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.Stage;
import dev.contentconnect.core.testkit.Wiring;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A sandbox, a clock and a connector, for tests. */
final class Tenant extends Stage<IconikSandbox, IconikConnector> {
    static final byte[] BYTES = "some bytes of a film".getBytes(StandardCharsets.UTF_8);
    static final Secret WEBHOOK_SECRET = Secret.of("hook-Secret-4711");

    Tenant() {
        this(builder -> builder);
    }

    Tenant(UnaryOperator<IconikConfigBuilder> options) {
        super(
                IconikSandbox::new,
                (clock, sandbox) -> IconikConnector.create(options.apply(
                                options(new Wiring(clock).apply(IconikConfig.builder()), sandbox)
                                        .authToken(Secret.of(IconikSandbox.TOKEN)))
                        .build()));
    }

    static IconikConfigBuilder options(IconikConfigBuilder builder, IconikSandbox sandbox) {
        return builder.endpoint(sandbox.endpoint())
                .appId(IconikSandbox.APP_ID)
                .assetView(IconikSandbox.ASSET_VIEW)
                .assetFields(Map.of("state", "PublicationState", "segment.region", "Regions"))
                .rightsView(IconikSandbox.RIGHTS_VIEW)
                .publicationCollection(IconikSandbox.PUBLICATIONS)
                .audiences(Map.of(Segment.region("Austria"), IconikSandbox.AUSTRIA))
                .webhookSecrets(List.of(WEBHOOK_SECRET))
                .systemDomain(IconikSandbox.SYSTEM_DOMAIN);
    }

    IconikClient client() {
        return connector.client();
    }

    static SourceRef ref(String id) {
        return SourceRef.of("iconik", id);
    }

    static Content content(byte[] bytes, String name) {
        return content(bytes, name, "video/mp4");
    }

    Asset film(String key) {
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "1")).title("Film").build();
        return the(AssetWriter.class).create(new AssetDraft(key, metadata, content(BYTES, "film.mp4")));
    }

    /** What goes wrong half-way. */
    static void breaksOff(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ConnectorException.class);
    }

    /** Lets the index catch up. */
    void settle() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        super.close();
        assertThat(Calls.documented().problems(sandbox.exchanges())).isEmpty();
    }
}
