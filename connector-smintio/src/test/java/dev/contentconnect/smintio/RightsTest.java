package dev.contentconnect.smintio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Permission;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsReason;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Verdict;
import dev.contentconnect.core.spi.RightsReader;
import dev.contentconnect.smintio.map.LicenseWords;
import dev.contentconnect.smintio.sandbox.Bought;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The licence-term model, term by term, and the three answers. */
class RightsTest {
    private final Tenant tenant = new Tenant();
    private final Instant now = tenant.clock.now();

    @AfterEach
    void close() {
        tenant.close();
    }

    private RightsRecord rights(Bought bought) {
        tenant.sandbox.buys(bought.build());
        return tenant.the(RightsReader.class).rights(Tenant.license("tx-1"));
    }

    private Bought bought() {
        return tenant.image("tx-1");
    }

    private Use ad(String where) {
        return Use.at(now).in(Territory.of(where)).with(RightsDimension.USAGE, LicenseWords.word("advertising_print"));
    }

    private static String reason(Permission permission) {
        return permission.reasons().stream().map(RightsReason::code).findFirst().orElse("");
    }

    @Test
    void letsWhatATermGrants() {
        RightsRecord rights = rights(bought());
        assertThat(rights.permits(ad("AT"))).isEqualTo(Permission.ALLOWED);
        assertThat(rights.usageTerms()).isEqualTo("Use it in the ads of the licensee.");
        assertThat(rights.holder()).isEqualTo("getty");
        assertThat(rights.status()).isEqualTo(RightsStatus.CLEARED);
        assertThat(rights.extensions().get("smintio")).containsEntry("licensee_name", "Northpeak GmbH");
    }

