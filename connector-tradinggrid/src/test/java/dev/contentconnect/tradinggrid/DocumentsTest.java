package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.BYTES;
import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static dev.contentconnect.tradinggrid.Tenant.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.DeliveryStatus;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.tradinggrid.transport.DirectoryTransport;
import dev.contentconnect.tradinggrid.transport.Folders;
import dev.contentconnect.tradinggrid.transport.InboundDocument;
import dev.contentconnect.tradinggrid.transport.SftpConfig;
import dev.contentconnect.tradinggrid.transport.SftpServer;
import dev.contentconnect.tradinggrid.transport.SftpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document on its whole way: to the partner who may have it, through the transport, and in Lens afterwards. */
class DocumentsTest {
    private static final Segment ITALY = Segment.region("Italy");

    @TempDir
    Path root;

    @TempDir
    Path local;

    private final Tenant tenant = new Tenant();
    private DirectoryTransport transport;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(root.resolve("inbox"));
        transport = new DirectoryTransport(root, Folders.STANDARD);
        tenant.sandbox.partner("Verona Vittles", "Active", null, "ZZ:VERONA");
        tenant.sandbox.partner("Roma Rice", "Active", null, "01:ROMA");
        tenant.sandbox.partner("Torino Tea", "Active", null, null);
        for (String name : List.of("Verona Vittles", "Torino Tea")) {
            tenant.connector.rules().orElseThrow().grant(ref(name), ITALY, "x");
        }
    }

    @AfterEach
    void close() {
        transport.close();
        tenant.close();
    }

    private Documents documents() {
        return tenant.connector.documents(transport);
    }

    private static DocumentOrder order(String name, String partner) {
        return new DocumentOrder(name, ref(partner), List.of(ITALY), Tenant.content(BYTES, "any"));
    }

    private long sent() throws IOException {
        if (!Files.exists(root.resolve("outbox"))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(root.resolve("outbox"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void goesToAPartnerWhoMayHaveItAndIsFoundInLens() throws IOException {
        DocumentSent first = documents().send(order("poster-7-v2.jpg", "Verona Vittles"));
        assertThat(first.repeated()).isFalse();
        assertThat(first.delivery()).as("Lens does not show it yet").isNull();
        Path file = root.resolve("outbox/ZZ_VERONA/poster-7-v2.jpg");
        assertThat(file).hasBinaryContent(BYTES);

        Files.delete(file); // the network took it
        assertThat(documents().send(order("poster-7-v2.jpg", "Verona Vittles")).repeated())
                .isTrue();
        assertThat(sent()).isZero();

        tenant.pass();
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Delivered"));
        Delivery delivery =
                documents().send(order("poster-7-v2.jpg", "Verona Vittles")).delivery();
        assertThat(delivery).isNotNull();
        assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
    }

    @Test
    void isNotSentAgainByAnotherProcessWhenLensKnowsIt() throws IOException {
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Completed"));
        assertThat(documents().send(order("poster-7-v2.jpg", "Verona Vittles")).repeated())
                .isTrue();
        assertThat(sent()).isZero();
    }

    @Test
    void isFollowedToAPartnerWhomTheDirectoryHasNoMore() {
        documents().send(order("poster-7-v2.jpg", "Verona Vittles"));
        tenant.sandbox.removePartner("Verona Vittles");
        assertThat(documents().track("poster-7-v2.jpg", ref("Verona Vittles"))).isEmpty();
        tenant.pass();
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Delivered"));
        assertThat(documents().track("poster-7-v2.jpg", ref("Verona Vittles")).map(Delivery::status))
                .contains(DeliveryStatus.DELIVERED);
        assertThat(failure(() -> documents().track("other.jpg", ref("Verona Vittles")))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void isFoundBehindADuplicateThatTheNetworkStopped() {
        Instant before = tenant.clock.now();
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Duplicate"));
        assertThat(documents().track("poster-7-v2.jpg", "ZZ:VERONA", before).map(Delivery::status))
                .contains(DeliveryStatus.FAILED);
        tenant.pass();
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Delivered"));
        tenant.pass();
        tenant.sandbox.entry(Map.of("senderfilename", "poster-7-v2.jpg", "status", "Duplicate"));
        assertThat(documents().track("poster-7-v2.jpg", "ZZ:VERONA", before).map(Delivery::status))
                .contains(DeliveryStatus.DELIVERED);
    }

    @Test
    void doesNotGoToAPartnerOutsideTheSegment() throws IOException {
        var failure = failure(() -> documents().send(order("a.jpg", "Roma Rice")));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(code(failure)).isEqualTo("not_entitled");
        DocumentOrder both = new DocumentOrder(
                "a.jpg", ref("Verona Vittles"), List.of(ITALY, Segment.brand("Grün")), Tenant.content(BYTES, "any"));
        assertThat(code(failure(() -> documents().send(both)))).isEqualTo("not_entitled");
        tenant.connector.rules().orElseThrow().revoke(ref("Verona Vittles"), ITALY);
        assertThat(code(failure(() -> documents().send(order("a.jpg", "Verona Vittles")))))
                .isEqualTo("not_entitled");
        assertThat(failure(() -> documents().send(order("a.jpg", "No Such"))).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(sent()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DocumentOrder("a.jpg", ref("Roma Rice"), List.of(), Tenant.content(BYTES, "any")));
    }

    @Test
    void doesNotGoToAPartnerWithoutAnAddressNorUnderAnothersName() throws IOException {
        assertThat(code(failure(() -> documents().send(order("a.jpg", "Torino Tea")))))
                .isEqualTo("no_address");
        assertThat(sent()).isZero();
        documents().send(order("a.jpg", "Verona Vittles"));
        tenant.connector.rules().orElseThrow().grant(ref("Roma Rice"), ITALY, "x");
        assertThat(failure(() -> documents().send(order("a.jpg", "Roma Rice"))).kind())
                .isEqualTo(ErrorKind.CONFLICT);
    }

    @Test
    void isReceivedAndComesAgainWhenItsHandlerFails() throws IOException {
        Files.writeString(root.resolve("inbox/request-1.xml"), "<request/>");
        List<String> seen = new ArrayList<>();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> documents().receive(10, local, (document, file) -> {
                    throw new IllegalArgumentException("odd");
                }));
        assertThat(documents().receive(10, local, (document, file) -> seen.add(read(document, file))))
                .isEqualTo(1);
        assertThat(documents().receive(10, local, (document, file) -> seen.add("again")))
                .isZero();
        assertThat(seen).containsExactly("request-1.xml <request/>");
    }

    private static String read(InboundDocument document, Path file) {
        try {
            return document.name() + " " + Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void travelsThroughARealSftpServerToo() throws Exception {
        try (SftpServer server = new SftpServer(root);
                SftpTransport sftp = new SftpTransport(SftpConfig.withPassword(
                        "127.0.0.1",
                        server.port(),
                        SftpServer.USER,
                        Secret.of(SftpServer.PASSWORD),
                        server.fingerprint()))) {
            tenant.connector.documents(sftp).send(order("b.jpg", "Verona Vittles"));
            assertThat(root.resolve("outbox/ZZ_VERONA/b.jpg")).hasBinaryContent(BYTES);
            tenant.sandbox.entry(Map.of("receivefilename", "b.jpg", "senderfilename", "", "status", "Delivered"));
            assertThat(tenant.connector
                            .documents(sftp)
                            .track("b.jpg", "ZZ:VERONA", tenant.clock.now().minusSeconds(60)))
                    .hasValueSatisfying(one -> assertThat(one.status()).isEqualTo(DeliveryStatus.DELIVERED));
        }
    }
}
