package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalMediaTest {
    private static final SourceRef REF = SourceRef.of("files", "a");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static CanonicalMedia shipped(String name) {
        return CanonicalMedia.of(
                REF, new EmbeddedMetadataReader().read(SampleMedia.file(name)).get());
    }

    private static UsageRights rights(ReleaseStatus model, ReleaseStatus property) {
        return new UsageRights(null, null, null, List.of(), null, null, List.of("DE"), List.of("web"), model, property);
    }

    @Nested
    class Assets {

        @Test
        void takeTitleMakersAndFingerprintFromTheFile() {
            Asset badge = shipped("campaign/badge.png").asset();

            assertThat(badge.ref()).isEqualTo(REF);
            assertThat(badge.kind()).isEqualTo(AssetKind.IMAGE);
            assertThat(badge.title()).isNotBlank();
            assertThat(badge.creators()).isNotEmpty();
            assertThat(badge.currentVersion().checksum().hex()).hasSize(64);
            assertThat(badge.currentVersion().sizeBytes()).isEqualTo(SampleMedia.bytes("campaign/badge.png").length);
            assertThat(badge.currentVersion().mediaType()).isEqualTo("image/png");
        }

        @Test
        void keepNoticesThatHaveNoCanonicalWord() {
            assertThat(shipped("campaign/ridge-hero.jpg").asset().extensions().get(CanonicalMedia.NAMESPACE))
                    .containsKeys("copyrightNotice", "credit")
                    .doesNotContainValue(null);
        }
    }

    @Nested
    class Rights {

        @Test
        void takeWindowPlacesAndMediaFromTheFile() {
            RightsRecord rights = shipped("campaign/lantern-evening.jpg").rights();

            assertThat(rights.asset()).isEqualTo(REF);
            assertThat(rights.status()).isEqualTo(RightsStatus.RESTRICTED);
            assertThat(rights.propertyRelease()).isEqualTo(ReleaseState.RELEASED);
            assertThat(rights.grants()).singleElement().satisfies(grant -> {
                assertThat(grant.territories()).isEqualTo(Territories.of("SE", "NO", "FI", "DK"));
                assertThat(grant.terms()).containsEntry(RightsDimension.CHANNEL, Terms.of("web", "social"));
                assertThat(grant.validity())
                        .isEqualTo(new Validity(
                                Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2036-01-01T00:00:00Z")));
            });
        }

        @ParameterizedTest
        @CsvSource({
            "campaign/ridge-hero.jpg, DE, web, ALLOWED",
            "campaign/ridge-hero.jpg, US, web, DENIED",
            "campaign/badge.png, JP, print, ALLOWED",
            "campaign/badge.png, JP, social, DENIED",
            "campaign/size-chart.png, BR, web, ALLOWED",
            "campaign/lookbook.pdf, GB, print, ALLOWED",
            "campaign/teaser.mp4, CH, social, ALLOWED",
            "refused/summit-portrait.jpg, DE, web, DENIED",
            "refused/winter-offer.png, DE, web, DENIED",
            "refused/untagged.png, DE, web, UNKNOWN",
        })
        void decideOverTheUsesOfTheShippedFiles(String file, String country, String channel, Verdict verdict) {
            Use use = Use.at(NOW).in(Territory.of(country)).channel(channel);

            assertThat(shipped(file).rights().permits(use).verdict()).isEqualTo(verdict);
        }

        @Test
        void areUnknownWhereTheFileSaysNothing() {
            RightsRecord silent = CanonicalRights.of(REF, null);

            assertThat(silent.status()).isEqualTo(RightsStatus.UNKNOWN);
            assertThat(silent.grants()).isEmpty();
        }

        @Test
        void areNoGrantForANoticeAlone() {
            UsageRights notice = new UsageRights(
                    "No use without a licence.",
                    null,
                    true,
                    List.of("Ostrevik", "Studio Quillfeather"),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null);
            RightsRecord rights = CanonicalRights.of(REF, notice);

            assertThat(rights.grants()).isEmpty();
            assertThat(rights.status()).isEqualTo(RightsStatus.UNKNOWN);
            assertThat(rights.holder()).isEqualTo("Ostrevik, Studio Quillfeather");
            assertThat(rights.usageTerms()).isEqualTo("No use without a licence.");
        }

        @ParameterizedTest
        @CsvSource({
            "NONE, missing",
            "NOT_APPLICABLE, not_required",
            "UNLIMITED, released",
            "LIMITED, partial",
            ", unknown"
        })
        void tellWhoAgreed(ReleaseStatus status, String word) {
            assertThat(CanonicalRights.of(REF, rights(status, null)).modelRelease())
                    .isEqualTo(ReleaseState.of(word));
            assertThat(CanonicalRights.of(REF, rights(null, status)).propertyRelease())
                    .isEqualTo(ReleaseState.of(word));
        }
    }
}
