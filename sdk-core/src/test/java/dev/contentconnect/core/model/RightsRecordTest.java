package dev.contentconnect.core.model;

import static dev.contentconnect.core.model.RightsDimension.CHANNEL;
import static dev.contentconnect.core.model.RightsDimension.USAGE;
import static dev.contentconnect.core.model.RightsFixtures.CLEARED;
import static dev.contentconnect.core.model.RightsFixtures.GRANT;
import static dev.contentconnect.core.model.RightsFixtures.NOW;
import static dev.contentconnect.core.model.RightsFixtures.USE;
import static dev.contentconnect.core.model.RightsFixtures.WEB;
import static dev.contentconnect.core.model.RightsFixtures.granting;
import static dev.contentconnect.core.model.RightsFixtures.says;
import static dev.contentconnect.core.model.RightsFixtures.territories;
import static dev.contentconnect.core.model.RightsFixtures.words;
import static dev.contentconnect.core.model.Verdict.ALLOWED;
import static dev.contentconnect.core.model.Verdict.DENIED;
import static dev.contentconnect.core.model.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsRecordTest {
    @Test
    void allowsWhatOneGrantCovers() {
        assertThat(CLEARED.permits(USE)).isEqualTo(Permission.ALLOWED);
        assertThat(CLEARED.permits(USE).isAllowed()).isTrue();
    }

    @Nested
    class Status {
        @ParameterizedTest
        @ValueSource(strings = {"blocked", "revoked", "expired"})
        void forbidsWhateverTheGrantsSay(String word) {
            RightsRecord rights =
                    CLEARED.toBuilder().status(RightsStatus.of(word)).build();

            says(rights, USE, DENIED, "rights_" + word);
        }

        @ParameterizedTest
        @ValueSource(strings = {"pending", "unknown", "frobnicated", "Cleared"})
        void leavesItOpenWhenSilent(String word) {
            RightsRecord rights =
                    CLEARED.toBuilder().status(RightsStatus.of(word)).build();

            says(rights, USE, UNKNOWN, "status_undecided: " + word);
            assertThat(rights.permits(USE).isAllowed()).isFalse();
        }

        @Test
        void letsTheGrantsDecideWhenRestricted() {
            says(CLEARED.toBuilder().status(RightsStatus.RESTRICTED).build(), USE, ALLOWED);
        }

        @Test
        void doesNotAllowByItself() {
            says(CLEARED.toBuilder().grants(List.of()).build(), USE, UNKNOWN, "no_grant_stated");
        }
    }

    @Nested
    class Place {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "DE||DE|ALLOWED|",
                    "DEU||de|ALLOWED|",
                    "150||DE-BY|ALLOWED|",
                    "DE||FR|DENIED|territory_not_granted: FR",
                    "DE-BY||DE|DENIED|territory_not_granted: DE",
                    "150|CH|CH|DENIED|territory_excluded: CH",
                    "150|CH|DACH|DENIED|territory_excluded: DACH",
                    "001|US-CA|US|DENIED|territory_excluded: US",
                    "001|PR|US-PR|DENIED|territory_excluded: PR",
                    "CH|CH|CH|DENIED|territory_excluded: CH",
                    "DE AT CH||DACH|ALLOWED|",
                    "DE AT||DACH|DENIED|territory_not_granted: DACH",
                    "154 151 039 155||Europe|ALLOWED|",
                    "DE AT CH|LI|DACH|ALLOWED|",
                    "DE-BY AT CH||DACH|DENIED|territory_not_granted: DACH",
                    "||DE|UNKNOWN|territory_not_stated: DE",
                    "EMEA||DE|UNKNOWN|territory_not_understood: DE",
                    "DE||EMEA|UNKNOWN|territory_not_understood: EMEA",
                    "world||EMEA|UNKNOWN|territory_not_understood: EMEA",
                    "EMEA||EMEA|ALLOWED|",
                    "world|APAC|DE|UNKNOWN|territory_not_understood: DE",
                    "DE EMEA||FR|UNKNOWN|territory_not_understood: FR",
                    // Whether DE lies in EMEA is not known, so that EMEA without DE cannot be had for certain.
                    "EMEA|DE|EMEA|UNKNOWN|territory_not_understood: EMEA",
                    // London lies in England, and the codes do not show it.
                    "GB|GB-ENG|GB-LND|UNKNOWN|territory_not_understood: GB-LND",
                    "GB-ENG||GB-LND|UNKNOWN|territory_not_understood: GB-LND",
                    "GB-ENG||GB-ENG|ALLOWED|",
                    "US|US-CA|US-TX|ALLOWED|",
                    "US-CA||US-TX|DENIED|territory_not_granted: US-TX",
                    "EU-15||DE|UNKNOWN|territory_not_understood: DE",
                    "FR|FR-974|RE|DENIED|territory_excluded: RE",
                    "world|SJ|NO-21|DENIED|territory_excluded: NO-21",
                    "world|BQ|NL-BQ1|DENIED|territory_excluded: NL-BQ1",
                })
        void decides(String allowed, String excluded, String where, Verdict verdict, String reason) {
            RightsRecord rights = granting(RightsGrant.of(territories(allowed, excluded), WEB, Validity.ALWAYS));
            Use use = USE.in(Territory.of(where));

            says(rights, use, verdict, reason == null ? new String[0] : new String[] {reason});
        }

        @Test
        void mustBeNamedWhenTheGrantLimitsIt() {
            Use nowhere = Use.at(NOW).channel("web");

            says(
                    granting(RightsGrant.of(Territories.of("DE"), WEB, Validity.ALWAYS)),
                    nowhere,
                    UNKNOWN,
                    "use_names_no_territory");
            says(
                    granting(RightsGrant.of(Territories.worldwide().except(Set.of("US")), WEB, Validity.ALWAYS)),
                    nowhere,
                    UNKNOWN,
                    "use_names_no_territory");
            says(CLEARED, nowhere, ALLOWED);
        }
    }

    @Nested
    class Aspects {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "web||web|ALLOWED|",
                    "Web||wEB|ALLOWED|",
                    "*||anything|ALLOWED|",
                    "print.*||print.poster.large|ALLOWED|",
                    "print.*||print|DENIED|channel_not_granted: print",
                    "print.*||printing|DENIED|channel_not_granted: printing",
                    "web||tv|DENIED|channel_not_granted: tv",
                    "*|tv|tv|DENIED|channel_not_granted: tv",
                    "*|tv.*|tv.spot|DENIED|channel_not_granted: tv.spot",
                    "*|tv.spot|tv|DENIED|channel_not_granted: tv",
                    "*|tv.spot|tv.film|ALLOWED|",
                    "*|tv|tv.spot.long|DENIED|channel_not_granted: tv.spot.long",
                    "*|tv|tvs.spot|ALLOWED|",
                    "|tv|web|UNKNOWN|channel_not_stated: web",
                    "||web|UNKNOWN|channel_not_stated: web",
                })
        void decide(String allowed, String excluded, String word, Verdict verdict, String reason) {
            Terms terms = new Terms(words(allowed), words(excluded));
            RightsRecord rights =
                    granting(RightsGrant.of(Territories.worldwide(), Map.of(CHANNEL, terms), Validity.ALWAYS));

            says(rights, USE.channel(word), verdict, reason == null ? new String[0] : new String[] {reason});
        }

        @Test
        void doNotDependOnBlanksAroundAWord() {
            Terms terms = new Terms(Set.of(" web", "print "), Set.of("\ttv "));
            RightsRecord rights =
                    granting(RightsGrant.of(Territories.worldwide(), Map.of(CHANNEL, terms), Validity.ALWAYS));

            says(rights, USE.channel("web "), ALLOWED);
            says(rights, USE.channel("tv"), DENIED, "channel_not_granted: tv");
        }

        @Test
        void areOpenWhenOnlyOneSideNamesThem() {
            says(CLEARED, Use.at(NOW).in(Territory.of("DE")), UNKNOWN, "use_names_no_channel");
            says(CLEARED, USE.with(USAGE, "advertising"), UNKNOWN, "usage_not_stated: advertising");
        }

        @Test
        void needNoNameWhereEverythingIsCovered() {
            RightsRecord rights =
                    granting(RightsGrant.of(Territories.worldwide(), Map.of(CHANNEL, Terms.any()), Validity.ALWAYS));

            says(rights, Use.at(NOW), ALLOWED);
        }
    }

    @Nested
    class Time {
        private final ZoneId berlin = ZoneId.of("Europe/Berlin");

        @Test
        void includesTheStartAndNotTheEnd() {
            Instant end = NOW.plusSeconds(60);
            RightsRecord rights = granting(RightsGrant.of(Territories.worldwide(), WEB, new Validity(NOW, end)));

            says(rights, at(NOW.minusNanos(1)), DENIED, "not_yet_valid: " + NOW);
            says(rights, at(NOW), ALLOWED);
            says(rights, at(end.minusNanos(1)), ALLOWED);
            says(rights, at(end), DENIED, "expired: " + end);
        }

        @Test
        void countsDaysInTheZoneOfWhoeverWroteThem() {
            Validity day = Validity.ofDays(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1), berlin);

            assertThat(day)
                    .isEqualTo(
                            new Validity(Instant.parse("2026-06-30T22:00:00Z"), Instant.parse("2026-07-01T22:00:00Z")));
        }

        @ParameterizedTest
        @CsvSource({
            "Europe/Berlin, 2026-03-29, 23",
            "Europe/Berlin, 2026-10-25, 25",
            "Australia/Lord_Howe, 2026-04-05, 24.5",
            // Midnight itself is skipped: the day begins at one o'clock.
            "America/Asuncion, 2023-10-01, 23",
            // The whole day was skipped when the islands crossed the date line.
            "Pacific/Apia, 2011-12-30, 0"
        })
        void takesClockChangesIntoAccount(String zone, LocalDate day, double hours) {
            Validity validity = Validity.ofDays(day, day, ZoneId.of(zone));

            assertThat(java.time.Duration.between(validity.from(), validity.until())
                                    .toMinutes()
                            / 60.0)
                    .isEqualTo(hours);
        }

        @Test
        void endsTheFirstUseByItsDayOnly() {
            RightsGrant grant = new RightsGrant(
                    null,
                    Territories.worldwide(),
                    WEB,
                    Validity.ALWAYS,
                    NOW,
                    null,
                    List.of(),
                    List.of(),
                    Extensions.none());

            says(granting(grant), USE.asFirst(), DENIED, "first_use_too_late: " + NOW);
            says(granting(grant), at(NOW.minusNanos(1)).asFirst(), ALLOWED);
            says(granting(grant), USE, ALLOWED);
        }

        @Test
        void knowsTheNextDeadline() {
            Instant later = NOW.plusSeconds(5);
            RightsGrant over = RightsGrant.of(Territories.worldwide(), WEB, new Validity(null, NOW));
            RightsGrant first = new RightsGrant(
                    null,
                    Territories.worldwide(),
                    WEB,
                    new Validity(null, NOW.plusSeconds(9)),
                    later,
                    null,
                    List.of(),
                    List.of(),
                    Extensions.none());

            assertThat(granting(over, first, GRANT).nextDeadline(NOW)).isEqualTo(later);
            assertThat(granting(over, first).nextDeadline(later)).isEqualTo(NOW.plusSeconds(9));
            assertThat(granting(over, GRANT).nextDeadline(NOW)).isNull();
        }

        private Use at(Instant moment) {
            return Use.at(moment).in(Territory.of("DE")).channel("web");
        }
    }

    @Test
    void tellsOfTheGrantThatComesClosest() {
        RightsGrant france = RightsGrant.of(Territories.of("FR"), WEB, Validity.ALWAYS);
        RightsGrant unstated = RightsGrant.of(Territories.unstated(), WEB, Validity.ALWAYS);

        says(granting(france, unstated), USE, UNKNOWN, "territory_not_stated: DE");
        says(granting(france, unstated, GRANT), USE, ALLOWED);
    }
}
