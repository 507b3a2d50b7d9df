package dev.contentconnect.core.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.testkit.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a write that broke off half-way leaves behind, and what the same key makes of it. */
@Timeout(30)
class ReferenceHalfStatesTest {
    private final ReferenceSandbox sandbox = new ReferenceSandbox();
    private final Connector connector = ReferenceConnector.create(ReferenceConfig.builder()
            .endpoint(sandbox.endpoint())
            .clientId(ReferenceSandbox.CLIENT_ID)
            .clientSecret(Secret.of(ReferenceSandbox.CLIENT_SECRET))
            .build());
    private final AssetReader reader = connector.require(AssetReader.class);
    private final AssetWriter writer = connector.require(AssetWriter.class);
    private final AssetPublisher publisher = connector.require(AssetPublisher.class);
    private final SourceRef poster = sandbox.add("assets", Map.of("title", "Poster", "status", "approved"));
    private final SourceRef film = sandbox.add("assets", Map.of("title", "Film", "status", "approved"));

    @AfterEach
    void close() {
        connector.close();
        sandbox.close();
    }

    private static Content bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, "a.txt", "text/plain");
    }

    private static PublishRequest launch(SourceRef... assets) {
        return new PublishRequest("launch", "Launch", List.of(assets), List.of(), null, null);
    }

    private ErrorKind refusal(PublishRequest request) {
        return catchThrowableOfType(ConnectorException.class, () -> publisher.publish(request))
                .kind();
    }

    @Test
    void publishesTheRestOfAPackageThatBrokeOff() {
        sandbox.failNext(1, "PATCH", "/api/assets/" + film.id(), Fault.status(400));
        assertThat(refusal(launch(poster, film))).isEqualTo(ErrorKind.REJECTED);
        assertThat(publisher.findByKey("launch").orElseThrow().status()).isEqualTo(AssetStatus.HELD);

        assertThat(publisher.publish(launch(poster, film)).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(reader.get(poster).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(reader.get(film).status()).isEqualTo(AssetStatus.PUBLISHED);
        assertThat(publisher.publications(film)).hasSize(1);
    }

    @Test
    void leavesAnAssetHeldThatWasHeldAfterItsPublication() {
        publisher.publish(launch(poster));
        publisher.hold(poster, "a question");
        publisher.publish(launch(poster));
        assertThat(reader.get(poster).status()).isEqualTo(AssetStatus.HELD);
    }

    @Test
    void doesNotRevivePackagesThatWereWithdrawnHalfMade() {
        sandbox.failNext(1, "PATCH", "/api/assets/" + poster.id(), Fault.status(400));
        assertThat(refusal(launch(poster))).isEqualTo(ErrorKind.REJECTED);
        publisher.withdraw(poster, "expired");
        assertThat(publisher.publish(launch(poster)).status()).isEqualTo(AssetStatus.WITHDRAWN);
        assertThat(reader.get(poster).status()).isEqualTo(AssetStatus.WITHDRAWN);
    }

    @Test
    void publishesTheApprovedVersionOrNothing() {
        AssetVersion first = writer.addVersion(poster, "v1", bytes("one"));
        AssetVersion second = writer.addVersion(poster, "v2", bytes("two"));
        assertThat(refusal(launch(poster).ofVersions(Map.of(poster, first.id()))))
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(publisher.findByKey("launch")).isEmpty();
        assertThat(reader.get(poster).status()).isEqualTo(AssetStatus.APPROVED);

        assertThat(publisher
                        .publish(launch(poster).ofVersions(Map.of(poster, second.id())))
                        .versions())
                .isEqualTo(Map.of(poster, second.id()));
    }

    @Test
    void makesAStoredVersionTheCurrentOneAfterACrashInBetween() {
        sandbox.failNext(1, "PATCH", "/api/assets/" + poster.id(), Fault.status(400));
        assertThat(catchThrowableOfType(ConnectorException.class, () -> writer.addVersion(poster, "v1", bytes("one"))))
                .isNotNull();
        assertThat(reader.get(poster).currentVersion()).isNull();

        AssetVersion version = writer.addVersion(poster, "v1", bytes("one"));
        assertThat(reader.get(poster).currentVersion()).extracting("id").isEqualTo(version.id());
    }

    @Test
    void doesNotPutAnOldVersionBeforeANewerOne() {
        writer.addVersion(poster, "v1", bytes("one"));
        AssetVersion second = writer.addVersion(poster, "v2", bytes("two"));
        writer.addVersion(poster, "v1", bytes("one"));
        assertThat(reader.get(poster).currentVersion()).extracting("id").isEqualTo(second.id());
    }
}