    @Test
    void takesAWholeBranchOfUsagesForAnyOfIt() {
        RightsRecord rights = rights(bought().term("allowed_usages", List.of("digital_media_any")));
        Use web =
                Use.at(now).in(Territory.of("AT")).with(RightsDimension.USAGE, LicenseWords.word("digital_media_web"));
        assertThat(rights.permits(web).isAllowed()).isTrue();
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void deniesWhereTheWorldIsGrantedWithoutOneCountry() {
        RightsRecord rights = rights(bought().term("restricted_geographies", List.of("europe_austria")));
        assertThat(rights.permits(ad("DE")).isAllowed()).isTrue();
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(rights.status()).isEqualTo(RightsStatus.RESTRICTED);
    }

    @Test
    void deniesAtTheEdgeOfAContinentThatIsExcluded() {
        RightsRecord rights = rights(bought().term("restricted_geographies", List.of("europe_any")));
        assertThat(rights.permits(ad("CY")).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(rights.permits(ad("JP")).isAllowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "europe_germany,DE",
        "europe_czech_republic,CZ",
        "europe_united_kingdom,GB",
        "north_america_united_states,US",
        "africa_ivory_coast,CI",
        "asia_south_korea,KR",
        "oceania_new_zealand,NZ",
        "south_america_any,BR"
    })
    void knowsCountriesAndContinents(String word, String country) {
        RightsRecord rights = rights(bought().term("allowed_geographies", List.of(word)));
        assertThat(rights.permits(ad(country)).isAllowed()).as(word).isTrue();
        assertThat(rights.permits(ad("IS")).isAllowed()).as(word).isFalse();
    }

    @Test
    void doubtsAPlaceThatNobodyDocumented() {
        RightsRecord granted = rights(bought().term("allowed_geographies", List.of("atlantis_any")));
        assertThat(granted.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
        RightsRecord excluded = rights(bought().term("restricted_geographies", List.of("atlantis_any")));
        assertThat(excluded.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void knowsALanguageByEachOfItsCodes() {
        RightsRecord rights = rights(bought().term("allowed_languages", List.of("language_german", "eng")));
        for (String code : List.of("de", "deu", "ger", "en", "eng")) {
            assertThat(rights.permits(ad("AT").with(RightsDimension.LANGUAGE, code))
                            .isAllowed())
                    .as(code)
                    .isTrue();
        }
        assertThat(rights.permits(ad("AT").with(RightsDimension.LANGUAGE, "fr")).verdict())
                .isEqualTo(Verdict.DENIED);
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void takesAMissingListForNotStatedAndNotForABan() {
        RightsRecord rights =
                rights(bought().term("allowed_usages", null).term("restricted_usages", List.of("internal_use_any")));
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
        Use inside = Use.at(now)
                .in(Territory.of("AT"))
                .with(RightsDimension.USAGE, LicenseWords.word("internal_use_intranet"));
        assertThat(rights.permits(inside).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void neverMakesAllowedOutOfNothing() {
        RightsRecord rights = rights(bought().with("license_terms", List.of()));
        assertThat(rights.grants()).isEmpty();
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void keepsTermsApartAsGrantsOfTheirOwn() {
        RightsRecord rights = rights(bought().with(
                        "license_terms",
                        List.of(
                                Map.of(
                                        "allowed_usages",
                                        List.of("advertising_any"),
                                        "allowed_geographies",
                                        List.of("europe_any")),
                                Map.of(
                                        "allowed_usages",
                                        List.of("digital_media_any"),
                                        "allowed_geographies",
                                        List.of("any"),
                                        "valid_until",
                                        "2031-06-01T00:00:00Z"))));
        assertThat(rights.grants()).hasSize(2);
        assertThat(rights.permits(ad("AT")).isAllowed()).isTrue();
        assertThat(rights.permits(ad("US")).isAllowed()).isFalse();
        assertThat(rights.nextDeadline(now)).isEqualTo(Instant.parse("2031-06-01T00:00:00Z"));
    }

    @Test
    void opensAndClosesAWindow() {
        RightsRecord rights =
                rights(bought().term("valid_from", now.plus(Duration.ofDays(1)).toString())
                        .term("valid_until", now.plus(Duration.ofDays(3)).toString()));
        assertThat(reason(rights.permits(ad("AT")))).isEqualTo("not_yet_valid");
        Use inside = new Use(now.plus(Duration.ofDays(2)), Territory.of("AT"), ad("AT").aspects(), 1, false, false);
        assertThat(rights.permits(inside).isAllowed()).isTrue();
        Use after = new Use(now.plus(Duration.ofDays(3)), Territory.of("AT"), ad("AT").aspects(), 1, false, false);
        assertThat(reason(rights.permits(after))).isEqualTo("expired");
    }

    @Test
    void saysExpiredWhenEveryTermHasEndedAndPartlyWhenSome() {
        Map<String, Object> over = Map.of("allowed_usages", List.of("any"), "valid_until", "2031-01-01T00:00:00Z");
        Map<String, Object> still = Map.of("allowed_usages", List.of("any"), "valid_until", "2032-01-01T00:00:00Z");
        assertThat(rights(bought().with("license_terms", List.of(over, over))).status())
                .isEqualTo(RightsStatus.EXPIRED);
        RightsRecord some = rights(bought().with("license_terms", List.of(over, still)));
        assertThat(some.status()).isEqualTo(RightsStatus.RESTRICTED);
        assertThat(some.extensions().get("smintio")).containsEntry("partially_expired", true);
    }

    @Test
    void wantsTheFirstUseInTime() {
        RightsRecord rights =
                rights(bought().term("to_be_used_until", now.minusSeconds(1).toString()));
        assertThat(rights.permits(ad("AT")).isAllowed()).isTrue();
        assertThat(reason(rights.permits(ad("AT").asFirst()))).isEqualTo("first_use_too_late");
    }

    @Test
    void countsDownloadsUsersAndReusesAgainstTheirLimits() {
        Bought limited = bought().with(
                        "license_download_constraints",
                        Map.of("effective_max_downloads", 10, "effective_max_users", 0, "effective_max_reuses", -1))
                .with("current_downloads", 9)
                .with("current_users", 400);
        RightsRecord rights = rights(limited);
        assertThat(rights.permits(ad("AT")).isAllowed()).isTrue();
        assertThat(reason(rights.permits(ad("AT").times(2)))).isEqualTo("limit_used_up");
        RightsRecord full = rights(limited.with("current_downloads", 10));
        assertThat(full.permits(ad("AT")).verdict()).isEqualTo(Verdict.DENIED);
        RightsRecord silent = rights(limited.with("current_downloads", null));
        assertThat(silent.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void readsLimitsInWordsAndDoubtsWhatNobodyCounts() {
        RightsRecord rights = rights(bought().term("usage_limits", List.of("quantity_up_to_500_total_circulation")));
        assertThat(rights.permits(ad("AT").times(501)).verdict()).isEqualTo(Verdict.DENIED);
        assertThat(rights.permits(ad("AT").times(500)).verdict()).isEqualTo(Verdict.UNKNOWN);
        RightsRecord odd = rights(bought().term("usage_limits", List.of("copy_as_you_like_since_2031")));
        assertThat(odd.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
        RightsRecord any = rights(bought().term("usage_limits", List.of("any")));
        assertThat(any.permits(ad("AT")).isAllowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "released,released,ALLOWED",
        "no_release_required,released,ALLOWED",
        "not_released,released,DENIED",
        "released,not_released,DENIED",
        "all,released,UNKNOWN",
        "somehow,released,UNKNOWN"
    })
    void wantsReleasesForCommerce(String model, String property, Verdict verdict) {
        RightsRecord rights = rights(bought().content(
                        "release_details", Map.of("model_release_state", model, "property_release_state", property)));
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(verdict);
        assertThat(rights.permits(ad("AT").asEditorial()).isAllowed()).isTrue();
    }

    @Test
    void doubtsReleasesOnWhichTheVendorIsSilent() {
        RightsRecord rights = rights(bought().content("release_details", null));
        assertThat(rights.modelRelease()).isEqualTo(ReleaseState.UNKNOWN);
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void keepsEditorialContentOutOfCommerceWhoeverSaysSo() {
        RightsRecord byTerm = rights(bought().term("is_editorial_use", true));
        assertThat(reason(byTerm.permits(ad("AT")))).isEqualTo("editorial_only");
        assertThat(byTerm.permits(ad("AT").asEditorial()).isAllowed()).isTrue();
        RightsRecord byContent = rights(bought().term("is_editorial_use", null).content("is_editorial_use", true));
        assertThat(reason(byContent.permits(ad("AT")))).isEqualTo("editorial_only");
        RightsRecord silent = rights(bought().term("is_editorial_use", null));
        assertThat(silent.extensions().get("smintio")).doesNotContainKey("editorial_use");
    }

    @ParameterizedTest
    @CsvSource({
        "completed,cleared,ALLOWED",
        "finalizing,pending,UNKNOWN",
        "cancelled,revoked,DENIED",
        "error,blocked,DENIED",
        "glowing,unknown,UNKNOWN"
    })
    void goesByTheStateOfThePurchase(String state, String status, Verdict verdict) {
        RightsRecord rights = rights(bought().with("state", state));
        assertThat(rights.status()).isEqualTo(RightsStatus.of(status));
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(verdict);
    }

    @Test
    void fallsBackToTheOfferingWhereThePurchaseSaysNothing() {
        RightsRecord rights = rights(bought().with("license_terms", List.of())
                .with("license_text", null)
                .with(
                        "offering",
                        Map.of(
                                "license_type",
                                "royalty_free",
                                "license_text",
                                Map.of("effective_text", Bought.text("en", "As offered.")),
                                "license_terms",
                                List.of(Map.of(
                                        "allowed_usages", List.of("any"), "allowed_geographies", List.of("any"))))));
        assertThat(rights.usageTerms()).isEqualTo("As offered.");
        assertThat(rights.permits(ad("AT")).isAllowed()).isTrue();
        assertThat(rights.extensions().get("smintio")).containsEntry("license_type", "royalty_free");
    }

    @Test
    void takesTheRightsOfTheLastChange() {
        tenant.sandbox.buys(bought().build());
        tenant.sandbox.buys(tenant.image("tx-2").build());
        tenant.sandbox.buys(bought().changed(2, now.plusSeconds(5))
                .with("state", "cancelled")
                .build());
        RightsRecord rights = tenant.the(RightsReader.class).rights(Tenant.license("tx-1"));
        assertThat(rights.status()).isEqualTo(RightsStatus.REVOKED);
    }

    @Test
    void knowsOfAnAssetOfThePortalOnlyWhenItIsPublished() {
        String id = tenant.sandbox.shows("Poster", Tenant.BYTES);
        RightsReader reader = tenant.the(RightsReader.class);
        assertThat(reader.rights(Tenant.asset(id)).permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
        Instant end = now.plus(Duration.ofDays(1));
        tenant.sandbox.sets(id, "publishUntil", "date_time", end.toString());
        RightsRecord rights = reader.rights(Tenant.asset(id));
        assertThat(rights.nextDeadline(now)).isEqualTo(end);
        assertThat(rights.permits(ad("AT")).verdict()).isEqualTo(Verdict.UNKNOWN);
        Use later = new Use(end, Territory.of("AT"), Map.of(), 1, false, false);
        assertThat(rights.permits(later).verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void takesTheRightsOfTheLicenceThatTheHostTiesAnAssetTo() {
        try (Tenant tied = new Tenant(builder -> builder.licenseLinks(asset -> Optional.of("tx-1")))) {
            String id = tied.sandbox.shows("Poster", Tenant.BYTES);
            tied.sandbox.buys(tied.image("tx-1").build());
            RightsRecord rights = tied.the(RightsReader.class).rights(Tenant.asset(id));
            assertThat(rights.asset()).isEqualTo(Tenant.asset(id));
            assertThat(rights.permits(ad("AT")).isAllowed()).isTrue();
        }
    }
}
