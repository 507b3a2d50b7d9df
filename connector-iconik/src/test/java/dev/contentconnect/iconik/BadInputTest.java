package dev.contentconnect.iconik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.DecisionOutcome;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.sandbox.IconikSandbox;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant or a caller may get wrong: a typed failure with the service's own words, or a recovery; nothing half made. */
class BadInputTest {
    private final Tenant tenant = new Tenant(options -> options.partBytes(5 << 20));

    @AfterEach
    void close() {
        tenant.close();
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

    private static AssetDraft draft(Asset metadata) {
        return new AssetDraft("dam:1", metadata, Tenant.content(Tenant.BYTES, "film.mp4"));
    }

    private static Asset.Builder metadata() {
        return Asset.builder(SourceRef.of("dam", "1")).title("Film");
    }

    @Nested
    class AViewThatLacksAMappedField {
        @Test
        void isNamedByTheCheck() {
            tenant.sandbox.takeOut(IconikSandbox.ASSET_VIEW, "Market");
            ConnectorException failure = failure(tenant.connector::check);
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("fields_missing");
            assertThat(failure).hasMessageContaining("[Market]").hasMessageContaining("assetFields");
        }

        @Test
        void doesNotSwallowAValue() {
            Asset film = tenant.film("dam:1");
            tenant.sandbox.takeOut(IconikSandbox.ASSET_VIEW, "Market");
            ConnectorException failure = failure(() -> writer().update(Asset.builder(film.ref())
                    .title("Renamed")
                    .market("AT")
                    .build()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("silently_dropped");
            assertThat(failure).hasMessageContaining("Market");
            assertThat(tenant.sandbox.asset(film.ref().id())).containsEntry("title", "Film");
        }

        @Test
        void leavesNoAssetWithoutItsMetadata() {
            tenant.sandbox.takeOut(IconikSandbox.ASSET_VIEW, "Market");
            ConnectorException failure =
                    failure(() -> writer().create(draft(metadata().market("AT").build())));
            assertThat(code(failure)).isEqualTo("silently_dropped");
            assertThat(tenant.sandbox.assetsWithKey("dam:1")).isEmpty();
        }

        @Test
        void isNamedWhenTheWholeViewIsGone() {
            try (Tenant other = new Tenant(options -> options.rightsView("no-such-view"))) {
                assertThat(failure(other.connector::check).kind()).isEqualTo(ErrorKind.NOT_FOUND);
                String id = other.sandbox.personUploads("Film", Tenant.BYTES);
                RightsRecord cleared = other.the(RightsReader.class).rights(Tenant.ref(id)).toBuilder()
                        .status(RightsStatus.CLEARED)
                        .build();
                assertThat(failure(() -> other.the(RightsWriter.class).apply(cleared))
                                .kind())
                        .isEqualTo(ErrorKind.NOT_FOUND);
            }
        }
    }

    @Nested
    class AValueOutsideADropDown {
        @Test
        void isRefusedInTheServicesWordsAndNothingChanges() {
            Asset film = tenant.film("dam:1");
            tenant.sandbox.restrict("Market", "AT", "DE");
            ConnectorException failure = failure(() -> writer().update(Asset.builder(film.ref())
                    .title("Renamed")
                    .description("New")
                    .market("Mars")
                    .build()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("Market");
            assertThat(failure).hasMessageContaining("Not a valid choice");
            Asset after = tenant.the(AssetReader.class).get(film.ref());
            assertThat(after).isEqualTo(film);
        }

        @Test
        void leavesNoAssetBehindAndItsKeyFree() {
            tenant.sandbox.restrict("Market", "AT", "DE");
            ConnectorException failure = failure(
                    () -> writer().create(draft(metadata().market("Mars").build())));
            assertThat(code(failure)).isEqualTo("Market");
            assertThat(tenant.sandbox.assetsWithKey("dam:1")).isEmpty();
            assertThat(tenant.sandbox.requests("PUT", "/storage/")).isEmpty();

            tenant.settle();
            Asset made = writer().create(draft(metadata().market("AT").build()));
            assertThat(tenant.sandbox.assetsWithKey("dam:1"))
                    .containsExactly(made.ref().id());
            assertThat(made.market()).isEqualTo("AT");
        }

        @Test
        void keepsAnAssetBackRatherThanFree() {
            Asset film = tenant.film("dam:1");
            tenant.sandbox.restrict("RightsStatus", "Cleared");
            RightsRecord expired = tenant.the(RightsReader.class).rights(film.ref()).toBuilder()
                    .status(RightsStatus.EXPIRED)
                    .build();
            ConnectorException failure =
                    failure(() -> tenant.the(RightsWriter.class).apply(expired));
            assertThat(code(failure)).isEqualTo("RightsStatus");
            assertThat(tenant.the(RightsReader.class).rights(film.ref()).status())
                    .isEqualTo(RightsStatus.BLOCKED);
        }

        @Test
        void isNoticedWhenTheServiceOnlyLeavesItOut() {
            Asset film = tenant.film("dam:1");
            String values = "/API/metadata/v1/assets/" + film.ref().id() + "/views/" + IconikSandbox.ASSET_VIEW + "/";
            Object kept =
                    Map.of("metadata_values", Map.of("Tags", Map.of("field_values", List.of(Map.of("value", "sea")))));
            tenant.sandbox.failNext(1, "GET", values, Fault.status(404));
            tenant.sandbox.failNext(1, "GET", values, Fault.reply(SandboxResponse.json(200, kept)));
            ConnectorException failure = failure(() -> writer().update(Asset.builder(film.ref())
                    .tags(List.of("sea", "Mars"))
                    .build()));
            assertThat(code(failure)).isEqualTo("silently_dropped");
        }
    }

    @Nested
    class AKeyThatIsUsedAlready {
        @Test
        void findsTheAssetThatPeopleGaveItTo() {
            String theirs = tenant.sandbox.personUploads("Theirs", Tenant.BYTES);
            tenant.sandbox.personSets(theirs, "external_id", "dam:1");
            tenant.settle();
            Asset found = writer().create(draft(metadata().title("Ours").build()));
            assertThat(found.ref()).isEqualTo(Tenant.ref(theirs));
            assertThat(found.title()).isEqualTo("Theirs");
            assertThat(tenant.sandbox.requests("PUT", "/storage/")).isEmpty();
        }
    }

    @Nested
    class AnAssetInTheBin {
        private final String id = tenant.sandbox.personUploads("Film", Tenant.BYTES);
        private final SourceRef ref = Tenant.ref(id);

        private void bin() {
            tenant.client().assets().delete(id);
        }

        private void refuses(ThrowingCallable call) {
            tenant.sandbox.clearRequests();
            ConnectorException failure = failure(call);
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(failure).hasMessageContaining("asset " + id + " is in the bin");
            assertThat(tenant.sandbox.requests())
                    .allMatch(one -> one.method().equals("GET") || one.path().contains("/search/"));
        }

        @Test
        void isShownAsDeletedAndTakesNoWrite() {
            bin();
            assertThat(tenant.the(AssetReader.class).get(ref).status()).isEqualTo(AssetStatus.DELETED);
            refuses(() -> writer().update(Asset.builder(ref).title("New").build()));
            refuses(() -> writer().addVersion(ref, "second", Tenant.content(Tenant.BYTES, "film.mp4")));
            refuses(() -> tenant.the(AssetReader.class).content(ref, null, null));
            refuses(() -> tenant.the(CommentThread.class).add(ref, new CommentDraft("k", "Nice", null, null)));
            refuses(() -> tenant.the(AssetPublisher.class)
                    .publish(new PublishRequest("k", "Launch", List.of(ref), List.of(), null, null)));
            refuses(() -> tenant.the(ApprovalDesk.class)
                    .request(new ApprovalRequest("k", "Film", ref, null, List.of(), null, null, Map.of())));
            refuses(() -> tenant.the(RightsWriter.class)
                    .apply(tenant.the(RightsReader.class).rights(ref)));
        }

        @Test
        void isNotDecidedOn() {
            tenant.sandbox.personAsks(id, List.of(IconikSandbox.USER), 1);
            bin();
            refuses(() -> tenant.the(ApprovalDesk.class).decide(ref, Decision.of(DecisionOutcome.APPROVED, null)));
        }

        @Test
        void givesItsKeyToANewOne() {
            tenant.sandbox.personSets(id, "external_id", "dam:1");
            tenant.settle();
            bin();
            Asset made = writer().create(draft(metadata().build()));
            assertThat(made.ref()).isNotEqualTo(ref);
            assertThat(tenant.sandbox.assetsWithKey("dam:1"))
                    .containsExactly(made.ref().id());
        }
    }

    @Nested
    class AVersionWhileTheAssetIsTranscoded {
        @Test
        void isAConflictAndLeavesNothingBehind() {
            Asset film = tenant.film("dam:1");
            String versions = "/API/assets/v1/assets/" + film.ref().id() + "/versions/";
            tenant.sandbox.failNext(
                    1,
                    "POST",
                    versions,
                    Fault.reply(SandboxResponse.json(409, Map.of("errors", List.of("The asset is being transcoded")))));
            int sets = tenant.sandbox.fileSets(film.ref().id());
            ConnectorException failure = failure(() -> writer().addVersion(film.ref(), "cut 2", cut()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(failure).hasMessageContaining("The asset is being transcoded");
            assertThat(tenant.sandbox.fileSets(film.ref().id())).isEqualTo(sets);
            assertThat(tenant.the(AssetReader.class).versions(film.ref())).hasSize(1);

            AssetVersion added = writer().addVersion(film.ref(), "cut 2", cut());
            assertThat(added.number()).isEqualTo(2);
        }

        private Content cut() {
            return Tenant.content(new byte[] {1, 2, 3}, "cut.mp4");
        }

        @Test
        void isAConflictForAVersionOutOfAnotherAssetToo() {
            String id = tenant.sandbox.personUploads("Film", Tenant.BYTES);
            String source = tenant.sandbox.personUploads("Cut", Tenant.BYTES);
            tenant.sandbox.transcode(source);
            ConnectorException failure =
                    failure(() -> tenant.client().assets().createVersionFrom(id, source, Map.of()));
            assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT);
            assertThat(tenant.the(AssetReader.class).versions(Tenant.ref(id))).hasSize(1);
        }
    }

    @Nested
    class APageNumberPastTheEnd {
        @Test
        void isTheEndOfAList() {
            String id = tenant.sandbox.personUploads("Film", Tenant.BYTES);
            IntStream.range(0, 3).forEach(i -> tenant.client().assets().addHistory(id, "CUSTOM", "Entry " + i));
            tenant.sandbox.clearRequests();
            assertThat(tenant.client()
                            .assets()
                            .history(id, ListQuery.ALL.pages(2))
                            .startingAt(Cursor.of("3")))
                    .isEmpty();
            assertThat(tenant.sandbox.requests("GET", "/API/assets/")).hasSize(1);
        }

        @Test
        void isNotTheEndWhereTheObjectIsMissing() {
            assertThat(failure(() -> tenant.client()
                                    .assets()
                                    .history("no-such-asset", ListQuery.ALL)
                                    .iterator()
                                    .hasNext())
                            .kind())
                    .isEqualTo(ErrorKind.NOT_FOUND);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "10001", "two"})
        void isRefusedWhereItIsNoPageNumber(String cursor) {
            assertThat(failure(() -> tenant.client()
                                    .assets()
                                    .list(ListQuery.ALL)
                                    .startingAt(Cursor.of(cursor))
                                    .iterator()
                                    .hasNext())
                            .kind())
                    .isEqualTo(ErrorKind.REJECTED);
        }
    }

    @Nested
    class AnOutageThatIsNone {
        @Test
        void isToldFromAMissingAssetByTheStatus() {
            ConnectorException absent = failure(() -> tenant.client().assets().get("no-such-asset", false));
            assertThat(absent.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            tenant.sandbox.failNext(
                    9,
                    "POST",
                    "/API/assets/v1/assets/",
                    Fault.reply(SandboxResponse.json(500, Map.of("errors", List.of("already exists")))));
            ConnectorException outage = failure(() -> tenant.film("dam:1"));
            assertThat(outage.kind())
                    .as("this service has no other word for it")
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(outage).hasMessageContaining("already exists");
            assertThat(tenant.sandbox.requests("POST", "/API/assets/v1/assets/"))
                    .as("not sent again: the first may have arrived")
                    .hasSize(1);
            assertThat(tenant.sandbox.assetsWithKey("dam:1")).isEmpty();
        }
    }

    @Test
    void metadataThatAreNoFieldsOfTheTenantAreRefusedBeforeTheAssetIsTouched() {
        Asset film = tenant.film("dam:1");
        ConnectorException failure = failure(() -> writer().update(Asset.builder(film.ref())
                .title("Renamed")
                .extensions(Extensions.of("iconik", Map.of("metadata", Map.of("NoSuchField", List.of("x")))))
                .build()));
        assertThat(code(failure)).isEqualTo("silently_dropped");
        assertThat(tenant.sandbox.asset(film.ref().id())).containsEntry("title", "Film");
    }
}
