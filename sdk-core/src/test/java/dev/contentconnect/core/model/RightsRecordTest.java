package dev.contentconnect.core.model;

import static dev.contentconnect.core.model.RightsDimension.CHANNEL;
import static dev.contentconnect.core.model.RightsDimension.INDUSTRY;
import static dev.contentconnect.core.model.RightsDimension.USAGE;
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
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Use USE = Use.at(NOW).in(Territory.of("DE")).channel("web");
    private static final Map<RightsDimension, Terms> WEB = Map.of(CHANNEL, Terms.of("web"));
    private static final RightsGrant GRANT = RightsGrant.of(Territories.worldwide(), WEB, Validity.ALWAYS);
    private static final RightsRecord CLEARED = RightsRecord.builder(SourceRef.of("l", "r"), SourceRef.of("l", "a"))
            .status(RightsStatus.CLEARED)
            .grants(List.of(GRANT))
            .build();

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

    @Nested
    class Limits {
        @ParameterizedTest
        @CsvSource({
            "10, 9, 1, ALLOWED,",
            "10, 9, 2, DENIED, limit_used_up: downloads",
            "10, 10, 1, DENIED, limit_used_up: downloads",
            "10,, 1, UNKNOWN, limit_count_unknown: downloads",
            "10,, 11, DENIED, limit_used_up: downloads",
            "0,, 1, DENIED, limit_used_up: downloads",
            "10, 12, 1, DENIED, limit_used_up: downloads",
            "9223372036854775807, 9223372036854775807, 9223372036854775807, DENIED, limit_used_up: downloads"
        })
        void countOnTheRecordAndOnTheGrant(long max, Long used, long quantity, Verdict verdict, String reason) {
            List<UsageLimit> limits = List.of(new UsageLimit("downloads", max, used));
            RightsGrant limited = new RightsGrant(
                    null,
                    Territories.worldwide(),
                    WEB,
                    Validity.ALWAYS,
                    null,
                    null,
                    limits,
                    List.of(),
                    Extensions.none());
            String[] reasons = reason == null ? new String[0] : new String[] {reason};

            says(CLEARED.toBuilder().limits(limits).build(), USE.times(quantity), verdict, reasons);
            says(granting(limited), USE.times(quantity), verdict, reasons);
        }

        @Test
        void ofOneGrantDoNotBindAnother() {
            RightsGrant usedUp = new RightsGrant(
                    null,
                    Territories.worldwide(),
                    WEB,
                    Validity.ALWAYS,
                    null,
                    null,
                    List.of(new UsageLimit("prints", 1, 1L)),
                    List.of(),
                    Extensions.none());

            says(granting(usedUp, GRANT), USE, ALLOWED);
        }
    }

    @Nested
    class Releases {
        @ParameterizedTest
        @CsvSource({
            "released, ALLOWED,", "not_required, ALLOWED,", "missing, DENIED, _missing: missing",
            "partial, DENIED, _missing: partial", "unknown, UNKNOWN, _unknown: unknown", "odd, UNKNOWN, _unknown: odd"
        })
        void areNeededForCommerce(String state, Verdict verdict, String reason) {
            RightsRecord model =
                    CLEARED.toBuilder().modelRelease(ReleaseState.of(state)).build();
            RightsRecord property =
                    CLEARED.toBuilder().propertyRelease(ReleaseState.of(state)).build();

            says(model, USE, verdict, reason == null ? new String[0] : new String[] {"model_release" + reason});
            says(property, USE, verdict, reason == null ? new String[0] : new String[] {"property_release" + reason});
            says(model, USE.asEditorial(), ALLOWED);
        }

        @Test
        void editorialGrantsDoNotCoverCommerce() {
            RightsGrant editorial = new RightsGrant(
                    null,
                    Territories.worldwide(),
                    WEB,
                    Validity.ALWAYS,
                    null,
                    true,
                    List.of(),
                    List.of(),
                    Extensions.none());

            says(granting(editorial), USE, DENIED, "editorial_only");
            says(granting(editorial), USE.asEditorial(), ALLOWED);
        }
    }

    @Nested
    class Prohibitions {
        @Test
        void winOverGrants() {
            says(forbidding(Prohibition.in("recall", List.of())), USE, DENIED, "prohibited: recall");
            says(forbidding(Prohibition.in("recall", List.of(Territory.of("EU")))), USE, DENIED, "prohibited: recall");
            says(forbidding(Prohibition.in("recall", List.of(Territory.of("FR")))), USE, ALLOWED);
        }

        @Test
        void raiseDoubtWhereThePlaceIsNotClear() {
            Prohibition france = Prohibition.in("r", List.of(Territory.of("FR")));

            says(forbidding(france), Use.at(NOW).channel("web"), UNKNOWN, "prohibition_unclear: r");
            says(
                    forbidding(Prohibition.in("r", List.of(Territory.of("EMEA")))),
                    USE,
                    UNKNOWN,
                    "prohibition_unclear: r");
            says(
                    forbidding(Prohibition.in("r", List.of(Territory.WORLD))),
                    Use.at(NOW).channel("web"),
                    DENIED,
                    "prohibited: r");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "web||web|DENIED",
                    "web||tv|ALLOWED",
                    "web.*||web|UNKNOWN",
                    "*|web|web|ALLOWED",
                    "*|web.shop|web|DENIED",
                    "|tv|web|DENIED",
                    "|tv|tv|ALLOWED",
                    "||web|DENIED",
                })
        void applyByTheirWords(String allowed, String excluded, String word, Verdict verdict) {
            Prohibition prohibition = new Prohibition(
                    "r", List.of(), Map.of(CHANNEL, new Terms(words(allowed), words(excluded))), Validity.ALWAYS);
            RightsRecord rights = forbidding(prohibition).toBuilder()
                    .grants(List.of(
                            RightsGrant.of(Territories.worldwide(), Map.of(CHANNEL, Terms.any()), Validity.ALWAYS)))
                    .build();

            assertThat(rights.permits(USE.channel(word)).verdict()).isEqualTo(verdict);
        }

        @Test
        void applyOnlyWhereAllTheirPartsDo() {
            Prohibition tobacco = new Prohibition(
                    "r", List.of(Territory.of("DE")), Map.of(INDUSTRY, Terms.of("tobacco")), new Validity(NOW, null));
            RightsRecord rights = forbidding(tobacco).toBuilder()
                    .grants(List.of(RightsGrant.of(
                            Territories.worldwide(),
                            Map.of(CHANNEL, Terms.of("web"), INDUSTRY, Terms.any()),
                            Validity.ALWAYS)))
                    .build();

            says(rights, USE.with(INDUSTRY, "tobacco"), DENIED, "prohibited: r");
            says(rights, USE.with(INDUSTRY, "food"), ALLOWED);
            says(rights, USE, UNKNOWN, "prohibition_unclear: r");
            says(rights, USE.with(INDUSTRY, "tobacco").in(Territory.of("FR")), ALLOWED);
            says(
                    rights,
                    Use.at(NOW.minusNanos(1))
                            .channel("web")
                            .in(Territory.of("DE"))
                            .with(INDUSTRY, "tobacco"),
                    ALLOWED);
        }
    }

    @Test
    void tellsOfTheGrantThatComesClosest() {
        RightsGrant france = RightsGrant.of(Territories.of("FR"), WEB, Validity.ALWAYS);
        RightsGrant unstated = RightsGrant.of(Territories.unstated(), WEB, Validity.ALWAYS);

        says(granting(france, unstated), USE, UNKNOWN, "territory_not_stated: DE");
        says(granting(france, unstated, GRANT), USE, ALLOWED);
    }

    private static RightsRecord granting(RightsGrant... grants) {
        return CLEARED.toBuilder().grants(List.of(grants)).build();
    }

    private static RightsRecord forbidding(Prohibition prohibition) {
        return CLEARED.toBuilder().prohibitions(List.of(prohibition)).build();
    }

    private static Territories territories(String allowed, String excluded) {
        Territories some = allowed == null ? Territories.unstated() : Territories.of(allowed.split(" ", -1));
        return excluded == null ? some : some.except(Set.of(excluded.split(" ", -1)));
    }

    private static Set<String> words(String words) {
        return words == null ? Set.of() : Set.of(words.split(" ", -1));
    }

    private static void says(RightsRecord rights, Use use, Verdict verdict, String... reasons) {
        Permission permission = rights.permits(use);
        assertThat(permission.verdict()).isEqualTo(verdict);
        assertThat(permission.reasons()).extracting(RightsReason::toString).containsExactly(reasons);
    }
}
