package dev.contentconnect.examples.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.contentconnect.examples.media.MediaProblem.Reason;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsReadingTest extends ReadingTest {

    @Nested
    class Window {

        @ParameterizedTest
        @CsvSource({
            "2030,                      2030-01-01T00:00:00Z, 2031-01-01T00:00:00Z",
            "2030-12,                   2030-12-01T00:00:00Z, 2031-01-01T00:00:00Z",
            "2028-02-28,                2028-02-28T00:00:00Z, 2028-02-29T00:00:00Z",
            "2030-06-01T10:00,          2030-06-01T10:00:00Z, 2030-06-01T10:00:00Z",
            "2030-06-01T10:00:30.5,     2030-06-01T10:00:30.500Z, 2030-06-01T10:00:30.500Z",
            "2030-06-01T10:00+02:00,    2030-06-01T08:00:00Z, 2030-06-01T08:00:00Z",
            "2030-06-01T10:00:00-05:00, 2030-06-01T15:00:00Z, 2030-06-01T15:00:00Z",
            "2030-06-01T10:00:00Z,      2030-06-01T10:00:00Z, 2030-06-01T10:00:00Z"
        })
        void countsFromTheFirstMomentToTheLast(String date, Instant start, Instant end) {
            UsageRights begins = rights("<plus:LicenseStartDate>" + date + "</plus:LicenseStartDate>");
            UsageRights ends = rights("<plus:LicenseEndDate>" + date + "</plus:LicenseEndDate>");

            assertThat(begins.validFrom()).isEqualTo(start);
            assertThat(begins.validUntil()).isNull();
            assertThat(ends.validUntil()).isEqualTo(end);
            assertThat(ends.validFrom()).isNull();
        }

        @Test
        void takesTheNarrowestOfSeveralBounds() {
            UsageRights rights = rights("<plus:LicenseStartDate>2027-01-01</plus:LicenseStartDate>"
                    + "<pur:embargoDate><rdf:Bag><rdf:li>2026-05-01</rdf:li><rdf:li>2027-02-01</rdf:li></rdf:Bag>"
                    + "</pur:embargoDate>"
                    + "<plus:LicenseEndDate>2030-01-01T00:00:00Z</plus:LicenseEndDate>"
                    + "<pur:expirationDate>2029-01-01T00:00:00Z</pur:expirationDate>");

            assertThat(rights.validFrom()).isEqualTo("2027-02-01T00:00:00Z");
            assertThat(rights.validUntil()).isEqualTo("2029-01-01T00:00:00Z");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"next spring", "2030-13-01", "2030-02-30", "01.02.2030", "20300101", "9", "2030-06-01T"})
        void withholdsTheRightsWhenABoundIsNoDate(String date) {
            EmbeddedMetadata metadata = readPng("<dc:rights>ours</dc:rights>"
                    + "<xmpRights:UsageTerms>anything goes</xmpRights:UsageTerms>"
                    + "<plus:LicenseEndDate>" + date + "</plus:LicenseEndDate>");

            assertRightsWithheld(metadata, Reason.RIGHTS_UNREADABLE);
            assertThat(metadata.problems().get(0).detail()).contains(date);
            assertThat(metadata.description().copyrightNotice()).isEqualTo("ours");
        }

        @Test
        void readsTheOlderPrismNamespace() {
            UsageRights rights = rights("<prism:embargoDate>2027-01-01</prism:embargoDate>"
                    + "<prism:expirationDate>2028-12-31</prism:expirationDate>");

            assertThat(rights.validFrom()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(rights.validUntil()).isEqualTo("2029-01-01T00:00:00Z");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<plus:LicenseEndDate rdf:parseType='Resource'><dc:date>2028</dc:date></plus:LicenseEndDate>",
                    "<pur:expirationDate><rdf:Bag><rdf:li>2030</rdf:li><rdf:li rdf:parseType='Resource'>"
                            + "<dc:date>2028</dc:date></rdf:li></rdf:Bag></pur:expirationDate>",
                    "<pur:expirationDate><rdf:Bag><rdf:li><rdf:Bag><rdf:li>2028</rdf:li></rdf:Bag></rdf:li></rdf:Bag>"
                            + "</pur:expirationDate>"
                })
        void withholdsTheRightsWhenABoundIsNoText(String end) {
            assertRightsWithheld(
                    readPng("<plus:LicenseStartDate>2027-01-01</plus:LicenseStartDate>" + end),
                    Reason.RIGHTS_UNREADABLE);
        }

        @Test
        void withholdsTheRightsWhenTheWindowEndsBeforeItBegins() {
            assertRightsWithheld(
                    readPng("<plus:LicenseStartDate>2030-01-01</plus:LicenseStartDate>"
                            + "<plus:LicenseEndDate>2029-12-31</plus:LicenseEndDate>"),
                    Reason.RIGHTS_UNREADABLE);
        }

        @Test
        void takesTheIptcDatesWhereXmpHasNone() {
            EmbeddedMetadata metadata = read(
                    "made.jpg",
                    Crafted.jpeg(
                            Crafted.xmpSegment(Crafted.xmp("<plus:LicenseStartDate>2027</plus:LicenseStartDate>")),
                            Crafted.iptcSegment(30, "20200101", 37, "20291231", 38, "180000+0100")));

            UsageRights rights = Objects.requireNonNull(metadata.rights());
            assertThat(rights.validFrom()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(rights.validUntil()).isEqualTo("2029-12-31T17:00:00Z");
        }

        @Test
        void countsAnIptcDateWithoutATimeToItsLastMoment() {
            EmbeddedMetadata metadata =
                    read("made.jpg", Crafted.jpeg(Crafted.iptcSegment(30, "20260101", 37, "20291231")));

            UsageRights rights = Objects.requireNonNull(metadata.rights());
            assertThat(rights.validFrom()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(rights.validUntil()).isEqualTo("2030-01-01T00:00:00Z");
        }

        @ParameterizedTest
        @ValueSource(strings = {"20301301", "soon", "00000000"})
        void withholdsTheRightsWhenAnIptcDateIsNoDate(String date) {
            assertRightsWithheld(
                    read("made.jpg", Crafted.jpeg(Crafted.iptcSegment(37, date))), Reason.RIGHTS_UNREADABLE);
        }
    }

    @Nested
    class Territories {

        @Test
        void keepsTheOrderOfTheFile() {
            assertThat(rights("<plus:RegionConstraints>NO; SE,DK , 150</plus:RegionConstraints>")
                            .territories())
                    .containsExactly("NO", "SE", "DK", "150");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UK", "Germany only", "de", "DE AT", "DE, not CH", "1500"})
        void withholdsTheRightsWhenACodeIsUnknown(String text) {
            assertRightsWithheld(
                    readPng("<plus:RegionConstraints>" + text + "</plus:RegionConstraints>"), Reason.RIGHTS_UNREADABLE);
        }
    }

    @Nested
    class Words {

        @ParameterizedTest
        @CsvSource({
            "MR-NON, PR-NON, NONE",
            "http://ns.useplus.org/ldf/vocab/MR-NAP, http://ns.useplus.org/ldf/vocab/PR-NAP, NOT_APPLICABLE",
            "MR-UMR, PR-UPR, UNLIMITED",
            "MR-LMR, PR-LPR, LIMITED"
        })
        void readsTheReleaseVocabulary(String model, String property, ReleaseStatus status) {
            UsageRights rights = rights("<plus:ModelReleaseStatus>" + model + "</plus:ModelReleaseStatus>"
                    + "<plus:PropertyReleaseStatus>" + property + "</plus:PropertyReleaseStatus>");

            assertThat(rights.modelRelease()).isEqualTo(status);
            assertThat(rights.propertyRelease()).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PR-NAP", "yes", "MR-XXX"})
        void withholdsTheRightsWhenAReleaseIsNoWordOfTheVocabulary(String term) {
            assertRightsWithheld(
                    readPng("<plus:ModelReleaseStatus>" + term + "</plus:ModelReleaseStatus>"),
                    Reason.RIGHTS_UNREADABLE);
        }

        @ParameterizedTest
        @CsvSource({"True, true", "true, true", "False, false", "FALSE, false"})
        void readsTheMarkInAnyCase(String text, boolean marked) {
            assertThat(rights("<xmpRights:Marked>" + text + "</xmpRights:Marked>")
                            .marked())
                    .isEqualTo(marked);
        }

        @Test
        void withholdsTheRightsWhenTheMarkIsNeither() {
            assertRightsWithheld(readPng("<xmpRights:Marked>maybe</xmpRights:Marked>"), Reason.RIGHTS_UNREADABLE);
        }

        @Test
        void writesMediaInLowerCase() {
            assertThat(rights("<plus:MediaConstraints>Web, PRINT</plus:MediaConstraints>")
                            .media())
                    .containsExactly("web", "print");
        }

        @Test
        void takesTheDefaultLanguageOfTheTerms() {
            assertThat(rights(
                                    "<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang='de'>nur Druck</rdf:li>"
                                            + "<rdf:li xml:lang='x-default'>print only</rdf:li></rdf:Alt></xmpRights:UsageTerms>")
                            .usageTerms())
                    .isEqualTo("print only");
        }
    }

    @Test
    void findsNoRightsWhereAllValuesAreBlank() {
        EmbeddedMetadata metadata = readPng("<xmpRights:UsageTerms> </xmpRights:UsageTerms>"
                + "<plus:RegionConstraints/><plus:LicenseEndDate>\n</plus:LicenseEndDate>");

        assertThat(metadata.rights()).isNull();
        assertThat(metadata.problems()).isEmpty();
    }

    private UsageRights rights(String properties) {
        EmbeddedMetadata metadata = readPng(properties);
        assertThat(metadata.problems()).isEmpty();
        return Objects.requireNonNull(metadata.rights());
    }
}
