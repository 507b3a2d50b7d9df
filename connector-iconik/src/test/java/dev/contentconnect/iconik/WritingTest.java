package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.testkit.SandboxRequest;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assets, versions and uploads: keys on an index that lags, and what breaks off in between. */
class WritingTest {
    private final Tenant tenant = new Tenant(options -> options.partBytes(5 << 20));

    @AfterEach
    void close() {
        tenant.close();
    }

    private AssetWriter writer() {
        return tenant.the(AssetWriter.class);
    }

    private AssetReader reader() {
        return tenant.the(AssetReader.class);
    }

    private byte[] bytes(Asset asset) throws IOException {
        try (InputStream in = reader().content(asset.ref(), null, null).open()) {
            return in.readAllBytes();
        }
    }

    @Test
    void keepsWhatIsSaidOfAnAsset() {
        Asset metadata = Asset.builder(SourceRef.of("dam", "7"))
                .title("Katze auf dem Dach 猫")
                .description("Eine Katze")
                .market("AT")
                .language("de-AT")
                .tags(List.of("Katze", "Dach"))
                .creators(List.of("Ida"))
                .segments(List.of(Segment.region("Austria"), Segment.region("Tyrol")))
                .extensions(Extensions.of(
                        "iconik",
                        Map.of(
                                "external_link",
                                "https://dam.example/7",
                                "metadata",
                                Map.of("RetentionClass", List.of("R7")))))
                .build();
        Asset made = writer().create(new AssetDraft("dam:7", metadata, Tenant.content(Tenant.BYTES, "katze.mp4")));
        Asset kept = reader().get(made.ref());

        assertThat(kept).isEqualTo(made);
        assertThat(kept.key()).isEqualTo("dam:7");
        assertThat(kept.title()).isEqualTo("Katze auf dem Dach 猫");
        assertThat(kept.description()).isEqualTo("Eine Katze");
        assertThat(kept.market()).isEqualTo("AT");
        assertThat(kept.language()).isEqualTo("de-AT");
        assertThat(kept.tags()).containsExactly("Katze", "Dach");
        assertThat(kept.creators()).containsExactly("Ida");
        assertThat(kept.segments()).containsExactly(Segment.region("Austria"), Segment.region("Tyrol"));
        assertThat(kept.extensions().get("iconik")).containsEntry("external_link", "https://dam.example/7");
        assertThat(tenant.sandbox.values(made.ref().id(), "RetentionClass")).containsExactly("R7");
        assertThat(tenant.sandbox.mismatchedFileSets()).isEmpty();
        tenant.settle();
        assertThat(reader().query(AssetQuery.ALL.withSegments(List.of(Segment.region("Tyrol")))))
                .extracting(Asset::ref)
                .containsExactly(made.ref());
    }

    @Test
    void makesOneAssetWhenTheAnswerOfTheFirstOneWasLost() {
        tenant.sandbox.failNext(
                1,
                "POST",
                "/API/assets/v1/assets/",
                dev.contentconnect.core.testkit.Fault.connectionReset().afterHandling());
        ConnectorException lost = catchThrowableOfType(ConnectorException.class, () -> tenant.film("dam:1"));
        assertThat(lost.kind()).isEqualTo(ErrorKind.UNAVAILABLE);

        // Another process, at once: the index shows neither of the two.
        Asset again = tenant.film("dam:1");
        assertThat(tenant.sandbox.assetsWithKey("dam:1"))
                .containsExactly(again.ref().id());
        assertThat(reader().findByKey("dam:1").map(Asset::ref)).contains(again.ref());
    }

    @Test
    void givesUpWaitingForTheIndexAndReturnsWhatItMade() {
        tenant.sandbox.indexDelay(Duration.ofHours(1));
        Asset made = tenant.film("dam:1");
        assertThat(reader().get(made.ref()).key()).isEqualTo("dam:1");
        assertThat(reader().findByKey("dam:1")).isEmpty();
    }

