package dev.contentconnect.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CapabilityTrait;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AssetReader, AssetWriter. */
abstract class AssetChecks extends Checks {
    private static final String TITLE = "Plakat „Sommer“ – 夏のポスター 🎬";
    private static final String BYTES = text(ContractSubject.CONTENT);
    private static final long LENGTH = ContractSubject.CONTENT.length;
    private static final byte[] OTHER = {9, 8, 7, 6};

    AssetChecks(ConnectorContract contract) {
        super(contract);
    }

    private Asset create(String key) {
        return create(key, TITLE, ContractSubject.CONTENT);
    }

    private Asset create(String key, String title, byte[] bytes) {
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "a:1/ü")).title(title).build();
        AssetWriter writer = capability(AssetWriter.class);
        Content content = isOffered(AssetWriter.class, "create.content") ? Capabilities.content(bytes) : null;
        return writer.create(new AssetDraft(key, metadata, content));
    }

    @Test
    void refusesContentOfUnknownLengthBeforeAnythingIsMade() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "create.content");
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "1")).title(TITLE).build();
        Content unknown = new GeneratedContent("poster.png", "image/png", -1, false);
        ConnectorException refused = failure(() -> writer.create(new AssetDraft("k-1", metadata, unknown)));
        assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo(LocalErrors.LENGTH_UNKNOWN);
        if (connector().find(AssetReader.class).isPresent() && isOffered(AssetReader.class, "query.key")) {
            assertThat(capability(AssetReader.class).findByKey("k-1"))
                    .as("an asset without its bytes")
                    .isEmpty();
        }
    }

    /** Read as Latin-1, so that a failure shows a text and not a list of numbers. */
    private static String bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return text(in.readAllBytes());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void readsAnAssetByItsIdentity() {
        AssetReader reader = capability(AssetReader.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        assertThat(reader.get(asset).ref()).isEqualTo(asset);
    }

    @Test
    void saysThatAnAssetIsMissing() {
        AssetReader reader = capability(AssetReader.class);
        ConnectorException failure = failure(() -> reader.get(subject().missing(connector())));
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(ErrorKind.NOT_FOUND);
        Trace trace = failure.error().trace();
        assertThat(trace.vendorCode())
                .as("the vendor's code, as missingCode() says")
                .isEqualTo(subject().missingCode());
        assertThat(trace.message())
                .as("the vendor's words; the decoder of errors takes them out of the body")
                .doesNotStartWith("{");
    }

    @Test
    void keepsWhatNobodyDocumentedOfAnAsset() {
        AssetReader reader = capability(AssetReader.class);
        SourceRef asset = subject().asset(connector(), "k-1");
        sandbox().failNext(1_000, "*", "/", Fault.unknownMembers());
        assertKept(reader.get(asset).extensions());
    }

    @Test
    void findsAnAssetByItsKeyOrNothing() {
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "findByKey");
        SourceRef asset = subject().asset(connector(), "Schlüssel: 1/ä +%");
        assertThat(reader.findByKey("Schlüssel: 1/ä +%").map(Asset::ref)).contains(asset);
        assertThat(reader.findByKey("another")).isEmpty();
    }

    @Test
    void handsOutTheBytesOfTheCurrentVersion(@TempDir Path folder) throws Exception {
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        Content content = reader.content(subject().asset(connector(), "k-1"), null, null);

        assertThat(bytes(content)).isEqualTo(BYTES);
        assertThat(content.length())
                .as("its length, or -1 where it is not known")
                .isIn(-1L, LENGTH);
        Path file = folder.resolve("copy");
        assertThat(content.copyTo(file)).isEqualTo(LENGTH);
        assertThat(text(Files.readAllBytes(file))).isEqualTo(BYTES);
    }

    @Test
    void leavesNoHalfFileWhereACopyBreaksOff(@TempDir Path folder) throws Exception {
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        Content content = reader.content(subject().asset(connector(), "k-1"), null, null);
        Path file = Files.writeString(folder.resolve("copy"), "from before");
        sandbox().failNext(1_000, "*", "/", Fault.truncatedBody());
        boolean isCopied = catchThrowable(() -> content.copyTo(file)) == null;
        assertThat(text(Files.readAllBytes(file)))
                .as("the file, whole or as it was")
                .isEqualTo(isCopied ? BYTES : "from before");
    }

    @Test
    void listsVersionsNewestFirst() {
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "versions");
        SourceRef asset = subject().asset(connector(), "k-1");
        assertThat(reader.versions(asset)).isNotEmpty();
        if (connector().find(AssetWriter.class).isPresent()) {
            assumeOffered(AssetWriter.class, "addVersion");
            AssetVersion second = connector()
                    .require(AssetWriter.class)
                    .addVersion(asset, "second", Capabilities.content(new byte[] {1, 2}));
            assertThat(reader.versions(asset).get(0).id()).isEqualTo(second.id());
        }
    }

    @Test
    void keepsTitleAndBytesOfANewAsset() throws Exception {
        Asset made = create("k-1");
        assertThat(made.title()).isEqualTo(TITLE);
        assertThat(made.ref().system()).isEqualTo(connector().system());
        AssetReader reader = capability(AssetReader.class);
        assertThat(reader.get(made.ref()).title()).isEqualTo(TITLE);
        assumeOffered(AssetReader.class, "content");
        assumeOffered(AssetWriter.class, "create.content");
        assertThat(bytes(reader.content(made.ref(), null, null))).isEqualTo(BYTES);
    }

    @Test
    void keepsNameTypeAndSizeOfAFileOrSaysThatItDoesNotKnowThem() {
        capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "create.content");
        AssetVersion version = create("k-1").currentVersion();
        assertThat(version).as("the version that create made").isNotNull();
        assertThat(version.fileName()).isIn(null, "picture.bin");
        assertThat(version.mediaType()).isIn(null, "application/octet-stream");
        assertThat(version.sizeBytes()).isIn(null, LENGTH);
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        Content content = reader.content(create("k-1").ref(), null, null);
        assertThat(content.fileName()).isIn(null, "picture.bin");
        assertThat(content.mediaType()).isIn(null, "application/octet-stream");
    }

    @Test
    void carriesFilesThatAreLargerThanAnyAnswerInMemory() throws Exception {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "create.content");
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        long length = 2L * Wiring.MAX_RESPONSE_BYTES;
        Asset metadata =
                Asset.builder(SourceRef.of("elsewhere", "1")).title("Large").build();
        Content large = new GeneratedContent("picture.bin", "application/octet-stream", length, true);
        SourceRef made = writer.create(new AssetDraft("large", metadata, large)).ref();
        Content kept = reader.content(made, null, null);
        try (InputStream in = kept.open()) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(length);
        }
        assertThat(kept.length()).isIn(-1L, length);
    }

    @Test
    void makesOneAssetForOneKey() {
        SourceRef first = create("same").ref();
        assertThat(create("same").ref()).as(SAME_KEY).isEqualTo(first);
        assertThat(create("other").ref()).as("another key makes another").isNotEqualTo(first);
    }

    @Test
    void takesKeysThatDifferInLetterCaseForDifferentOnes() {
        SourceRef small = create("poster-a").ref();
        SourceRef large = create("Poster-A").ref();
        assertThat(large).isNotEqualTo(small);
        // A system that does not mind letter case tells them apart by an index, which may lag.
        clock().advance(Duration.ofMinutes(1));
        assertThat(create("poster-a").ref()).as(SAME_KEY).isEqualTo(small);
        assertThat(create("Poster-A").ref()).as(SAME_KEY).isEqualTo(large);
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "findByKey");
        assertThat(reader.findByKey("poster-a").map(Asset::ref)).contains(small);
        assertThat(reader.findByKey("Poster-A").map(Asset::ref)).contains(large);
        assertThat(reader.findByKey("POSTER-A")).isEmpty();
    }

    @Test
    void addsOneVersionForOneKey() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "addVersion");
        SourceRef asset = create("k-1").ref();
        AssetVersion first = writer.addVersion(asset, "v", Capabilities.content(new byte[] {1, 2, 3}));
        AssetVersion again = writer.addVersion(asset, "v", Capabilities.content(new byte[] {1, 2, 3}));
        assertThat(again.id()).as(SAME_KEY).isEqualTo(first.id());
        SourceRef missing = subject().missing(connector());
        assertFails(ErrorKind.NOT_FOUND, () -> writer.addVersion(missing, "v", Capabilities.content(new byte[] {1})));
    }

    @Test
    void leavesAnAssetAsTheFirstCallMadeIt() throws Exception {
        Asset made = create("same");
        Asset again = create("same", "Another title", OTHER);
        assertThat(again.ref()).as(SAME_KEY).isEqualTo(made.ref());
        assertThat(again.title()).isEqualTo(TITLE);
        AssetReader reader = capability(AssetReader.class);
        assertThat(reader.get(made.ref()).title()).isEqualTo(TITLE);
        assumeOffered(AssetWriter.class, "create.content");
        if (isOffered(AssetReader.class, "versions")) {
            assertThat(reader.versions(made.ref())).hasSize(1);
        }
        assumeOffered(AssetReader.class, "content");
        assertThat(bytes(reader.content(made.ref(), null, null)))
                .as("the bytes of the first call")
                .isEqualTo(BYTES);
    }

    @Test
    void leavesAVersionAsTheFirstCallAddedIt() throws Exception {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "addVersion");
        SourceRef asset = create("k-1").ref();
        AssetVersion first = writer.addVersion(asset, "v", Capabilities.content(new byte[] {1, 2, 3}));
        AssetVersion again = writer.addVersion(asset, "v", Capabilities.content(OTHER));
        assertThat(again.id()).as(SAME_KEY).isEqualTo(first.id());
        AssetReader reader = capability(AssetReader.class);
        assumeOffered(AssetReader.class, "content");
        assertThat(bytes(reader.content(asset, null, null)))
                .as("the bytes of the first call")
                .isEqualTo(text(new byte[] {1, 2, 3}));
    }

    @Test
    void updatesWhatIsGivenAndLeavesTheRest() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "update");
        Asset made = create("k-1");
        String described = writer.update(described(made)).description();
        Asset changed = writer.update(
                Asset.builder(made.ref()).title("Plakat „Herbst“ – 秋").build());
        assertThat(changed.title()).isEqualTo("Plakat „Herbst“ – 秋");
        assertThat(changed.description()).isEqualTo(described);
        assertSame(changed);
        SourceRef missing = subject().missing(connector());
        assertFails(
                ErrorKind.NOT_FOUND,
                () -> writer.update(Asset.builder(missing).title("x").build()));
    }

    private static Asset described(Asset asset) {
        return Asset.builder(asset.ref()).description("Für den Laden – 店").build();
    }

    /** What a method returns is what the system has afterwards. */
    private void assertSame(Asset returned) {
        connector()
                .find(AssetReader.class)
                .map(reader -> reader.get(returned.ref()))
                .ifPresent(read -> {
                    assertThat(read.title()).isEqualTo(returned.title());
                    assertThat(read.description()).isEqualTo(returned.description());
                });
    }

    @Test
    void keepsADescriptionOrLeavesItOutAndSaysWhich() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "update");
        Asset made = create("k-1");
        Asset changed = writer.update(described(made));
        assertThat(changed.description()).isIn("Für den Laden – 店", made.description());
        assertThat(changed.title()).isEqualTo(TITLE);
        assertSame(changed);
    }

    @Test
    void refusesAnUpdateOfWhatSomebodyElseChangedWhereItSaysSo() {
        AssetWriter writer = capability(AssetWriter.class);
        assumeOffered(AssetWriter.class, "update");
        Asset old = create("k-1");
        clock().advance(Duration.ofMinutes(1));
        writer.update(Asset.builder(old.ref()).title("Somebody was faster").build());
        Instant before =
                Objects.requireNonNullElse(old.updatedAt(), clock().now().minusSeconds(60));
        Asset stale = Asset.builder(old.ref()).title("Late").updatedAt(before).build();
        if (connector()
                .describe()
                .capability(AssetWriter.class)
                .orElseThrow()
                .traits()
                .contains(CapabilityTrait.STALE_UPDATES_CONFLICT)) {
            assertFails(ErrorKind.CONFLICT, () -> writer.update(stale));
            assertThat(capability(AssetReader.class).get(old.ref()).title()).isEqualTo("Somebody was faster");
        } else {
            assertThat(writer.update(stale).title()).isEqualTo("Late");
        }
    }
}
