package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Verdict;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.sandbox.Bought;
import dev.contentconnect.smintio.sandbox.SmintioSandbox;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services or a caller may get wrong: a typed failure or a recovery, and never the end of the sync of all others. */
class BadInputTest {
    private final Tenant tenant = new Tenant();

    @AfterEach
    void close() {
        tenant.close();
    }

    private static ConnectorException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectorException.class, call);
    }

    private Asset license(Bought bought) {
        tenant.sandbox.buys(bought.build());
        return tenant.the(AssetReader.class).get(Tenant.license("tx-1"));
    }

    private Bought bought() {
        return tenant.image("tx-1");
    }

    private RightsRecord rights() {
        return tenant.the(RightsReader.class).rights(Tenant.license("tx-1"));
    }

    private List<String> told(List<MappingIssue> issues) {
        List<String> out = new ArrayList<>();
        ChangeBatch batch = tenant.the(AssetFeed.class).changes(null, 50);
        issues.addAll(batch.issues());
        batch.events().forEach(event -> out.add(String.valueOf(event.subject())));
        return out;
    }

    @Nested
    class TheSameCultureTwice {
        @Test
        void givesTheFirstTextAndEachKeywordOnce() {
            Asset asset = license(bought().content(
                            "name",
                            Arrays.asList(
                                    Map.of("culture", "en", "value", "First"),
                                    Map.of("culture", "en", "value", "Second"),
                                    Map.of("culture", "", "value", "Nobody's"),
                                    null)));
            assertThat(asset.title()).isEqualTo("First");
            assertThat(asset.tags()).containsExactly("beach");
        }

        @Test
        void fallsBackToEnglishOnlyWhereEnglishIsNotWantedItself() {
            try (Tenant german = new Tenant(builder -> builder.languages(List.of("de", "fr")));
                    Tenant both = new Tenant(builder -> builder.languages(List.of("ger", "en")))) {
                for (Tenant one : List.of(german, both)) {
                    one.sandbox.buys(one.image("tx-1")
                            .content("name", Bought.text("eng", "Beach"))
                            .content("description", Bought.text("it", "Spiaggia"))
                            .build());
                }
                Asset fallen = german.the(AssetReader.class).get(Tenant.license("tx-1"));
                assertThat(fallen.title()).isEqualTo("Beach");
                assertThat(fallen.description()).isNull();
                assertThat(fallen.tags()).containsExactly("Strand");
                assertThat(both.the(AssetReader.class)
                                .get(Tenant.license("tx-1"))
                                .title())
                        .isEqualTo("Beach");
            }
        }
    }

    @Nested
    class AWordThatNobodyDocumented {
        @Test
        void survivesAsItIs() {
            Asset asset = license(bought().with("state", "Glowing-2031")
                    .content("content_type", "hologram")
                    .with("zz_new", Map.of("deep", List.of(1, "two"))));
            assertThat(asset.kind()).isEqualTo(AssetKind.of("hologram"));
            assertThat(asset.status()).isEqualTo(AssetStatus.of("glowing-2031"));
            Map<?, ?> purchase = (Map<?, ?>) asset.extensions().get("smintio").get("purchase");
            assertThat(purchase.get("zz_new")).isEqualTo(Map.of("deep", List.of(1, "two")));
        }

        @Test
        void amongUsagesGrantsNothingElse() {
            license(bought().term("allowed_usages", List.of("holograms_in_2031")));
            Use use = Use.at(tenant.clock.now()).with(RightsDimension.USAGE, "advertising.print");
            assertThat(rights().permits(use).isAllowed()).isFalse();
        }
    }

    @Nested
    class ALicenceTextThatIsMissing {
        @Test
        void isNoTextAndNoFailure() {
            license(bought().with("license_text", null));
            assertThat(rights().usageTerms()).isNull();
        }

        @Test
        void isTakenFromTheOfferingWhereThereIsOne() {
            license(bought().with("license_text", Map.of())
                    .with(
                            "offering",
                            Map.of("license_text", Map.of("effective_text", Bought.text("en", "As offered.")))));
            assertThat(rights().usageTerms()).isEqualTo("As offered.");
        }
    }

    @Nested
    class WhatIsAbsent {
        @Test
        void isNotFalse() {
            license(bought().with("can_be_synced", null).with("has_potentially_restrictive_license_terms", null));
            tenant.sandbox.adds("tx-1", "b-1", "standard", "a.jpg", Tenant.BYTES);
            assertThat(rights().extensions().get("smintio")).doesNotContainKey("potentially_restrictive");
            // Unknown whether there are files: nobody asks for them.
            ConnectorException failure =
                    failure(() -> tenant.the(AssetReader.class).content(Tenant.license("tx-1"), null, null));
            assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(tenant.sandbox.requests("GET", SmintioSandbox.LICENSING + "/sync/cart"))
                    .isEmpty();
        }

        @Test
        void isNotFalseForEditorialUseAndNotForbiddenForLists() {
            license(bought().term("is_editorial_use", null)
                    .term("allowed_usages", null)
                    .term("allowed_geographies", null));
            RightsRecord rights = rights();
            assertThat(rights.grants().get(0).editorialOnly()).isNull();
            assertThat(rights.grants().get(0).terms()).isEmpty();
            assertThat(rights.permits(Use.at(tenant.clock.now()).in(Territory.of("AT")))
                            .verdict())
                    .isEqualTo(Verdict.UNKNOWN);
        }

        @Test
        void makesAPurchaseWithoutContentAnIssueBesideTheOthers() {
            tenant.sandbox.buys(tenant.image("good-1").build());
            Map<String, Object> bare = new LinkedHashMap<>(tenant.image("bare").build());
            bare.put("content_element", null);
            tenant.sandbox.streams(bare);
            tenant.sandbox.buys(tenant.image("good-2").build());
            List<MappingIssue> issues = new ArrayList<>();
            assertThat(told(issues)).containsExactly("smintio:license/good-1", "smintio:license/good-2");
            assertThat(issues).extracting(MappingIssue::item).containsExactly("bare");
        }
    }

    @Nested
    class ABadElementOfTheStream {
        @Test
        void neverEndsTheSyncOfTheOthers() {
            tenant.sandbox.streams(null);
            tenant.sandbox.streams("not a purchase");
            tenant.sandbox.streams(Map.of("uuid", "odd", "license_terms", "no list", "content_element", Map.of()));
            tenant.sandbox.streams(Map.of("content_element", Map.of("uuid", "x")));
            tenant.sandbox.buys(tenant.image("good").build());
            List<MappingIssue> issues = new ArrayList<>();
            assertThat(told(issues)).containsExactly("smintio:license/good");
            assertThat(issues).hasSize(3);
        }

        @Test
        void doesNotHoldUpTheContinuationEvenWhenAWholePageIsBad() {
            for (int i = 0; i < 50; i++) {
                tenant.sandbox.streams("bad " + i);
            }
            tenant.sandbox.buys(tenant.image("good").build());
            AssetFeed feed = tenant.the(AssetFeed.class);
            ChangeBatch first = feed.changes(null, 50);
            assertThat(first.events()).isEmpty();
            assertThat(first.more()).isTrue();
            assertThat(feed.changes(first.next(), 50).events()).hasSize(1);
            PurchaseShelf shelf = PurchaseShelf.inMemory(10);
            assertThat(new PurchaseSync(tenant.client().licensing(), shelf).run())
                    .isEqualTo(1);
            assertThat(shelf.position()).isEqualTo("1051");
        }
    }

    @Nested
    class ANumberWith28Digits {
        @Test
        void staysExact() {
            BigDecimal price = new BigDecimal("1234567890.123456789012345678");
            license(bought().with("total_price_eur", price));
            assertThat(tenant.client()
                            .licensing()
                            .purchases(null, 10)
                            .purchases()
                            .get(0)
                            .totalPriceEur())
                    .isEqualTo(price);
        }
    }

    @Nested
    class ADate {
        @Test
        void mayHaveSevenDigitsOfASecond() {
            Asset asset = license(bought().with("last_updated_at", "2031-02-03T04:05:06.1234567+02:00"));
            assertThat(asset.updatedAt()).isEqualTo(Instant.parse("2031-02-03T02:05:06.123456700Z"));
        }

        @Test
        void mayBeAnObjectOfParts() {
            Map<String, Object> date = Map.of(
                    "dateTime",
                    Map.of(
                            "date",
                            Map.of("year", 2031, "month", 2, "day", 3),
                            "time",
                            Map.of("hour", 4, "minute", 5, "second", 6, "nano", 7)),
                    "offset",
                    Map.of("totalSeconds", 3600));
            Asset asset = license(bought().with("last_updated_at", date));
            assertThat(asset.updatedAt()).isEqualTo(Instant.parse("2031-02-03T03:05:06.000000007Z"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"next week", "2031-13-40", "0"})
        void thatIsNoneLeavesTheRightsUndecidedAndNeverOpen(String odd) {
            license(bought().term("valid_until", odd));
            assertThat(rights().status()).isEqualTo(RightsStatus.UNKNOWN);
            assertThat(rights().extensions().get("smintio")).containsKey("unreadable");
            assertThat(rights().permits(Use.at(tenant.clock.now())).isAllowed()).isFalse();
        }

        @Test
        void thatLiesBeforeTheBeginningMeansNever() {
            license(bought().term("valid_from", "2032-01-01T00:00:00Z").term("valid_until", "2031-01-01T00:00:00Z"));
            assertThat(rights().permits(Use.at(tenant.clock.now())).verdict()).isEqualTo(Verdict.DENIED);
        }
    }

    @Nested
    class AnIdWithColonsAndBraces {
        private static final String ODD = "{tx:1}@a.b-c_d+e";

        @Test
        void findsItsPurchaseAndItsFiles(@TempDir Path folder) throws Exception {
            tenant.sandbox.buys(tenant.image(ODD)
                    .with("cart_purchase_transaction_uuid", "{cart:1}+x")
                    .build());
            tenant.sandbox.adds(ODD, "b:{1}", "standard", "../../etc/pass:wd.jpg", Tenant.BYTES);
            var content = tenant.the(AssetReader.class).content(Tenant.license(ODD), null, "b:{1}");
            assertThat(content.fileName()).isEqualTo("pass_wd.jpg");
            assertThat(content.copyTo(folder.resolve("a"))).isEqualTo(Tenant.BYTES.length);
        }

        @Test
        void isKeptWholeForAssetsOfAPortal() {
            String id = tenant.sandbox.shows("Poster", Tenant.BYTES);
            assertThat(id).contains(":");
            assertThat(tenant.the(AssetReader.class).get(Tenant.asset(id)).ref())
                    .isEqualTo(Tenant.asset(id));
            SourceRef odd = SourceRef.of("smintio", "license:not/a:prefix");
            assertThat(Ids.licenseIn(odd)).isNull();
        }

        @Test
        void standsOnTheShelfAsWell(@TempDir Path folder) {
            tenant.sandbox.buys(tenant.image(ODD).build());
            PurchaseShelf shelf = PurchaseShelf.folder(folder);
            new PurchaseSync(tenant.client().licensing(), shelf).run();
            assertThat(PurchaseShelf.folder(folder).find(ODD)).isPresent();
        }
    }
}
