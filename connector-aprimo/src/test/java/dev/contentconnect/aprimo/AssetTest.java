package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    private static @Nullable String code(Runnable call) {
        return failure(call).error().trace().vendorCode();
    }

    private AssetWriter writer() {
        return tenant.the(AssetWriter.class);
    }

    private static Asset.Builder asset(SourceRef ref) {
        return Asset.builder(ref);
    }

    @Test
    void keepsWordsAsTheIdsThatTheServiceWants() {
        Asset draft = asset(SourceRef.of("elsewhere", "1"))
                .title("Poster")
                .description("Für alle")
                .market("AT")
                .language("de-AT")
                .tags(List.of("red", "car"))
                .build();
        Asset made = writer().create(new AssetDraft("k-1", draft, Tenant.content(Tenant.BYTES, "poster.jpg")));
        assertThat(made.key()).isEqualTo("k-1");
        assertThat(made.market()).isEqualTo("AT");
        assertThat(made.language()).isEqualTo("de-AT");
        assertThat(made.tags()).containsExactly("red", "car");
        assertThat(made.description()).isEqualTo("Für alle");
        assertThat(made.status()).isEqualTo(AssetStatus.DRAFT);
        assertThat(made.kind()).isEqualTo(AssetKind.IMAGE);
        assertThat(tenant.sandbox.values(made.ref().id(), "Market")).doesNotContain("AT");
        assertThat(Objects.requireNonNull(made.currentVersion()).sizeBytes()).isEqualTo(Tenant.BYTES.length);
    }

    @Test
    void takesTheNameOfAClassificationWithoutAnIdentifier() {
        Asset made = tenant.poster("k-1");
        Asset changed = writer().update(asset(made.ref()).market("Germany").build());
        assertThat(changed.market()).isEqualTo("Germany");
        assertThat(writer().update(asset(made.ref()).market("/Markets/Austria").build())
                        .market())
                .isEqualTo("AT");
    }

    @Test
    void refusesWordsThatNobodyDefinedBeforeAnythingIsWritten() {
        Asset made = tenant.poster("k-1");
        tenant.sandbox.clearRequests();
        assertThat(code(() -> writer().update(
                                asset(made.ref()).market("Atlantis").title("X").build())))
                .isEqualTo("classification_unknown");
        assertThat(code(() -> writer().update(asset(made.ref()).language("tlh").build())))
                .isEqualTo("language_unknown");
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();
    }

    @Test
    void refusesFieldsThatAreMissingReadOnlyOrOfAnotherType() {
        Map<String, String> codes =
                Map.of("Calculated", "field_read_only", "Gone", "field_missing", "Related", "data_type");
        codes.forEach((field, code) -> {
            try (Tenant odd = new Tenant(builder -> builder.assetFields(Map.of("description", field)))) {
                Asset made = odd.poster("k-1");
                assertThat(code(() -> odd.the(AssetWriter.class)
                                .update(asset(made.ref()).description("x").build())))
                        .isEqualTo(code);
                assertThat(odd.sandbox.requests("PUT", "/")).isEmpty();
            }
        });
    }

    @Test
    void wantsALanguageForFieldsThatHaveSeveral() {
        try (Tenant mute = new Tenant(builder -> builder.language(null))) {
            Asset made = mute.poster("k-1");
            assertThat(code(() -> mute.the(AssetWriter.class)
                            .update(asset(made.ref()).description("x").build())))
                    .isEqualTo("language_missing");
        }
    }

    @Test
    void readsTheLanguageThatIsWanted() {
        String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
        tenant.sandbox.personFills(record, "Description", "000000000000000000000000000000e3", "value", "Ein Plakat");
        AssetReader reader = tenant.the(AssetReader.class);
        assertThat(reader.get(Tenant.ref(record)).description()).isEqualTo("Ein Plakat");
        tenant.sandbox.personFills(record, "Description", AprimoSandbox.ENGLISH, "value", "A poster");
        assertThat(reader.get(Tenant.ref(record)).description()).isEqualTo("A poster");
    }

    @Test
    void findsOutAboutAnOptionThatIsNew() {
        try (Tenant odd = new Tenant(builder -> builder.assetFields(Map.of("market", "RightsStatus")))) {
            Asset made = odd.poster("k-1");
            AssetWriter writer = odd.the(AssetWriter.class);
            writer.update(asset(made.ref()).market("cleared").build());
            assertThat(code(() ->
                            writer.update(asset(made.ref()).market("brand-new").build())))
                    .isEqualTo("option_unknown");
            odd.sandbox.option("RightsStatus", "brand-new");
            odd.settle();
            assertThat(writer.update(asset(made.ref()).market("BRAND-NEW").build())
                            .market())
                    .isEqualTo("brand-new");
        }
    }

    @Test
    void makesNothingWhenTheBytesDoNotArrive() {
        tenant.sandbox.failNext(1_000, "POST", "/uploads", Fault.status(503));
        assertThat(failure(() -> tenant.poster("k-1")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        assertThat(tenant.sandbox.records()).isZero();
        tenant.sandbox.clearFaults();
        assertThat(tenant.poster("k-1").key()).isEqualTo("k-1");
    }

    @Test
    void findsWhatWasMadeWhenTheAnswerWasLost() {
        tenant.sandbox.failNext(
                1, "POST", "/api/core/records", Fault.connectionReset().afterHandling());
        assertThat(failure(() -> tenant.poster("k-1")).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
        Asset made = tenant.poster("k-1");
        assertThat(tenant.sandbox.records()).isEqualTo(1);
        assertThat(made.currentVersion()).isNotNull();
    }

    @Test
    void givesWayToWhomeverWasFaster() {
        Asset first = tenant.poster("k-1");
        // Our look comes before the other's write, so it finds nothing.
        tenant.sandbox.failNext(1, "GET", "/api/core/record", Fault.status(404));
        assertThat(tenant.poster("k-1").ref()).isEqualTo(first.ref());
        assertThat(tenant.sandbox.records()).isEqualTo(1);
    }

    @Test
    void changesStatusWithinWhatARecordCanBe() {
        Asset made = tenant.poster("k-1");
        assertThat(update(made.ref(), AssetStatus.ARCHIVED).status()).isEqualTo(AssetStatus.ARCHIVED);
        assertThat(tenant.sandbox.status(made.ref().id())).isEqualTo("Archived");
        ConnectorException failure = failure(() -> update(made.ref(), AssetStatus.APPROVED));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("no_place");
    }

    @Test
    void publishesNothingByAnUpdateAndTakesNothingBackByOne() {
        SourceRef asset = tenant.poster("k-1").ref();
        // Nobody would look at the block, and no publication would tell that it is out.
        tenant.the(RightsWriter.class).block(asset, "no release");
        ConnectorException failure = failure(() -> update(asset, AssetStatus.PUBLISHED));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure).hasMessageContaining("the publisher");
        assertThat(tenant.sandbox.status(asset.id())).isEqualTo("Draft");
        tenant.the(RightsWriter.class).unblock(asset, "released by the model");
        tenant.the(AssetPublisher.class)
                .publish(new PublishRequest("launch", "Launch", List.of(asset), List.of(), null, null));
        assertThat(failure(() -> update(asset, AssetStatus.ARCHIVED)).kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(tenant.sandbox.status(asset.id())).isEqualTo("Released");
        assertThat(update(asset, AssetStatus.PUBLISHED).status()).isEqualTo(AssetStatus.PUBLISHED);
    }

    @Test
    void archivesWhatPeopleReleasedWhereThereIsNoPublisher() {
        try (Tenant plain = new Tenant(options -> options.publicationField(null))) {
            SourceRef asset = plain.poster("k-1").ref();
            plain.client().records().update(asset.id(), new RecordChange().status("released"));
            AssetWriter writer = plain.the(AssetWriter.class);
            Asset archived = asset(asset).status(AssetStatus.ARCHIVED).build();
            assertThat(writer.update(archived).status()).isEqualTo(AssetStatus.ARCHIVED);
            Asset released = asset(asset).status(AssetStatus.PUBLISHED).build();
            assertThat(failure(() -> writer.update(released)).kind()).isEqualTo(ErrorKind.REJECTED);
        }
    }

    private Asset update(SourceRef asset, AssetStatus status) {
        return writer().update(asset(asset).status(status).build());
    }

    @Test
    void sendsNothingThatDidNotChange() {
        Asset made = tenant.poster("k-1");
        tenant.sandbox.clearRequests();
        assertThat(writer().update(made)).isEqualTo(made);
        assertThat(tenant.sandbox.requests("PUT", "/")).isEmpty();
    }

    @Test
    void doesNotWriteOverWhatAnotherChangedSinceItWasRead() {
        Asset made = tenant.poster("k-1");
        tenant.settle();
        tenant.sandbox.personFills(made.ref().id(), "Title", RecordChange.NEUTRAL, "value", "Renamed by hand");
        Asset mine = made.toBuilder().title("Renamed").build();
        assertThat(failure(() -> writer().update(mine)).kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.sandbox.values(made.ref().id(), "Title")).containsExactly("Renamed by hand");
        assertThat(writer().update(mine.toBuilder().updatedAt(null).build()).title())
                .isEqualTo("Renamed");
    }

    @Test
    void writesFieldsOfItsOwnAndClearsThemWithNull() {
        Asset made = tenant.poster("k-1");
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("Priority", List.of(Map.of("languageId", RecordChange.NEUTRAL, "value", "12.50")));
        Asset changed = writer().update(asset(made.ref())
                .extensions(Extensions.of("aprimo", Map.of("fields", fields)))
                .build());
        assertThat(tenant.sandbox.values(made.ref().id(), "Priority")).containsExactly("12.50");
        assertThat(changed.extensions().get("aprimo").get("fields")).asString().contains("12.50");
        fields.put("Priority", null);
        writer().update(asset(made.ref())
                .extensions(Extensions.of("aprimo", Map.of("fields", fields)))
                .build());
        assertThat(tenant.sandbox.values(made.ref().id(), "Priority")).isEmpty();
    }

    @Test
    void addsAVersionToTheFileOrAsAnotherMaster() {
        for (AprimoConfig.VersionForm form : AprimoConfig.VersionForm.values()) {
            try (Tenant each = new Tenant(builder -> builder.versionForm(form))) {
                Asset made = each.poster("k-1");
                AssetVersion second = each.the(AssetWriter.class)
                        .addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1, 2}, "poster2.jpg"));
                assertThat(second.number()).isEqualTo(2);
                assertThat(each.the(AssetReader.class).versions(made.ref()))
                        .extracting(AssetVersion::number)
                        .containsExactly(2, 1);
                assertThat(each.sandbox.unusedTokens()).isZero();
            }
        }
    }

    @Test
    void findsTheVersionWhoseAddingWasNotHeardOf() {
        Asset made = tenant.poster("k-1");
        // The repeat is refused: the token of the upload is used up.
        tenant.sandbox.failNext(
                1, "PUT", "/api/core/record/", Fault.connectionReset().afterHandling());
        AssetVersion second = writer().addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1}, "p.jpg"));
        assertThat(second.number()).isEqualTo(2);
        assertThat(tenant.the(AssetReader.class).versions(made.ref())).hasSize(2);
        assertThat(tenant.sandbox.requests("PUT", "/api/core/record/")).hasSize(2);
    }

    @Test
    void saysThatAnotherUserHoldsTheFileAndWritesNothing() {
        Asset made = tenant.poster("k-1");
        tenant.sandbox.personChecksOut(made.ref().id());
        assertThat(failure(() -> writer().addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1}, "p.jpg")))
                        .kind())
                .isEqualTo(ErrorKind.CONFLICT);
        assertThat(tenant.the(AssetReader.class).versions(made.ref())).hasSize(1);
    }

    @Test
    void noticesAVersionThatWasNotKept() {
        Asset made = tenant.poster("k-1");
        tenant.sandbox.loseVersions();
        assertThat(code(() -> writer().addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1}, "p.jpg"))))
                .isEqualTo(LocalErrors.DROPPED);
    }

    @Test
    void handsOutAnEarlierVersionAndNoOther() throws Exception {
        Asset made = tenant.poster("k-1");
        String first = Objects.requireNonNull(made.currentVersion()).id();
        writer().addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1, 2}, "poster2.jpg"));
        AssetReader reader = tenant.the(AssetReader.class);
        Content earlier = reader.content(made.ref(), first, null);
        try (InputStream in = earlier.open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
        assertThat(earlier.length()).isEqualTo(Tenant.BYTES.length);
        assertThat(failure(() -> reader.content(made.ref(), "no-such-version", null))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void opensContentAgainAfterItsAddressExpired() throws Exception {
        Asset made = tenant.poster("k-1");
        Content content = tenant.the(AssetReader.class).content(made.ref(), null, null);
        content.open().close();
        tenant.sandbox.expireSignatures();
        try (InputStream in = content.open()) {
            assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
        }
    }

    @Test
    void tellsRenditionsWithPublishedAddressesAlone() throws Exception {
        Asset made = tenant.poster("k-1");
        String web =
                tenant.sandbox.serviceRenders(made.ref().id(), "web", new byte[] {9, 8}, "https://cdn.example/p.jpg");
        AssetReader reader = tenant.the(AssetReader.class);
        List<Rendition> all = reader.renditions(made.ref());
        assertThat(all).extracting(Rendition::purpose).containsExactly("preview", "thumbnail", "web", "web");
        assertThat(all)
                .filteredOn(one -> one.uri() != null)
                .extracting(one -> String.valueOf(one.uri()))
                .containsExactly("https://cdn.example/p.jpg");
        try (InputStream in = reader.content(made.ref(), null, web).open()) {
            assertThat(in.readAllBytes()).containsExactly(9, 8);
        }
        assertThat(failure(() -> reader.content(made.ref(), null, "none").length())
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void asksForAVocabularyOnce() {
        for (int i = 0; i < 3; i++) {
            tenant.the(AssetReader.class).get(tenant.poster("k-1").ref());
        }
        assertThat(tenant.sandbox.requests("GET", "/api/core/languages")).hasSize(1);
        assertThat(tenant.sandbox.requests("GET", "/api/core/fielddefinitions")).hasSize(2);
    }

    @Test
    void tellsNewRecordsFromChangedOnes() {
        AssetFeed feed = tenant.the(AssetFeed.class);
        ChangeBatch begin = feed.changes(null, 10);
        String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
        tenant.settle();
        ChangeBatch first = feed.changes(begin.next(), 10);
        assertThat(first.events()).extracting(CaseEvent::type).containsExactly(CaseEventType.ASSET_CREATED);
        tenant.sandbox.personFills(record, "Title", RecordChange.NEUTRAL, "value", "Changed");
        tenant.settle();
        ChangeBatch second = feed.changes(first.next(), 10);
        assertThat(second.events()).extracting(CaseEvent::type).containsExactly(CaseEventType.ASSET_UPDATED);
        assertThat(second.events().get(0).subject()).isEqualTo(Tenant.ref(record));
        assertThat(feed.changes(second.next(), 10).events()).isEmpty();
    }
}
