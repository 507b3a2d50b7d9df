package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each shipped file yields exactly the values of the table in {@code media/README.md}. */
class SampleMediaTest {
    private static final String STUDIO = "Studio Quillfeather for Ostrevik";
    private static final String OWNER = "Ostrevik Outdoor AB";
    private static final String NOTICE = "© 2026 Ostrevik Outdoor AB";
    private static final String SPRING = "https://ostrevik.example/licence/spring";
    private static final Instant FROM = Instant.parse("2026-01-15T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

    @Nested
    class Campaign {

        @Test
        void believesXmpWhereTheLayersOfTheHeroDisagree() {
            EmbeddedMetadata hero = read("campaign/ridge-hero.jpg", MediaType.JPEG);

            assertThat(hero.description())
                    .isEqualTo(new Description(
                            "Further than the path: the ridge in spring",
                            "Key visual. Three ridges at sunrise, lettering bottom left.",
                            List.of("Maëlle Straßner", "Jonas Vårbäck"),
                            NOTICE,
                            STUDIO,
                            List.of("hiking", "spring", "ridge")));
            assertThat(hero.rights())
                    .isEqualTo(new UsageRights(
                            "Web, social media and print in Germany, Austria and Switzerland while the licence runs.",
                            SPRING,
                            true,
                            List.of(OWNER),
                            Instant.parse("2026-03-01T07:00:00Z"),
                            UNTIL,
                            List.of("DE", "AT", "CH"),
                            List.of("web", "social", "print"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void completesTheLanternFromAllThreeLayers() {
            EmbeddedMetadata lantern = read("campaign/lantern-evening.jpg", MediaType.JPEG);

            assertThat(lantern.description())
                    .isEqualTo(new Description(
                            "Lykta 2 lantern in the evening",
                            "Die Lykta 2 leuchtet 40 Stunden, auch bei Kälte und Nässe.",
                            List.of("René Dufrêne"),
                            NOTICE,
                            "Ostrevik / René Dufrêne",
                            List.of("lantern", "Abendlicht")));
            assertThat(lantern.rights())
                    .isEqualTo(new UsageRights(
                            "Web and social media in Sweden, Norway, Finland and Denmark.",
                            SPRING,
                            true,
                            List.of(OWNER),
                            FROM,
                            UNTIL,
                            List.of("SE", "NO", "FI", "DK"),
                            List.of("web", "social"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.UNLIMITED));
        }

        @Test
        void keepsTheJapaneseOfTheBadge() {
            EmbeddedMetadata badge = read("campaign/badge.png", MediaType.PNG);

            assertThat(badge.description())
                    .isEqualTo(new Description(
                            "Ostrevik バッジ、日本 edition",
                            "Round badge for shop windows and product pages.",
                            List.of("Yuna Hoshikawa 星川ゆな"),
                            NOTICE,
                            "Ostrevik Japan",
                            List.of("badge", "ロゴ")));
            assertThat(badge.rights())
                    .isEqualTo(new UsageRights(
                            "Trade partners in Japan and South Korea, unaltered.",
                            "https://ostrevik.example/licence/trademark",
                            true,
                            List.of(OWNER),
                            FROM,
                            UNTIL,
                            List.of("JP", "KR"),
                            List.of("web", "print", "point-of-sale"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void readsTheDaysOfTheSizeChartFromFirstToLastMoment() {
            EmbeddedMetadata chart = read("campaign/size-chart.png", MediaType.PNG);

            assertThat(chart.description())
                    .isEqualTo(new Description(
                            "Pack sizes",
                            "Bar chart of the four pack volumes, 18 to 55 litres.",
                            List.of("Ostrevik Product Team"),
                            NOTICE,
                            "Ostrevik",
                            List.of("packs")));
            assertThat(chart.rights())
                    .isEqualTo(new UsageRights(
                            "Free use by trade partners.",
                            null,
                            true,
                            List.of(OWNER),
                            FROM,
                            UNTIL,
                            List.of("001"),
                            List.of("web", "print"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void completesTheLookbookFromItsDocumentInformation() {
            EmbeddedMetadata lookbook = read("campaign/lookbook.pdf", MediaType.PDF);

            assertThat(lookbook.description())
                    .isEqualTo(new Description(
                            "Ostrevik lookbook, spring",
                            "Two pages: cover, lantern and pack.",
                            List.of("Studio Quillfeather"),
                            NOTICE,
                            STUDIO,
                            List.of("lookbook", "spring", "Frühjahr")));
            assertThat(lookbook.rights())
                    .isEqualTo(new UsageRights(
                            "Print and web in seven European countries, excerpts not allowed.",
                            SPRING,
                            true,
                            List.of(OWNER, "Studio Quillfeather"),
                            FROM,
                            UNTIL,
                            List.of("DE", "AT", "FR", "SE", "FI", "DK", "GB"),
                            List.of("print", "web"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void believesXmpMoreThanTheItemListOfTheTeaser() {
            EmbeddedMetadata teaser = read("campaign/teaser.mp4", MediaType.MP4);

            assertThat(teaser.description())
                    .isEqualTo(new Description(
                            "Further than the path: teaser",
                            "One and a half seconds of ridges sliding by.",
                            List.of("Maëlle Straßner"),
                            NOTICE,
                            STUDIO,
                            List.of("teaser", "ridge")));
            assertThat(teaser.rights())
                    .isEqualTo(new UsageRights(
                            "Web and social media in Germany, Austria and Switzerland while the licence runs.",
                            SPRING,
                            true,
                            List.of(OWNER),
                            FROM,
                            UNTIL,
                            List.of("DE", "AT", "CH"),
                            List.of("web", "social"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }
    }

    @Nested
    class Refused {

        @Test
        void tellsThatThePersonInThePortraitDidNotAgree() {
            EmbeddedMetadata portrait = read("refused/summit-portrait.jpg", MediaType.JPEG);

            assertThat(portrait.description())
                    .isEqualTo(new Description(
                            "At the top",
                            "A hiker in a red jacket smiles into the camera.",
                            List.of("Jonas Vårbäck"),
                            "© 2026 Jonas Vårbäck",
                            "Jonas Vårbäck",
                            List.of("hiking", "portrait")));
            assertThat(portrait.rights())
                    .isEqualTo(new UsageRights(
                            "Web and social media in Germany, Austria and Switzerland.",
                            null,
                            true,
                            List.of("Jonas Vårbäck"),
                            FROM,
                            UNTIL,
                            List.of("DE", "AT", "CH"),
                            List.of("web", "social"),
                            ReleaseStatus.NONE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void takesTheEarlierOfTheTwoEndsOfTheWinterOffer() {
            EmbeddedMetadata offer = read("refused/winter-offer.png", MediaType.PNG);

            assertThat(offer.description())
                    .isEqualTo(new Description(
                            "Winter offer 2023",
                            "Round sticker for the winter offer.",
                            List.of("Studio Quillfeather"),
                            "© 2023 Ostrevik Outdoor AB",
                            STUDIO,
                            List.of("offer")));
            assertThat(offer.rights())
                    .isEqualTo(new UsageRights(
                            "Web and point of sale, winter 2023 only.",
                            null,
                            true,
                            List.of(OWNER),
                            Instant.parse("2023-11-01T00:00:00Z"),
                            Instant.parse("2024-02-01T00:00:00Z"),
                            List.of("DE", "AT", "CH"),
                            List.of("web", "point-of-sale"),
                            ReleaseStatus.NOT_APPLICABLE,
                            ReleaseStatus.NOT_APPLICABLE));
        }

        @Test
        void findsNothingInTheUntaggedFile() {
            EmbeddedMetadata untagged = read("refused/untagged.png", MediaType.PNG);

            assertThat(untagged.description()).isEqualTo(Description.NONE);
            assertThat(untagged.rights()).isNull();
        }
    }

    @Nested
    class Folders {

        @Test
        void listsTheFingerprintOfEveryFile() throws IOException {
            String sums = SampleMedia.names().stream()
                    .map(name -> sum(name) + "  " + name + "\n")
                    .collect(Collectors.joining());

            assertThat(SampleMedia.file("SHA256SUMS")).hasContent(sums);
        }

        @Test
        void explainsEveryFileInTheReadme() throws IOException {
            String readme = Files.readString(SampleMedia.file("README.md"), StandardCharsets.UTF_8);

            assertThat(SampleMedia.names())
                    .hasSize(9)
                    .allSatisfy(name -> assertThat(readme).contains("`" + name.substring(name.indexOf('/') + 1) + "`"));
        }

        @Test
        void staysSmall() {
            assertThat(SampleMedia.names().stream()
                            .mapToLong(name -> SampleMedia.bytes(name).length)
                            .sum())
                    .isLessThan(1_500_000);
        }

        private String sum(String name) {
            return new EmbeddedMetadataReader()
                    .read(SampleMedia.file(name))
                    .get()
                    .file()
                    .sha256();
        }
    }

    private static EmbeddedMetadata read(String name, MediaType type) {
        EmbeddedMetadata metadata =
                new EmbeddedMetadataReader().read(SampleMedia.file(name)).get();
        assertThat(metadata.problems()).isEmpty();
        assertThat(metadata.file().type()).isEqualTo(type);
        assertThat(metadata.file().name()).isEqualTo(name.substring(name.indexOf('/') + 1));
        assertThat(metadata.file().size()).isEqualTo(SampleMedia.bytes(name).length);
        return metadata;
    }
}
