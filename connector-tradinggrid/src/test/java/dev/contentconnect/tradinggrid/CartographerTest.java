package dev.contentconnect.tradinggrid;

import static dev.contentconnect.tradinggrid.Tenant.code;
import static dev.contentconnect.tradinggrid.Tenant.failure;
import static dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox.RIGHTS;
import static dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox.RULES;
import static dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox.SOLUTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.core.spi.RightsWriter;
import dev.contentconnect.core.testkit.Fault;
import dev.contentconnect.tradinggrid.api.CrossReferences;
import dev.contentconnect.tradinggrid.sandbox.TradingGridSandbox;
import dev.contentconnect.tradinggrid.wire.WireTradingPartner;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartographerTest {
    private final Tenant tenant = new Tenant(options -> options.pageSize(2));

    @AfterEach
    void close() {
        tenant.close();
    }

    private CrossReferences tables() {
        return tenant.client().crossReferences();
    }

    @Test
    void writesReadsAndDeletesRows() {
        assertThat(tables().row(SOLUTION, RULES, "a|b|c")).isEmpty();
        tables().write(SOLUTION, RULES, "a|b|c", Map.of(1, "yes"));
        tables().write(SOLUTION, RULES, "a|b|c", Map.of(2, "Grün & Söhne / \"q\""));
        WireXrefEntry row = tables().row(SOLUTION, RULES, "a|b|c").orElseThrow();
        assertThat(row.at(1)).isEqualTo("yes");
        assertThat(row.at(2)).isEqualTo("Grün & Söhne / \"q\"");
        assertThat(row.at(3)).isNull();
        tables().delete(SOLUTION, RULES, "a|b|c");
        tables().delete(SOLUTION, RULES, "a|b|c");
        assertThat(tenant.sandbox.rows(RULES)).isEmpty();
    }

    @Test
    void listsRowsPageByPageAndSearchesThem(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 5; i++) {
            tenant.sandbox.row(RULES, "p" + i + "|region|Italy", Map.of(1, "x"));
        }
        assertThat(tables().rows(SOLUTION, RULES)).hasSize(5);
        assertThat(tables().search(SOLUTION, RULES, "p3"))
                .extracting(WireXrefEntry::key)
                .containsExactly("p3|region|Italy");
        assertThat(tables().entities(SOLUTION)).hasSize(2);
        Path file = folder.resolve("export");
        assertThat(tables().export(SOLUTION, RULES, file))
                .isEqualTo(Files.size(file))
                .isPositive();
    }

    @Test
    void takesARowThatAnotherProcessWroteInTheMeantime() {
        tenant.sandbox.failNext(
                1,
                "GET",
                "/cartographer/xref/v1/solutions/" + SOLUTION + "/entities/" + RULES + "/entries/",
                Fault.status(404));
        tenant.sandbox.row(RULES, "a", Map.of(1, "theirs"));
        tables().write(SOLUTION, RULES, "a", Map.of(1, "ours"));
        assertThat(tenant.sandbox.rows(RULES)).containsEntry("a", Map.of(1, "ours"));
    }

    @Nested
    class ARowThatDoesNotFit {
        private void isRefused(String key, Map<Integer, String> values, String word) {
            tenant.sandbox.clearRequests();
            var failure = failure(() -> tables().write(SOLUTION, RIGHTS, key, values));
            assertThat(failure.kind()).isEqualTo(ErrorKind.REJECTED);
            assertThat(code(failure)).isEqualTo("header_config");
            assertThat(failure).message().contains(word);
            assertThat(tenant.sandbox.requests("POST", "/cartographer/xref")).isEmpty();
            assertThat(tenant.sandbox.requests("PUT", "/cartographer/xref")).isEmpty();
        }

        @Test
        void isHeldAgainstTheColumnsBeforeItIsWritten() {
            tenant.sandbox.columns(RIGHTS, Map.of("STATUS", 10));
            tenant.sandbox.keyColumn(RIGHTS, "[A-Z0-9:-]+");
            isRefused("K-1", Map.of(1, "x".repeat(11)), "10 characters");
            isRefused("K-1", Map.of(2, "x"), "no value 2");
            isRefused("lower", Map.of(1, "x"), "must match");
            tables().write(SOLUTION, RIGHTS, "K-1", Map.of(1, "x", 2, ""));
            assertThat(tenant.sandbox.rows(RIGHTS)).containsEntry("K-1", Map.of(1, "x"));
        }

        @Test
        void isNotWrittenToATableThatIsReadOnlyOrReservedOrFull() {
            tenant.sandbox.about(RIGHTS, "maxRows", 1);
            tenant.sandbox.row(RIGHTS, "one", Map.of(1, "x"));
            assertThat(code(failure(() -> tables().write(SOLUTION, RIGHTS, "two", Map.of(1, "x")))))
                    .isEqualTo("table_full");
            tables().state(SOLUTION, RIGHTS, "reserve");
            assertThat(failure(() -> tables().write(SOLUTION, RIGHTS, "one", Map.of(1, "y")))
                            .kind())
                    .isEqualTo(ErrorKind.CONFLICT);
            tables().state(SOLUTION, RIGHTS, "unreserve");
            tenant.sandbox.about(RIGHTS, "isReadOnly", true);
            assertThat(code(failure(() -> tables().write(SOLUTION, RIGHTS, "one", Map.of(1, "y")))))
                    .isEqualTo("read_only");
            assertThat(tenant.sandbox.rows(RIGHTS)).containsOnly(Map.entry("one", Map.of(1, "x")));
        }
    }

    @Nested
    class Maps {
        @Test
        void tellsWhoUsesThem() {
            assertThat(tenant.client().maps().solutions()).containsExactly(SOLUTION);
            assertThat(tenant.client().maps().maps(SOLUTION)).hasSize(3);
            assertThat(tenant.client().maps().tradingPartners(SOLUTION, "m-1"))
                    .extracting(WireTradingPartner::docType)
                    .containsExactly("864");
        }

        @Test
        void tellsWhatWasSaidWithTheLatestWords() {
            Instant at = Instant.parse("2031-05-01T00:00:00Z");
            tenant.sandbox.annotate(
                    "11",
                    "GCP7",
                    "The logo is old",
                    at,
                    List.of(TradingGridSandbox.annotation("12", "GCP8", "Fixed", at, List.of())));
            List<Comment> comments = tenant.connector.comments(SOLUTION, "m-1");
            assertThat(comments).extracting(Comment::text).containsExactly("The logo is old", "Fixed");
            assertThat(comments.get(1).replyTo()).isEqualTo(comments.get(0).ref());
            assertThat(comments.get(0).author()).isNotNull();
            assertThat(comments.get(0).author().id()).isEqualTo("GCP7");
            assertThat(comments.get(0).at()).isEqualTo(at);
        }
    }

    @Nested
    class Rights {
        private SourceRef file(String key) {
            return Tenant.ref(tenant.sandbox.entry(Map.of(), Map.of("reference id", key)));
        }

        @Test
        void areUnknownWithoutARow() {
            assertThat(tenant.the(RightsReader.class).rights(file("vip:7")).status())
                    .isEqualTo(RightsStatus.UNKNOWN);
        }

        @Test
        void areThoseOfTheAssetWhicheverFileCarriesIt() {
            SourceRef first = file("vip:7");
            SourceRef second = file("vip:7");
            RightsWriter writer = tenant.the(RightsWriter.class);
            writer.apply(RightsRecord.builder(first, first)
                    .status(RightsStatus.CLEARED)
                    .prohibitions(List.of(Prohibition.in("law", List.of(Territory.of("FR")))))
                    .build());
            RightsRecord read = tenant.the(RightsReader.class).rights(second);
            assertThat(read.asset()).isEqualTo(second);
            assertThat(read.status()).isEqualTo(RightsStatus.CLEARED);
            assertThat(read.prohibitions()).hasSize(1);
            assertThat(tenant.sandbox.rows(RIGHTS)).containsOnlyKeys("vip:7");
        }

        @Test
        void keepTheWordUnderABlock() {
            SourceRef file = file("vip:7");
            RightsWriter writer = tenant.the(RightsWriter.class);
            writer.apply(RightsRecord.builder(file, file)
                    .status(RightsStatus.RESTRICTED)
                    .build());
            assertThat(writer.block(file, "complaint").extensions().get("tradinggrid"))
                    .containsEntry("block", "complaint");
            assertThat(writer.unblock(file, "settled").status()).isEqualTo(RightsStatus.RESTRICTED);
        }

        @Test
        void thatTheTableKeepsAPartOfAreNotTakenForKept() {
            SourceRef file = file("vip:7");
            tenant.sandbox.loseColumn(7);
            RightsRecord rights = RightsRecord.builder(file, file)
                    .status(RightsStatus.CLEARED)
                    .prohibitions(List.of(Prohibition.in("law", List.of(Territory.of("FR")))))
                    .build();
            assertThat(code(failure(() -> tenant.the(RightsWriter.class).apply(rights))))
                    .isEqualTo("silently_dropped");
        }

        @Test
        void areUnknownAfterABlockThatPeopleWroteByHand() {
            SourceRef file = file("vip:7");
            tenant.sandbox.row(RIGHTS, "vip:7", Map.of(1, "blocked", 8, "by hand"));
            assertThat(tenant.the(RightsWriter.class).unblock(file, "settled").status())
                    .isEqualTo(RightsStatus.UNKNOWN);
        }

        @Test
        void areRefusedWhereTheTableHasNoPlaceForThem() {
            try (TradingGridConnector narrow =
                    tenant.another(options -> options.rightsColumns(Map.of("record", -1, "holder", -1)))) {
                SourceRef file = file("vip:7");
                RightsRecord rights = RightsRecord.builder(file, file)
                        .status(RightsStatus.CLEARED)
                        .holder("Grün")
                        .build();
                assertThat(code(failure(() -> narrow.require(RightsWriter.class).apply(rights))))
                        .isEqualTo("no_place");
            }
        }
    }
}
