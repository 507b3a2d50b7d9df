package dev.contentconnect.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelValuesTest {
    private static final SourceRef REF = SourceRef.of("library", "7");

    @Property(tries = 300)
    void buildersLoseNothing(@ForAll("dice") Object value) {
        Object copy = value instanceof Asset asset
                ? asset.toBuilder().build()
                : value instanceof Approval approval
                        ? approval.toBuilder().build()
                        : value instanceof RightsRecord rights
                                ? rights.toBuilder().build()
                                : ((CaseEvent) value).toBuilder().build();

        assertThat(copy).isEqualTo(value).hasSameHashCodeAs(value);
    }

    @Property(tries = 300)
    void rightsSaidOfAnotherAssetAreTheSameButForIdentityAndMoment(@ForAll("rights") RightsRecord rights)
            throws ReflectiveOperationException {
        RightsRecord moved = rights.toBuilder(REF).build();

        for (RecordComponent part : RightsRecord.class.getRecordComponents()) {
            Object expected = switch (part.getName()) {
                case "ref", "asset" -> REF;
                case "updatedAt" -> null;
                default -> part.getAccessor().invoke(rights);
            };
            assertThat(part.getAccessor().invoke(moved)).as(part.getName()).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<RightsRecord> rights() {
        return CanonicalDice.of(CanonicalDice::rights);
    }

    @Provide
    Arbitrary<Object> dice() {
        return net.jqwik.api.Arbitraries.oneOf(
                CanonicalDice.of(CanonicalDice::asset),
                CanonicalDice.of(CanonicalDice::approval),
                CanonicalDice.of(CanonicalDice::rights),
                CanonicalDice.of(CanonicalDice::event));
    }

    // jqwik does not look into nested classes of JUnit.
    @Property(tries = 300)
    void referencesReadBackWhatTheyWrite(@ForAll String system, @ForAll String id) {
        if (!system.isBlank() && !id.isBlank() && system.indexOf(':') < 0) {
            SourceRef ref = SourceRef.of(system, id);
            assertThat(SourceRef.parse(ref.toString())).isEqualTo(ref);
        }
    }

    @Test
    void referencesGiveTheirIdToTheirSystemAlone() {
        assertThat(REF.idIn("library")).isEqualTo("7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REF.idIn("engine"))
                .withMessageContaining("library:7");
    }

    @Test
    void recordsKeepTheirOwnListsOfWhatTheyWereGiven() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Asset asset = Asset.builder(REF).tags(tags).build();
        tags.add("b");

        assertThat(asset.tags()).containsExactly("a");
        assertThatThrownBy(() -> asset.tags().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Nested
    class References {
        @Test
        void keepColonsOfTheId() {
            assertThat(SourceRef.parse("s:a:b:")).isEqualTo(SourceRef.of("s", "a:b:"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ":", "a", ":b", "a:", " :b", "a: "})
        void areRefusedWithoutSystemOrId(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> SourceRef.parse(text));
        }

        @Test
        void giveTheNumberOnlyWhereTheIdIsOne() {
            assertThat(SourceRef.of("a", "17").numberIn("a")).hasValue(17);
            for (String none : List.of("0", "-3", "x", "1.5", "99999999999999999999")) {
                assertThat(SourceRef.of("a", none).numberIn("a")).as(none).isEmpty();
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SourceRef.of("a", "17").numberIn("b"));
        }

        @Test
        void areNullWherePeopleWroteSomethingElse() {
            assertThat(SourceRef.parseOrNull("a:b:c")).isEqualTo(SourceRef.of("a", "b:c"));
            assertThat(SourceRef.parseOrNull("by hand")).isNull();
            assertThat(SourceRef.parseOrNull(null)).isNull();
        }

        @Test
        void refuseAColonInTheSystemAndSortBySystemFirst() {
            assertThatIllegalArgumentException().isThrownBy(() -> SourceRef.of("a:b", "c"));
            assertThat(SourceRef.of("a", "2"))
                    .isLessThan(SourceRef.of("b", "1"))
                    .isGreaterThan(SourceRef.of("a", "1"));
        }
    }

    @Nested
    class Amounts {
        @Test
        void areExact() {
            Money sum = Money.of("0.10", "EUR").plus(Money.of("0.20", "EUR"));

            assertThat(sum).isEqualTo(Money.of("0.30", "EUR")).hasToString("0.30 EUR");
            assertThat(new Money(new BigDecimal("1E+3"), Currency.getInstance("JPY")))
                    .hasToString("1000 JPY");
        }

        @Test
        void compareByValue() {
            assertThat(Money.of("1.0", "EUR").exceeds(Money.of("1.00", "EUR"))).isFalse();
            assertThat(Money.of("1.01", "EUR").exceeds(Money.of("1.0", "EUR"))).isTrue();
        }

        @Test
        void neverMixCurrencies() {
            Money euro = Money.of("1", "EUR");
            Money dollar = Money.of("1", "USD");

            assertThatIllegalArgumentException().isThrownBy(() -> euro.plus(dollar));
            assertThatIllegalArgumentException().isThrownBy(() -> euro.exceeds(dollar));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1E+101", "1E-101", "1E+2000000000"})
        void refuseWhatWouldFillTheMemoryWhenWrittenOut(String amount) {
            assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, "EUR"));
        }

        @ParameterizedTest
        @CsvSource({"'1,50', EUR", "'', EUR", "NaN, EUR", "1, EURO", "1, eur"})
        void refuseWhatIsNoAmount(String amount, String currency) {
            assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
        }
    }

    @Nested
    class Links {
        @Test
        void refuseCredentialsWithoutRepeatingThem() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Link("open", URI.create("https://joe:sesame@host.example/x"), null))
                    .withMessageContaining("host.example")
                    .withMessageNotContaining("sesame");
        }

        @Test
        void takeWhatPeopleCanFollow() {
            URI uri = URI.create("https://host.example/a@b?c=d@e");

            assertThat(new Link("open", uri, REF).uri()).isEqualTo(uri);
            assertThatIllegalArgumentException().isThrownBy(() -> new Link(" ", uri, null));
        }
    }

    @Nested
    class Checksums {
        /** The first example of the standard, FIPS 180-2. */
        @Test
        void areMadeOfBytesAndTexts() {
            String expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
            assertThat(Checksum.sha256Of("abc")).isEqualTo(Checksum.sha256(expected));
            assertThat(Checksum.sha256Of(new byte[] {'a', 'b', 'c'})).isEqualTo(Checksum.sha256(expected));
        }

        @Test
        void areLowerCaseInEveryLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("tr"));
                assertThat(Checksum.sha256("00FFAB")).isEqualTo(new Checksum("SHA-256", "00ffab"));
            } finally {
                Locale.setDefault(before);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0g", "0x00", "00 11", "\uFF11\uFF12"})
        void refuseWhatIsNotHexadecimal(String hex) {
            assertThatIllegalArgumentException().isThrownBy(() -> Checksum.sha256(hex));
        }
    }

    @Nested
    class Stretches {
        @Test
        void refuseAnEndBeforeTheStart() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Validity(Instant.EPOCH, Instant.EPOCH.minusNanos(1)));
            LocalDate day = LocalDate.of(2026, 5, 2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Validity.ofDays(day, day.minusDays(1), ZoneOffset.UTC));
        }

        @Test
        void areOpenWhereNothingIsSaid() {
            assertThat(Validity.ofDays(null, null, ZoneOffset.UTC)).isEqualTo(Validity.ALWAYS);
            assertThat(Validity.ALWAYS.contains(Instant.MAX)).isTrue();
            assertThat(new Validity(Instant.EPOCH, Instant.EPOCH).contains(Instant.EPOCH))
                    .isFalse();
        }
    }

    @Nested
    class Refusals {
        @Test
        void areMadeByTheRecordsThemselves() {
            assertThatIllegalArgumentException().isThrownBy(() -> AssetStatus.of(" "));
            assertThatIllegalArgumentException().isThrownBy(() -> AssetVersion.of("v", 0));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Use.at(Instant.EPOCH).times(0));
            for (String word : List.of("", "*", "print.*", " * ")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Use.at(Instant.EPOCH).channel(word));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> new UsageLimit("k", -1, null));
            assertThatIllegalArgumentException().isThrownBy(() -> new Permission(Verdict.UNKNOWN, List.of()));
            assertThatIllegalArgumentException().isThrownBy(() -> new Rendition("a", "b", null, null, null, -1L, null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image",
        "VIDEO/MP4, video",
        "audio/x, audio",
        "model/gltf+json, 3d",
        "text/plain; charset=x, document",
        "application/pdf, document",
        "application/zip, archive",
        "application/octet-stream, other",
        "'', other"
    })
    void suggestsAKindByMediaType(String mediaType, String kind) {
        assertThat(AssetKind.ofMediaType(mediaType)).isEqualTo(AssetKind.of(kind));
    }
}
