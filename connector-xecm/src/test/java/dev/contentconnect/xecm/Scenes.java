package dev.contentconnect.xecm;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.FakeClock;
import dev.contentconnect.xecm.sandbox.XecmSandbox;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox and a connector to it, made anew for each test. */
abstract class Scenes {
    final FakeClock clock = new FakeClock(Instant.parse("2031-05-04T03:02:01Z"));
    final XecmSandbox sandbox = new XecmSandbox(clock);
    XecmConnector connector;

    @BeforeEach
    void open() {
        connector = XecmConnector.create(options().build());
    }

    @AfterEach
    void stop() {
        connector.close();
        sandbox.close();
    }

    XecmConfigBuilder options() {
        return Server.full(XecmConfig.builder().time(clock), sandbox);
    }

    void reopen(XecmConfigBuilder builder) {
        connector.close();
        connector = XecmConnector.create(builder.build());
    }

    static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, "poster.png", "image/png");
    }

    Asset create(String key, String title) {
        Asset metadata = Asset.builder(SourceRef.of("dam", "42")).title(title).build();
        return connector.require(AssetWriter.class).create(new AssetDraft(key, metadata, content("bytes")));
    }

    static SourceRef ref(long id) {
        return SourceRef.of("xecm", Long.toString(id));
    }

    static long id(SourceRef ref) {
        return Long.parseLong(ref.id());
    }
}
