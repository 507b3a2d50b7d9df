package dev.contentconnect.tradinggrid.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.GeneratedContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final byte[] BYTES = "some bytes of a poster".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    @TempDir
    Path local;

    private static OutboundDocument document(String name, Content content) {
        return new OutboundDocument(name, "ZZ:ACME", "ZZ:VERONA", content);
    }

    private static Content content(byte[] bytes) {
        return Content.of(new ByteArrayInputStream(bytes), bytes.length, "any", null);
    }

    /** As a library hands out a file of which it keeps no size. */
    private static Content ofUnknownLength(byte[] bytes) {
        return new Content() {
            @Override
            public @Nullable String fileName() {
                return null;
            }

            @Override
            public @Nullable String mediaType() {
                return null;
            }

            @Override
            public long length() {
                return -1;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public long copyTo(Path target) throws IOException {
                return Files.write(target, bytes).toFile().length();
            }
        };
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    /** What each transport does. */
    abstract class Behaviour {
        DocumentTransport transport;

        abstract DocumentTransport open() throws Exception;

        @BeforeEach
        void connect() throws Exception {
            Files.createDirectories(root.resolve("inbox"));
            transport = open();
        }

        @AfterEach
        void close() throws Exception {
            transport.close();
        }

        private Path outbox(String name) {
            return root.resolve("outbox/ZZ_VERONA").resolve(name);
        }

        private void waits(String name, String text, int minutesAgo) throws IOException {
            Path file = Files.writeString(root.resolve("inbox").resolve(name), text);
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2031-05-04T03:00:00Z").minus(Duration.ofMinutes(minutesAgo))));
        }

        @Test
        void putsADocumentThereWholeAndOnce() throws IOException {
            transport.send(document("Plakat „Sommer“.jpg", content(BYTES)));
            assertThat(outbox("Plakat „Sommer“.jpg")).hasBinaryContent(BYTES);
            transport.send(document("Plakat „Sommer“.jpg", content(BYTES)));
            try (Stream<Path> files = Files.list(root.resolve("outbox/ZZ_VERONA"))) {
                assertThat(files).as("nothing half is left").hasSize(1);
            }
        }

        @Test
        void doesNotPutOneDocumentOverAnother() {
            transport.send(document("a.jpg", content(BYTES)));
            assertThat(failure(() -> transport.send(document("a.jpg", content(new byte[] {1}))))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            assertThat(outbox("a.jpg")).hasBinaryContent(BYTES);
        }

        @Test
        void takesADocumentThatDoesNotSayHowLongItIs() throws IOException {
            for (int i = 0; i < 2; i++) {
                transport.send(document("a.jpg", ofUnknownLength(BYTES)));
                assertThat(outbox("a.jpg")).hasBinaryContent(BYTES);
            }
            assertThat(failure(() -> transport.send(document("a.jpg", ofUnknownLength(new byte[] {1}))))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            assertThat(outbox("a.jpg")).hasBinaryContent(BYTES);
            try (Stream<Path> files = Files.list(root.resolve("outbox/ZZ_VERONA"))) {
                assertThat(files).as("nothing half is left").hasSize(1);
            }
        }

        @Test
        void leavesNothingBehindWhenTheBytesBreakOff() throws IOException {
            InputStream broken =
                    new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("the source broke off");
                        }

                        @Override
                        public int read(byte[] into, int at, int wanted) throws IOException {
                            return read();
                        }
                    });
            Content content = Content.of(broken, 200_000, "a.jpg", null);
            assertThat(failure(() -> transport.send(document("a.jpg", content))).kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            try (Stream<Path> files = Files.list(root.resolve("outbox/ZZ_VERONA"))) {
                assertThat(files).isEmpty();
            }
        }

        @Test
        void handsOutWhatWaitsOldestFirstAndKeepsItAfterwards() throws IOException {
            waits("second.xml", "2", 5);
            waits("first.xml", "1", 10);
            waits("third.xml", "3", 1);
            assertThat(transport.waiting(2))
                    .extracting(InboundDocument::name)
                    .containsExactly("first.xml", "second.xml");
            InboundDocument first = transport.waiting(1).get(0);
            assertThat(first.sizeBytes()).isEqualTo(1);
            assertThat(first.at()).isEqualTo(Instant.parse("2031-05-04T02:50:00Z"));
            assertThat(transport.fetch(first, local)).hasContent("1").hasFileName("first.xml");
            assertThat(transport.waiting(9)).as("until it was handled").hasSize(3);
            transport.finish(first);
            transport.finish(first);
            assertThat(transport.waiting(9)).hasSize(2);
            assertThat(root.resolve("done/first.xml")).hasContent("1");
        }

        @Test
        void leavesWhatWasReplacedSinceItWasListed() throws IOException {
            waits("a.xml", "first", 10);
            InboundDocument first = transport.waiting(1).get(0);
            transport.fetch(first, local);
            waits("a.xml", "first and more", 10);
            transport.finish(first);
            InboundDocument grown = transport.waiting(1).get(0);
            waits("a.xml", "FIRST AND MORE", 9);
            transport.finish(grown);
            assertThat(root.resolve("done")).doesNotExist();
            assertThat(transport.fetch(transport.waiting(1).get(0), local)).hasContent("FIRST AND MORE");
        }

        @Test
        void passesOverWhatIsHiddenHalfOrALink() throws IOException {
            waits(".hidden", "x", 1);
            waits("half.xml.part", "x", 1);
            waits("back\\slash", "x", 1);
            Files.createDirectories(root.resolve("inbox/folder"));
            Path secret = Files.writeString(local.resolve("secret"), "not yours");
            Files.createSymbolicLink(root.resolve("inbox/link.xml"), secret);
            assertThat(transport.waiting(9)).isEmpty();
        }

        @Test
        void saysThatADocumentIsGone() {
            InboundDocument gone = new InboundDocument("gone.xml", 1, Instant.EPOCH);
            assertThat(failure(() -> transport.fetch(gone, local)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(local).isEmptyDirectory();
        }
    }

    @Nested
    class ADirectory extends Behaviour {
        @Override
        DocumentTransport open() {
            return new DirectoryTransport(root, Folders.STANDARD);
        }
    }

    @Nested
    class Sftp extends Behaviour {
        private SftpServer server;

        @Override
        DocumentTransport open() throws Exception {
            server = new SftpServer(root);
            return new SftpTransport(SftpConfig.withPassword(
                    "127.0.0.1", server.port(), SftpServer.USER, Secret.of(SftpServer.PASSWORD), server.fingerprint()));
        }

        @Override
        @AfterEach
        void close() throws Exception {
            super.close();
            server.close();
        }

        @Test
        void logsInWithAKey() throws Exception {
            KeyPair key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
            server.trust(key.getPublic());
            Path file = local.resolve("key");
            try (var out = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
            }
            try (SftpTransport mine = new SftpTransport(
                    SftpConfig.withKey("127.0.0.1", server.port(), SftpServer.USER, file, server.fingerprint()))) {
                assertThat(mine.waiting(1)).isEmpty();
            }
        }

        @Test
        void sendsALargeDocumentThroughASmallWindow() {
            Content large = new GeneratedContent("large.bin", null, 20L << 20, true);
            transport.send(document("large.bin", large));
            assertThat(root.resolve("outbox/ZZ_VERONA/large.bin")).hasSize(20L << 20);
        }

        @Test
        void refusesAServerItDoesNotKnow() throws Exception {
            try (SftpTransport wary = new SftpTransport(SftpConfig.withPassword(
                    "127.0.0.1",
                    server.port(),
                    SftpServer.USER,
                    Secret.of(SftpServer.PASSWORD),
                    "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))) {
                assertThat(failure(() -> wary.waiting(1)).kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
            }
        }

        @Test
        void saysThatThePasswordIsWrongAndDoesNotShowIt() throws Exception {
            SftpConfig config = SftpConfig.withPassword(
                    "127.0.0.1", server.port(), SftpServer.USER, Secret.of("guessed-4711"), server.fingerprint());
            try (SftpTransport wrong = new SftpTransport(config)) {
                ConnectorException failure = failure(() -> wrong.waiting(1));
                assertThat(failure.kind()).isEqualTo(ErrorKind.UNAUTHENTICATED);
                assertThat(failure.toString() + wrong).doesNotContain("guessed-4711");
            }
        }

        @Test
        void saysThatTheServerIsAway() throws Exception {
            server.close();
            assertThat(failure(() -> transport.waiting(1)).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        }

        @Test
        void saysThatAFolderIsMissing() throws IOException {
            Files.delete(root.resolve("inbox"));
            assertThat(failure(() -> transport.waiting(1)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.jpg",
                "..",
                ".",
                "a/../../b",
                "/etc/passwd",
                "..\\a.jpg",
                "C:\\a",
                "a\0.jpg",
                "a\n.jpg",
                " a.jpg",
                "",
                ".ssh",
                "a.part"
            })
    void refusesANameThatLeavesItsFolder(String name) {
        ConnectorException failure = failure(() -> document(name, content(BYTES)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("file_name");
        assertThat(failure(() -> new InboundDocument(name, 1, Instant.EPOCH)).kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/out", "a/../../b", "a\\b", " "})
    void refusesAFolderThatLeavesTheRoot(String folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Folders(folder, "inbox", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Folders("outbox", folder, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Folders("outbox", "inbox", folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "..", "ZZ:../x", "", "."})
    void keepsAHostileAddressWithinTheOutbox(String address) {
        DirectoryTransport transport = new DirectoryTransport(root, Folders.STANDARD);
        transport.send(new OutboundDocument("a.jpg", "ZZ:ACME", address, content(BYTES)));
        assertThat(root.resolve("outbox")).isDirectoryRecursivelyContaining("glob:**/a.jpg");
        transport.close();
    }

    @Test
    void deletesWhatWasHandledWhereNothingIsKept() throws IOException {
        Files.createDirectories(root.resolve("inbox"));
        Files.writeString(root.resolve("inbox/a.xml"), "x");
        DirectoryTransport transport = new DirectoryTransport(root, new Folders("outbox", "inbox", null));
        transport.finish(transport.waiting(1).get(0));
        assertThat(root.resolve("inbox")).isEmptyDirectory();
        transport.close();
    }

    @Test
    void tellsAnAnswerThatDidNotComeInTimeFromAnInterruption() {
        IOException late = new SocketTimeoutException("No incoming initialization response received");
        ConnectorException failure = SftpFailures.of("documents.waiting", "host", late);
        assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT);
        assertThat(Thread.interrupted()).as("nobody interrupted us").isFalse();
        IOException stopped = new InterruptedIOException("Interrupted while waiting for initial reply");
        assertThat(SftpFailures.of("documents.waiting", "host", stopped).kind()).isEqualTo(ErrorKind.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void wantsAFingerprintAndOneWayToLogIn() {
        Secret password = Secret.of("x-4711");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SftpConfig.withPassword("host", 22, "acme", password, "MD5:aa"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SftpConfig(
                        "host",
                        22,
                        "acme",
                        null,
                        null,
                        null,
                        Set.of("SHA256:x"),
                        Duration.ofSeconds(1),
                        Folders.STANDARD));
        assertThat(SftpConfig.withPassword("host", 22, "acme", password, "SHA256:x")
                        .toString())
                .doesNotContain("x-4711");
    }
}