    @Test
    void makesALinkOfAnAddressWithoutBytes() {
        Asset metadata = Asset.builder(SourceRef.of("records", "7"))
                .title("Sign-off")
                .extensions(Extensions.of("iconik", Map.of("external_link", "https://records.example/7")))
                .build();
        Asset link = writer().create(new AssetDraft("records:7", metadata, null));
        assertThat(tenant.sandbox.asset(link.ref().id()))
                .containsEntry("type", "LINK")
                .containsEntry("external_link", "https://records.example/7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void finishesWhatBrokeOffUnderTheSameKey(int writes) throws IOException {
        tenant.sandbox.breakOffAfterWrites(writes);
        Tenant.breaksOff(() -> tenant.film("dam:1"));
        tenant.sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        tenant.settle();

        Asset made = tenant.film("dam:1");
        assertThat(tenant.sandbox.assetsWithKey("dam:1"))
                .containsExactly(made.ref().id());
        assertThat(bytes(made)).isEqualTo(Tenant.BYTES);
        assertThat(reader().versions(made.ref())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void finishesAVersionThatBrokeOffUnderTheSameKey(int writes) throws IOException {
        Asset film = tenant.film("dam:1");
        byte[] second = {1, 2, 3};
        tenant.sandbox.breakOffAfterWrites(writes);
        Tenant.breaksOff(() -> writer().addVersion(film.ref(), "cut 2", Tenant.content(second, "cut.mp4")));
        tenant.sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        tenant.clock.advance(Duration.ofMinutes(11));

        AssetVersion version = writer().addVersion(film.ref(), "cut 2", Tenant.content(second, "cut.mp4"));
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.fileName()).isEqualTo("cut.mp4");
        assertThat(reader().versions(film.ref())).hasSize(2);
        assertThat(bytes(film)).isEqualTo(second);
        String first = reader().versions(film.ref()).get(1).id();
        try (InputStream in = reader().content(film.ref(), first, null).open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
    }

    @Test
    void leavesAVersionAloneThatWasLeftBehindBelowANewerOne() throws IOException {
        Asset film = tenant.film("dam:1");
        tenant.sandbox.breakOffAfterWrites(1);
        Tenant.breaksOff(() -> writer().addVersion(film.ref(), "cut 2", Tenant.content(new byte[] {2}, "cut.mp4")));
        tenant.sandbox.breakOffAfterWrites(Integer.MAX_VALUE);
        writer().addVersion(film.ref(), "cut 3", Tenant.content(new byte[] {3}, "cut.mp4"));
        tenant.clock.advance(Duration.ofMinutes(11));

        byte[] last = {4};
        AssetVersion version = writer().addVersion(film.ref(), "cut 4", Tenant.content(last, "cut.mp4"));
        assertThat(version.number()).isEqualTo(4);
        assertThat(bytes(film)).isEqualTo(last);
    }

    @Test
    void fillsAPlaceholderWithItsFirstVersion() throws IOException {
        Asset metadata =
                Asset.builder(SourceRef.of("dam", "7")).title("To come").build();
        Asset placeholder = writer().create(new AssetDraft("dam:7", metadata, null));
        assertThat(tenant.sandbox.asset(placeholder.ref().id())).containsEntry("type", "PLACEHOLDER");
        assertThat(catchThrowableOfType(ConnectorException.class, () -> bytes(placeholder))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);

        AssetVersion version =
                writer().addVersion(placeholder.ref(), "first", Tenant.content(Tenant.BYTES, "film.mp4"));
        assertThat(version.number()).isEqualTo(1);
        assertThat(bytes(placeholder)).isEqualTo(Tenant.BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"S3", "GCS", "AZURE"})
    void sendsBytesAsEachStorageWantsThem(String method) throws IOException {
        tenant.sandbox.storageMethod(method);
        assertThat(bytes(tenant.film("dam:1"))).isEqualTo(Tenant.BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILE", "B2"})
    void refusesAStorageThatTakesNoUploadsBeforeABrokenAssetIsMade(String method) {
        tenant.sandbox.storageMethod(method);
        ConnectorException refused = catchThrowableOfType(ConnectorException.class, () -> tenant.film("dam:1"));
        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("storage_method");
        assertThat(tenant.sandbox.assetsWithKey("dam:1")).isEmpty();
    }

    private static byte[] large() {
        byte[] out = new byte[(11 << 20) + 7];
        new Random(7).nextBytes(out);
        return out;
    }

    @Test
    void sendsALargeFileToS3InParts() throws IOException {
        byte[] large = large();
        Asset metadata = Asset.builder(SourceRef.of("dam", "7")).build();
        Asset made = writer().create(new AssetDraft("dam:7", metadata, Tenant.content(large, "large.mov")));
        assertThat(tenant.sandbox.requests("PUT", "/storage/")).hasSize(3);
        try (InputStream in = reader().content(made.ref(), null, null).open()) {
            assertThat(Arrays.equals(in.readAllBytes(), large)).isTrue();
        }
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void givesPartsUpThatTheStorageCouldNotPutTogether() {
        tenant.sandbox.failToComplete();
        Content content = Tenant.content(large(), "large.mov");
        Asset metadata = Asset.builder(SourceRef.of("dam", "7")).build();
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> writer().create(new AssetDraft("dam:7", metadata, content)));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("upload_failed");
        assertThat(tenant.sandbox.openUploads()).isZero();
    }

    @Test
    void asksForTheAddressOfAFileWhenItIsOpened() throws IOException {
        Asset film = tenant.film("dam:1");
        Content content = reader().content(film.ref(), null, null);
        tenant.sandbox.expireSignatures();
        try (InputStream in = content.open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
        assertThat(content.fileName()).isEqualTo("film.mp4");
        assertThat(content.length()).isEqualTo(Tenant.BYTES.length);
    }

    @Test
    void handsOutProxiesOnceTheyAreThere() throws IOException {
        String uploaded = tenant.sandbox.personUploads("raw.mov", Tenant.BYTES);
        assertThat(reader().renditions(Tenant.ref(uploaded))).isEmpty();

        Asset film = tenant.film("dam:1");
        List<Rendition> renditions = reader().renditions(film.ref());
        assertThat(renditions).extracting(Rendition::purpose).containsExactly("proxy", "poster");
        assertThat(renditions).extracting(Rendition::mediaType).containsExactly("video/mp4", "image/jpeg");
        assertThat(renditions).allMatch(one -> one.uri() == null);
        try (InputStream in =
                reader().content(film.ref(), null, renditions.get(0).id()).open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
    }

    @Test
    void makesNoProxiesOfWhatCannotBeShown() throws IOException {
        Asset metadata = Asset.builder(SourceRef.of("dam", "7")).build();
        Asset text = writer().create(new AssetDraft("dam:7", metadata, Tenant.content(Tenant.BYTES, "notes.txt")));
        assertThat(reader().renditions(text.ref())).isEmpty();
        assertThat(bytes(text)).isEqualTo(Tenant.BYTES);
    }

    @Test
    void sendsOnlyWhatChanged() {
        Asset film = tenant.film("dam:1");
        tenant.sandbox.clearRequests();
        Asset same = writer().update(film);
        assertThat(same).isEqualTo(film);
        assertThat(tenant.sandbox.requests("PATCH", "/")).isEmpty();
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();

        writer().update(Asset.builder(film.ref()).market("AT").build());
        List<SandboxRequest> puts = tenant.sandbox.requests("PUT", "/API/metadata/");
        assertThat(puts).hasSize(1);
        assertThat(puts.get(0).json())
                .isEqualTo(Map.of(
                        "metadata_values",
                        Map.of("Market", Map.of("field_values", List.of(Map.of("value", "AT")), "mode", "overwrite"))));
    }

    @Test
    void clearsAFieldThatIsNullAmongTheExtensions() {
        Asset film = tenant.film("dam:1");
        writer().update(Asset.builder(film.ref()).description("Old").build());
        Map<String, Object> cleared = new LinkedHashMap<>();
        cleared.put("Description", null);
        Asset after = writer().update(Asset.builder(film.ref())
                .extensions(Extensions.of("iconik", Map.of("metadata", cleared)))
                .build());
        assertThat(after.description()).isNull();
        assertThat(tenant.sandbox.values(film.ref().id(), "Description")).isEmpty();
    }

    @Test
    void addsTheTitleWhereASystemInsistsOnIt() {
        Asset film = tenant.film("dam:1");
        tenant.sandbox.insistOnTitle();
        Asset after = writer().update(Asset.builder(film.ref())
                .extensions(Extensions.of("iconik", Map.of("category", "spots")))
                .build());
        assertThat(after.title()).isEqualTo("Film");
        assertThat(tenant.sandbox.asset(film.ref().id())).containsEntry("category", "spots");
    }

    @Test
    void hasNoPlaceForAStatusWithoutAFieldForIt() {
        try (Tenant other = new Tenant(options -> options.assetFields(Map.of("market", "Market")))) {
            Asset film = other.film("dam:1");
            ConnectorException refused = catchThrowableOfType(
                    ConnectorException.class,
                    () -> other.the(AssetWriter.class)
                            .update(Asset.builder(film.ref())
                                    .status(AssetStatus.DRAFT)
                                    .build()));
            assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(refused.error().trace().vendorCode()).isEqualTo("no_place");
        }
    }

    @Test
    void saysThatAFieldWasNotTaken() {
        Asset film = tenant.film("dam:1");
        ConnectorException refused = catchThrowableOfType(
                ConnectorException.class,
                () -> writer().update(Asset.builder(film.ref())
                        .extensions(Extensions.of("iconik", Map.of("metadata", Map.of("NoSuchField", List.of("x")))))
                        .build()));
        assertThat(refused.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(refused.error().trace().vendorCode()).isEqualTo("silently_dropped");
    }

    @Test
    void refusesAStatusThatOtherCallsBringAbout() {
        Asset film = tenant.film("dam:1");
        assertThat(catchThrowableOfType(
                                ConnectorException.class,
                                () -> writer().update(Asset.builder(film.ref())
                                        .status(AssetStatus.PUBLISHED)
                                        .build()))
                        .kind())
                .isEqualTo(ErrorKind.REJECTED);
    }

    @Test
    void answersForApprovedAssetsByTheirApprovals() {
        String approved = tenant.sandbox.personUploads("Approved", Tenant.BYTES);
        String stale = tenant.sandbox.personUploads("Stale", Tenant.BYTES);
        tenant.sandbox.personUploads("Not asked", Tenant.BYTES);
        for (String id : List.of(approved, stale)) {
            tenant.sandbox.personAsks(id, List.of(IconikSandbox.PERSON), 1);
            tenant.sandbox.personDecides(id, IconikSandbox.PERSON, "APPROVED");
        }
        tenant.settle();
        // The index does not know yet.
        tenant.sandbox.personDecides(stale, IconikSandbox.PERSON, "NOT_APPROVED");
        assertThat(reader().query(AssetQuery.ALL.withStatuses(List.of(AssetStatus.APPROVED))))
                .extracting(asset -> asset.ref().id())
                .containsExactly(approved);
    }

    @Test
    void keepsAWordOfTheHostsOwnAsTheState() {
        Asset film = tenant.film("dam:1");
        AssetStatus ready = AssetStatus.of("publish_ready");
        assertThat(writer().update(film.toBuilder().status(ready).build()).status())
                .isEqualTo(ready);
        assertThat(tenant.sandbox.values(film.ref().id(), "PublicationState")).containsExactly("publish_ready");
    }
}
