package dev.contentconnect.core.model;

import static dev.contentconnect.core.model.RightsDimension.CHANNEL;
import static dev.contentconnect.core.model.RightsDimension.INDUSTRY;
import static dev.contentconnect.core.model.RightsFixtures.CLEARED;
import static dev.contentconnect.core.model.RightsFixtures.GRANT;
import static dev.contentconnect.core.model.RightsFixtures.NOW;
import static dev.contentconnect.core.model.RightsFixtures.USE;
import static dev.contentconnect.core.model.RightsFixtures.WEB;
import static dev.contentconnect.core.model.RightsFixtures.forbidding;
import static dev.contentconnect.core.model.RightsFixtures.granting;
import static dev.contentconnect.core.model.RightsFixtures.says;
import static dev.contentconnect.core.model.RightsFixtures.words;
import static dev.contentconnect.core.model.Verdict.ALLOWED;
import static dev.contentconnect.core.model.Verdict.DENIED;
import static dev.contentconnect.core.model.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What refuses a use that the grants would allow. */
class RightsRefusalTest {
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
            Prohibition england = Prohibition.in("r", List.of(Territory.of("GB-ENG")));

            says(forbidding(england), USE.in(Territory.of("GB-LND")), UNKNOWN, "prohibition_unclear: r");

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
                    "web||web.shop|DENIED",
                    "web|web.shop|web.shop|ALLOWED",
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
}
