package dev.contentconnect.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.core.testkit.SandboxResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a system, a configuration or a caller may get wrong: a typed failure in the system's words, or a recovery. */
class BadInputTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private static Content picture(int size) {
        return Content.of(new ByteArrayInputStream(new byte[size]), size, "poster.png", "image/png");
    }

    private static AssetDraft draft(String key, Content content) {
        return new AssetDraft(
                key, Asset.builder(SourceRef.of("agency", "1")).title("Poster").build(), content);
    }

    @Nested
    class AList {
        private final List<MappingIssue> issues = new ArrayList<>();

        private List<String> titles() {
            return tenant.the(AssetReader.class).query(AssetQuery.ALL).onIssue(issues::add).stream()
                    .map(Asset::title)
                    .toList();
        }

        @Test
        void withABadItemGivesTheGoodOnes() {
            tenant.sandbox.failNext(
                    1,
                    "GET",
                    "/v2/assets",
                    Fault.reply(SandboxResponse.json(Map.of(
                            "data", List.of("no object", Map.of("name", "no id"), Map.of("id", 7, "name", "good"))))));
            assertThat(titles()).containsExactly("good");
            assertThat(issues)
                    .extracting(MappingIssue::path)
                    .contains("items[0]", "items[1]/id")
                    .anyMatch(path -> path.startsWith("items[2]/"));
        }

        @Test
        void withPartsThatCannotBeReadTellsOfThem() {
            tenant.sandbox.add(Map.of(
                    "name",
                    List.of("Poster"),
                    "file",
                    Map.of("bytes", "many", "sha256", "zz"),
                    "created",
                    "yesterday"));
            assertThat(titles()).hasSize(1).containsOnlyNulls();
            assertThat(issues)
                    .extracting(MappingIssue::path)
                    .contains("items[0]/name", "items[0]/file/bytes", "items[0]/file/sha256", "items[0]/created");
        }

        @Test
        void thatIsNoneIsAnError() {
            tenant.sandbox.failNext(
                    1, "GET", "/v2/assets", Fault.reply(SandboxResponse.json(Map.of("data", Map.of("id", "x")))));
            ConnectorException failure = failure(this::titles);
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNDECODABLE);
            assertThat(failure).hasMessageContaining("/data");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"https://elsewhere.example/v2/assets", "//elsewhere.example/", "ftp://x/", "http://[bad"})
        void isNotFollowedToAnotherHost(String link) {
            tenant.sandbox.linkTo(link);
            for (int i = 0; i < 101; i++) {
                tenant.sandbox.add(Map.of("name", "Poster"));
            }
            assertThat(failure(this::titles).kind()).isEqualTo(ErrorKind.UNDECODABLE);
        }
    }

    @Nested
    class AKey {
        @Test
        void isNotFoundWhereTheSystemPassesTheFilterOver() {
            try (Tenant deaf = new Tenant(config -> config.filter("key", "misspelt"))) {
                deaf.sandbox.add(Map.of("name", "Another", "externalId", "k-1"));
                assertThat(deaf.the(AssetReader.class).findByKey("k-2")).isEmpty();
                assertThat(deaf.the(AssetReader.class).findByKey("k-1")).isPresent();
            }
        }

        @Test
        void finishesWhatBrokeOffBeforeTheBytes() throws Exception {
            AssetWriter writer = tenant.the(AssetWriter.class);
            tenant.sandbox.failNext(3, "PUT", "/v2/assets/", Fault.status(503));
            assertThat(failure(() -> writer.create(draft("k-1", picture(9)))).kind())
                    .isEqualTo(ErrorKind.UNAVAILABLE);
            tenant.sandbox.clearFaults();
            Asset kept = writer.create(draft("k-1", picture(9)));
            assertThat(Objects.requireNonNull(kept.currentVersion()).sizeBytes())
                    .isEqualTo(9);
            try (InputStream in = tenant.the(AssetReader.class)
                    .content(kept.ref(), null, null)
                    .open()) {
                assertThat(in.readAllBytes()).hasSize(9);
            }
            assertThat(tenant.sandbox.count()).isEqualTo(1);
        }

        @Test
        void findsWhatTheSystemMadeWithoutAWord() {
            tenant.sandbox.sayNothing();
            Asset kept = tenant.the(AssetWriter.class).create(draft("k-1", picture(1)));
            assertThat(kept.key()).isEqualTo("k-1");
            assertThat(kept.title()).isEqualTo("Poster");
        }

        @Test
        void thatAnotherWasFasterWithFindsTheOthers() {
            String id = tenant.sandbox.add(Map.of("name", "Theirs", "externalId", "k-1"));
            // The list lags behind: the first look finds nothing.
            tenant.sandbox.failNext(
                    1, "GET", "/v2/assets", Fault.reply(SandboxResponse.json(Map.of("data", List.of()))));
            Asset found = tenant.the(AssetWriter.class).create(draft("k-1", picture(1)));
            assertThat(found.ref()).isEqualTo(Tenant.ref(id));
            assertThat(found.title()).isEqualTo("Theirs");
        }
    }

    @Test
    void aRefusalIsToldInTheWordsOfTheSystemAndNothingIsMade() {
        Asset tooLong = Asset.builder(SourceRef.of("agency", "1"))
                .title("x".repeat(201))
                .build();
        ConnectorException failure =
                failure(() -> tenant.the(AssetWriter.class).create(new AssetDraft("k-1", tooLong, null)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("name_too_long");
        assertThat(failure).hasMessageContaining("200 characters at most");
        assertThat(tenant.sandbox.count()).isZero();
    }

    @Test
    void bytesOfUnknownLengthAreRefusedBeforeAnythingIsMade() {
        Content endless = new Content() {
            @Override
            public String fileName() {
                return "endless";
            }

            @Override
            public String mediaType() {
                return "image/png";
            }

            @Override
            public long length() {
                return -1;
            }

            @Override
            public InputStream open() {
                throw new AssertionError("opened");
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public long copyTo(Path target) {
                throw new AssertionError("copied");
            }
        };
        ConnectorException failure = failure(() -> tenant.the(AssetWriter.class).create(draft("k-1", endless)));
        assertThat(failure.error().trace().vendorCode()).isEqualTo("length_unknown");
        assertThat(tenant.sandbox.requests()).isEmpty();
    }

    @Test
    void whatWasDeletedIsMissing() {
        String id = tenant.sandbox.add(Map.of("name", "Poster"));
        tenant.connector.client().delete(id);
        ConnectorException failure = failure(() -> tenant.the(AssetReader.class).get(Tenant.ref(id)));
        assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(failure.error().trace().vendorCode()).isEqualTo("deleted");
        assertThat(failure(() -> tenant.connector.client().delete(id)).kind()).isEqualTo(ErrorKind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "a b?c#d", "A-1;x=1", "夏"})
    void anIdStaysOnePartOfThePath(String id) {
        assertThat(failure(() -> tenant.the(AssetReader.class).get(Tenant.ref(id)))
                        .kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(tenant.sandbox.requests("GET", "/v2/assets/")).hasSize(1);
    }

    @Test
    void anIdThatWouldLeaveThePathIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenant.the(AssetReader.class).get(Tenant.ref("..")));
        assertThat(tenant.sandbox.requests()).isEmpty();
    }

    @Test
    void fieldsOfTheSystemsOwnAreWrittenIfTheyMayBeAndClearedByNull() {
        String id = tenant.sandbox.add(Map.of("name", "Poster", "campaign", "Spring", "owner", "ida"));
        AssetWriter writer = tenant.the(AssetWriter.class);
        Asset change = Asset.builder(Tenant.ref(id))
                .extensions(Extensions.of("dam", Map.of("campaign", "Summer", "owner", "max")))
                .build();
        assertThat(writer.update(change).extensions().get("dam"))
                .containsEntry("campaign", "Summer")
                .containsEntry("owner", "ida");
        Asset clearing = Asset.builder(Tenant.ref(id))
                .extensions(Extensions.of("dam", Collections.singletonMap("campaign", null)))
                .build();
        assertThat(writer.update(clearing).extensions().get("dam")).doesNotContainKey("campaign");
        assertThat(tenant.sandbox.asset(id)).containsEntry("name", "Poster");
    }

    @Test
    void rightsWithADateThatCannotBeReadAllowNothing() {
        String id = tenant.sandbox.add(Map.of(
                "name", "Poster", "rights", Map.of("status", "cleared", "until", "end of the year", "places", "AT")));
        RightsRecord rights = tenant.the(RightsReader.class).rights(Tenant.ref(id));
        assertThat(rights.status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(rights.permits(Use.at(tenant.clock.now())).isAllowed()).isFalse();
    }

    @Test
    void rightsStandInTheirFields() {
        String id = tenant.sandbox.add(Map.of(
                "rights",
                Map.of(
                        "status",
                        "Cleared",
                        "holder",
                        "Ida",
                        "until",
                        "2032-01-01T00:00:00Z",
                        "places",
                        List.of("AT"))));
        RightsRecord rights = tenant.the(RightsReader.class).rights(Tenant.ref(id));
        assertThat(rights.status().value()).isEqualTo("cleared");
        assertThat(rights.holder()).isEqualTo("Ida");
        assertThat(rights.grants())
                .singleElement()
                .satisfies(grant -> assertThat(grant.validity().until()).isEqualTo("2032-01-01T00:00:00Z"));
    }
}
