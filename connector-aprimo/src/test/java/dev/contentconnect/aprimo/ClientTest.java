package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.api.PublicLinkDraft;
import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireOrder;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClientTest {
    private static ConnectorException failure(Runnable call) {
        return catchThrowableOfType(ConnectorException.class, call::run);
    }

    @Nested
    class Selecting {
        @ParameterizedTest
        @EnumSource(AprimoConfig.JsonShape.class)
        void readsTheSameInBothForms(AprimoConfig.JsonShape shape) {
            try (Tenant tenant = new Tenant(builder -> builder.jsonShape(shape))) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                tenant.sandbox.serviceRenders(record, "web", new byte[3], "https://cdn.example/a.jpg");
                WireRecord in = tenant.client()
                        .records()
                        .get(
                                record,
                                Select.record("title", "fields", "masterfile", "masterfilelatestversion", "preview")
                                        .and("fileversion", "renditions")
                                        .and("rendition", "uri", "publiclinks"));
                assertThat(in.title()).isEqualTo("Poster");
                assertThat(FieldValues.texts(FieldValues.field(in, "title"), null))
                        .containsExactly("Poster");
                WireFileVersion version = Objects.requireNonNull(in.masterFileLatestVersion());
                assertThat(version.versionNumber()).isEqualTo(1);
                assertThat(version.fileSize()).isEqualTo(Tenant.BYTES.length);
                assertThat(version.isLatest()).isTrue();
                assertThat(Objects.requireNonNull(in.masterFile()).checkedOut()).isFalse();
                assertThat(Objects.requireNonNull(in.preview()).width()).isEqualTo(640);
                var rendition =
                        Objects.requireNonNull(version.renditions()).items().get(0);
                assertThat(rendition.name()).isEqualTo("web");
                assertThat(rendition.uri()).contains("/blob/");
                assertThat(Objects.requireNonNull(rendition.publicLinks()).items())
                        .extracting(WirePublicLink::status)
                        .containsExactly("Published", "Failed");
                assertThat(in.thumbnail()).isNull();
            }
        }

        @ParameterizedTest
        @EnumSource(AprimoConfig.JsonShape.class)
        void findsNullInWhatWasNotSelected(AprimoConfig.JsonShape shape) {
            try (Tenant tenant = new Tenant(builder -> builder.jsonShape(shape))) {
                WireRecord in = tenant.client()
                        .records()
                        .get(tenant.sandbox.personUploads("Poster", Tenant.BYTES), Select.NOTHING);
                assertThat(in.status()).isEqualTo("Draft");
                assertThat(in.title()).isNull();
                assertThat(in.fields()).isNull();
                assertThat(in.masterFileLatestVersion()).isNull();
            }
        }

        @Test
        void getsOnlyTheFieldsThatAreNamedCommasIncluded() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                tenant.sandbox.personFills(record, "Blocked, because", RecordChange.NEUTRAL, "value", "why not");
                WireRecord in =
                        tenant.client().records().get(record, Select.NOTHING.onlyFields(List.of("Blocked, because")));
                assertThat(Objects.requireNonNull(in.fields()).items())
                        .extracting(field -> field.fieldName())
                        .containsExactly("Blocked, because");
            }
        }

        @Test
        void refusesNamesThatWouldMakeAnotherHeader() {
            assertThatIllegalArgumentException().isThrownBy(() -> Select.record("title,fields"));
            assertThatIllegalArgumentException().isThrownBy(() -> Select.NOTHING.and("record\r\nX", "a"));
            assertThatIllegalArgumentException().isThrownBy(() -> Select.NOTHING.in("en,de"));
        }

        @Test
        void takesIdsWithDashes() {
            try (Tenant tenant = new Tenant()) {
                String id = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                String dashed = id.substring(0, 8) + "-" + id.substring(8, 12) + "-" + id.substring(12, 16) + "-"
                        + id.substring(16, 20) + "-" + id.substring(20);
                assertThat(tenant.client().records().get(dashed, Select.NOTHING).id())
                        .isEqualTo(id);
                assertThat(FieldValues.id(dashed.toUpperCase(java.util.Locale.ROOT)))
                        .isEqualTo(id);
            }
        }
    }

    @Nested
    class Ordering {
        private WireOrder order(Tenant tenant) {
            String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
            return tenant.client().orders().create(OrderRequest.download(record));
        }

        @Test
        void fetchesADownloadWithoutShowingTheToken() throws Exception {
            try (Tenant tenant = new Tenant()) {
                URI address = tenant.client().orders().delivered(order(tenant)).get(0);
                try (InputStream in = tenant.client().files().open(address)) {
                    assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
                }
                assertThat(tenant.sandbox.requests("GET", "/blob/"))
                        .allSatisfy(
                                one -> assertThat(one.header("Authorization")).isEmpty());
            }
        }

        @Test
        void waitsForAnOrderWithGrowingWaits() {
            try (Tenant tenant = new Tenant()) {
                tenant.sandbox.processOrders(4, "Success");
                assertThat(tenant.client().orders().delivered(order(tenant))).hasSize(1);
                assertThat(tenant.clock.sleeps()).hasSizeGreaterThanOrEqualTo(3).isSorted();
            }
        }

        @Test
        void givesUpAnOrderThatDoesNotEnd() {
            try (Tenant tenant = new Tenant(builder -> builder.orderTime(Duration.ofMinutes(1)))) {
                tenant.sandbox.processOrders(10_000, "Success");
                WireOrder order = order(tenant);
                assertThat(failure(() -> tenant.client().orders().delivered(order))
                                .kind())
                        .isEqualTo(ErrorKind.TIMED_OUT);
            }
        }

        @ParameterizedTest
        @CsvSource({"Failed,order_failed", "PartiallyFailed,order_partiallyfailed", "Cancelled,order_cancelled"})
        void saysHowAnOrderFailed(String end, String code) {
            try (Tenant tenant = new Tenant()) {
                tenant.sandbox.processOrders(2, end);
                WireOrder order = order(tenant);
                ConnectorException failure =
                        failure(() -> tenant.client().orders().delivered(order));
                assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
                assertThat(failure.error().trace().vendorCode()).isEqualTo(code);
                assertThat(failure).hasMessageContaining("could not be rendered");
            }
        }

        @Test
        void readsWhatAPublicationDelivered() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                WireOrder order = tenant.client().orders().create(OrderRequest.publish(record));
                assertThat(tenant.client().orders().delivered(order)).hasSize(1);
            }
        }

        @Test
        void saysThatAnAddressHasExpired() {
            try (Tenant tenant = new Tenant()) {
                URI address = tenant.client().orders().delivered(order(tenant)).get(0);
                tenant.sandbox.expireSignatures();
                assertThat(failure(() -> tenant.client().files().open(address)).kind())
                        .isEqualTo(ErrorKind.FORBIDDEN);
            }
        }
    }

    @Nested
    class Linking {
        @Test
        void notesFindsAndDeletesAPublicLink() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                String version = Objects.requireNonNull(Objects.requireNonNull(tenant.client()
                                .records()
                                .get(record, Select.record("masterfilelatestversion"))
                                .masterFileLatestVersion())
                        .id());
                String id = tenant.client()
                        .publicLinks()
                        .create(new PublicLinkDraft(
                                PublicLinkDraft.Target.FILE_VERSION,
                                version,
                                URI.create("https://shop.example/p.jpg"),
                                "shop",
                                null,
                                null));
                assertThat(tenant.client().publicLinks().ofVersion(version))
                        .extracting(WirePublicLink::uri)
                        .containsExactly("https://shop.example/p.jpg");
                assertThat(tenant.client().publicLinks().get(id).origin()).isEqualTo("Api");
                tenant.client().publicLinks().delete(id);
                assertThat(failure(() -> tenant.client().publicLinks().get(id)).kind())
                        .isEqualTo(ErrorKind.NOT_FOUND);
            }
        }
    }

    @Nested
    class Writing {
        @Test
        void clearsWithNullAndReplacesLists() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                String title = Objects.requireNonNull(
                        tenant.connector.resolver().field("Title").id());
                String keywords = Objects.requireNonNull(
                        tenant.connector.resolver().field("Keywords").id());
                tenant.client()
                        .records()
                        .update(record, new RecordChange().values(keywords, RecordChange.NEUTRAL, List.of("a", "b")));
                tenant.client()
                        .records()
                        .update(
                                record,
                                new RecordChange()
                                        .value(title, RecordChange.NEUTRAL, null)
                                        .values(keywords, RecordChange.NEUTRAL, List.of("c")));
                assertThat(tenant.sandbox.values(record, "Title")).isEmpty();
                assertThat(tenant.sandbox.values(record, "Keywords")).containsExactly("c");
            }
        }

        @Test
        void deletesAndIsToldWhatItMayNot() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                assertThat(failure(() -> tenant.client().records().create(new RecordChange()))
                                .kind())
                        .isEqualTo(ErrorKind.REJECTED);
                tenant.client().records().delete(record);
                assertThat(failure(() -> tenant.client().records().get(record, Select.NOTHING))
                                .kind())
                        .isEqualTo(ErrorKind.NOT_FOUND);
            }
        }

        @Test
        void seesThatAnotherUserHoldsAFile() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                String file = Objects.requireNonNull(
                        tenant.client().records().masterFile(record).id());
                tenant.client().files().checkOut(file);
                assertThat(tenant.client().files().file(file).checkedOut()).isTrue();
                tenant.client().files().checkIn(file);
                tenant.sandbox.personChecksOut(record);
                assertThat(failure(() -> tenant.client().files().checkOut(file)).kind())
                        .isEqualTo(ErrorKind.CONFLICT);
            }
        }

        @Test
        void readsWhereARecordIsFiledAndWhoHoldsIt() {
            try (Tenant tenant = new Tenant()) {
                String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
                assertThat(tenant.client().records().classifications(record))
                        .extracting(one -> one.id())
                        .containsExactly(AprimoSandbox.INBOX);
                assertThat(tenant.client().records().locks(record)).isEmpty();
                assertThat(tenant.client().records().fields(record, Select.NOTHING))
                        .extracting(one -> one.fieldName())
                        .containsExactly("Title");
            }
        }
    }
}
