package dev.contentconnect.aprimo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.sandbox.AprimoSandbox;
import dev.contentconnect.core.config.ConfigException;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.WebhookReceiver;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.GeneratedContent;
import dev.contentconnect.core.webhook.WebhookRejection;
import io.vavr.control.Either;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant or a caller may get wrong: a typed failure, or a recovery; nothing half-written. */
class BadInputTest {
    private Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private void tenant(UnaryOperator<AprimoConfigBuilder> options) {
        tenant.close();
        tenant = new Tenant(options);
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private static String code(ConnectorException failure) {
        return String.valueOf(failure.error().trace().vendorCode());
    }

    private AssetWriter writer() {
        return tenant.the(AssetWriter.class);
    }

    private static Asset.Builder metadata() {
        return Asset.builder(SourceRef.of("brief", "1")).title("Poster");
    }

    private ConnectorException refusedWhenMade(Asset metadata) {
        AssetDraft draft = new AssetDraft("k-1", metadata, Tenant.content(Tenant.BYTES, "poster.jpg"));
        return failure(() -> writer().create(draft));
    }

    private void assertNothingSent() {
        assertThat(tenant.sandbox.records()).isZero();
        assertThat(tenant.sandbox.requests("POST", "/uploads")).isEmpty();
        assertThat(tenant.sandbox.requests("POST", "/api/core/records")).isEmpty();
    }

    @Nested
    class AFieldThatDoesNotExistOrIsReadOnly {
        @ParameterizedTest
        @CsvSource({"No such field,field_missing", "Calculated,field_read_only"})
        void leavesNoRecordBehindAndSendsNoBytes(String field, String code) {
            tenant(options -> options.assetFields(Map.of("title", "Title", "description", field)));
            ConnectorException failure =
                    refusedWhenMade(metadata().description("New").build());
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo(code);
            assertThat(failure).hasMessageContaining(field);
            assertNothingSent();
        }

        @ParameterizedTest
        @CsvSource({"No such field,field_missing", "Calculated,field_read_only"})
        void doesNotLetTheOtherFieldsOfAChangeThrough(String field, String code) {
            tenant(options -> options.assetFields(Map.of("title", "Title", "description", field)));
            Asset made = tenant.poster("k-1");
            ConnectorException failure = failure(() -> writer().update(Asset.builder(made.ref())
                    .title("Renamed")
                    .description("New")
                    .build()));
            assertThat(code(failure)).isEqualTo(code);
            assertThat(tenant.the(AssetReader.class).get(made.ref())).isEqualTo(made);
        }

        @Test
        void isFoundByTheCheck() {
            tenant(options -> options.publicationField("No such field"));
            ConnectorException failure = failure(tenant.connector::check);
            assertThat(code(failure)).isEqualTo("fields_missing");
            assertThat(failure).hasMessageContaining("[No such field]").hasMessageContaining("publicationField");
        }
    }

    @Nested
    class AnOptionThatIsNotInTheList {
        @Test
        void isNamedAndNothingIsSent() {
            tenant(options -> options.assetFields(Map.of("title", "Title", "market", "RightsStatus")));
            ConnectorException failure =
                    refusedWhenMade(metadata().market("Mars").build());
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("option_unknown");
            assertThat(failure).hasMessageContaining("Mars").hasMessageContaining("RightsStatus");
            assertNothingSent();
        }

        @Test
        void isAskedForOnceMoreAsItMayBeNew() {
            tenant(options -> options.assetFields(Map.of("title", "Title", "market", "RightsStatus")));
            assertThat(code(refusedWhenMade(metadata().market("Mars").build()))).isEqualTo("option_unknown");
            tenant.sandbox.option("RightsStatus", "Mars");
            tenant.settle();
            Asset made = writer().create(
                            new AssetDraft("k-1", metadata().market("Mars").build(), null));
            assertThat(made.market()).isEqualTo("Mars");
        }
    }

    @Nested
    class ALanguageThatIsNotEnabled {
        @Test
        void isRefusedForTheWholeTenant() {
            tenant(options -> options.language("tlh"));
            ConnectorException failure =
                    refusedWhenMade(metadata().description("nuqneH").build());
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("language_unknown");
            assertNothingSent();
        }

        @Test
        void isRefusedForOneField() {
            tenant.sandbox.enableLanguages("Description", "000000000000000000000000000000e3");
            ConnectorException failure =
                    refusedWhenMade(metadata().description("A poster").build());
            assertThat(code(failure)).isEqualTo("language_unknown");
            assertThat(failure).hasMessageContaining("en-US").hasMessageContaining("Description");
            assertNothingSent();
        }
    }

    @Nested
    class ARecordCheckedOutByAnother {
        @Test
        void isAConflictAndKeepsItsVersions() {
            Asset made = tenant.poster("k-1");
            tenant.sandbox.personChecksOut(made.ref().id());
            ConnectorException failure =
                    failure(() -> writer().addVersion(made.ref(), "v-2", Tenant.content(new byte[] {1}, "p.jpg")));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(failure).hasMessageContaining("checked out");
            assertThat(tenant.the(AssetReader.class).get(made.ref())).isEqualTo(made);
        }
    }

    @Nested
    class AnUploadSegmentThatIsLost {
        private static final int SEGMENT = 1_000_000;

        @Test
        void isSentOnceMoreWithTheOthersAndThenAllIsThere() {
            tenant(options -> options.segmentBytes(SEGMENT));
            tenant.sandbox.loseSegment(1);
            Content film = new GeneratedContent("film.mov", "video/quicktime", 2_500_000, true);
            Asset made = writer().create(new AssetDraft("k-1", metadata().build(), film));
            assertThat(tenant.the(AssetReader.class).versions(made.ref()))
                    .singleElement()
                    .matches(one -> one.sizeBytes() != null && one.sizeBytes() == 2_500_000);
            assertThat(tenant.sandbox.openUploads()).isZero();
        }

        @Test
        void isATypedFailureWhereTheBytesCannotBeReadAgain() {
            tenant(options -> options.segmentBytes(SEGMENT));
            tenant.sandbox.loseSegment(1);
            byte[] bytes = new byte[2_500_000];
            Content film = Content.of(new ByteArrayInputStream(bytes), bytes.length, "film.mov", null);
            AssetDraft draft = new AssetDraft("k-1", metadata().build(), film);
            ConnectorException failure = failure(() -> writer().create(draft));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("segments_missing");
            assertThat(tenant.sandbox.openUploads()).isZero();
            assertThat(tenant.sandbox.records()).isZero();
        }
    }

    @Nested
    class AnOrderThatFailsHalfWay {
        private PublishRequest both() {
            List<SourceRef> assets =
                    List.of(tenant.poster("k-1").ref(), tenant.poster("k-2").ref());
            return new PublishRequest("launch", "Launch", assets, List.of(), null, null);
        }

        @ParameterizedTest
        @CsvSource({"PartiallyFailed,order_partiallyfailed", "Failed,order_failed", "Cancelled,order_cancelled"})
        void publishesNothing(String end, String code) {
            tenant(options -> options.publishBy(AprimoConfig.PublishBy.CDN));
            PublishRequest request = both();
            tenant.sandbox.processOrders(2, end);
            AssetPublisher publisher = tenant.the(AssetPublisher.class);
            ConnectorException failure = failure(() -> publisher.publish(request));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo(code);
            assertThat(tenant.sandbox.publicAddresses()).isEmpty();
            assertThat(request.assets())
                    .allMatch(one -> tenant.sandbox.status(one.id()).equals("Draft"));
            assertThat(publisher.findByKey("launch")).isEmpty();

            tenant.sandbox.processOrders(0, "Success");
            assertThat(publisher.publish(request).status()).isEqualTo(AssetStatus.PUBLISHED);
            assertThat(tenant.sandbox.publicAddresses()).hasSize(2);
        }

        @Test
        void handsOutNoContent(@TempDir Path folder) {
            Asset made = tenant.poster("k-1");
            tenant.sandbox.processOrders(2, "PartiallyFailed");
            Path target = folder.resolve("poster.jpg");
            ConnectorException failure = failure(() -> tenant.the(AssetReader.class)
                    .content(made.ref(), null, null)
                    .copyTo(target));
            assertThat(code(failure)).isEqualTo("order_partiallyfailed");
            assertThat(target).doesNotExist();
        }
    }

    @Nested
    class ASignedAddressThatExpired {
        @Test
        void isForbiddenToWhoKeptIt() {
            String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
            URI address = tenant.client()
                    .orders()
                    .delivered(tenant.client().orders().create(OrderRequest.download(record)))
                    .get(0);
            tenant.sandbox.expireSignatures();
            assertThat(failure(() -> tenant.client().files().open(address)).kind())
                    .isEqualTo(ErrorKind.FORBIDDEN);
        }

        @Test
        void isOrderedAnewWhenItExpiresBeforeItIsUsed(@TempDir Path folder) throws Exception {
            Content content =
                    tenant.the(AssetReader.class).content(tenant.poster("k-1").ref(), null, null);
            tenant.sandbox.failNext(1, "GET", "/blob/", Fault.status(403));
            try (InputStream in = content.open()) {
                assertThat(in.readAllBytes()).isEqualTo(Tenant.BYTES);
            }
            tenant.sandbox.failNext(1, "GET", "/blob/", Fault.status(403));
            Path target = folder.resolve("poster.jpg");
            content.copyTo(target);
            assertThat(Files.readAllBytes(target)).isEqualTo(Tenant.BYTES);
            assertThat(tenant.sandbox.requests("POST", "/api/core/orders")).hasSize(4);
        }
    }

    @Nested
    class ACalloutThatTriggersItself {
        private Either<WebhookRejection, List<CaseEvent>> receive(Map<String, ?> callout) {
            return tenant.the(WebhookReceiver.class).receive(CalloutTest.signed(tenant, callout));
        }

        @Test
        void endsWithOurOwnWrite() {
            tenant.connector.check();
            String record = tenant.sandbox.personUploads("Poster", Tenant.BYTES);
            Map<String, Object> first = tenant.sandbox.callouts().get(0);
            CaseEvent event = receive(first).get().get(0);
            Object reference = event.extensions().get("aprimo").get("referenceId");
            try (AprimoConnector handling = tenant.connector.handling(String.valueOf(reference))) {
                handling.require(AssetWriter.class)
                        .update(Asset.builder(Tenant.ref(record))
                                .description("seen")
                                .build());
            }
            Map<String, Object> echo = tenant.sandbox.callouts().get(0);
            assertThat(echo).containsEntry("_reference", reference).containsEntry("userId", AprimoSandbox.USER);
            assertThat(receive(echo).getLeft().reason()).isEqualTo(WebhookRejection.Reason.IRRELEVANT);
            assertThat(receive(echo).getLeft().status()).isEqualTo(204);
        }

        @Test
        void isTakenForAPersonsWhileNobodyKnowsWhoWeAre() {
            tenant.poster("k-1");
            Map<String, Object> echo = tenant.sandbox.callouts().get(0);
            assertThat(receive(echo).isRight()).isTrue();
            tenant(options -> options.ownUser(AprimoSandbox.USER.toUpperCase(java.util.Locale.ROOT)));
            assertThat(receive(echo).isLeft()).isTrue();
        }
    }

    @Nested
    class ATenantNameThatIsNoHostLabel {
        @ParameterizedTest
        @ValueSource(strings = {"acme.aprimo.com", "evil.example#", "acme/../x", "-acme", "a@b", "a b", "acme:81", "ä"})
        void isRefusedBeforeAnyRequest(String name) {
            ConfigException failure = catchThrowableOfType(
                    ConfigException.class,
                    () -> AprimoConfig.fromMap(
                            Map.of("tenant", name, "clientId", "reg-1", "clientSecret", "tok-secret")));
            assertThat(failure).hasMessageContaining("tenant").hasMessageNotContaining("tok-secret");
        }
    }
}
