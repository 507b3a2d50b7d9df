package dev.contentconnect.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    /** The smallest regions of the M49 table, and intermediate ones where it divides further. */
    private static final List<String> LEAVES = List.of(
            "015", "014", "017", "018", "011", "029", "013", "005", "021", "010", "143", "030", "035", "034", "145",
            "151", "154", "039", "155", "053", "054", "057", "061");

    @Test
    void putsEveryCountryIntoExactlyOneLeafRegion() {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (String country : Locale.getISOCountries()) {
            List<String> in = LEAVES.stream()
                    .filter(leaf -> Territory.of(leaf).covers(Territory.of(country)))
                    .toList();
            if (in.size() != 1) {
                wrong.put(country, in);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(LEAVES).allMatch(leaf -> Territory.of(leaf).isKnown());
    }

    @Test
    void holdsNoCountryThatIsNone() {
        Set<String> real = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
                .collect(java.util.stream.Collectors.toSet());

        assertThat(real).containsAll(Regions.countries("001"));
        assertThat(Regions.countries("001")).containsAll(real);
    }

    @Test
    void knowsEveryCountryByItsThreeLetters() {
        for (String country : Locale.getISOCountries()) {
            String three = new Locale.Builder().setRegion(country).build().getISO3Country();
            assertThat(Territory.of(three)).isEqualTo(Territory.of(country));
        }
        assertThat(Territory.of("XKX")).isEqualTo(Territory.of("XK"));
    }

    @ParameterizedTest
    @CsvSource({
        "world, 001",
        "Worldwide, 001",
        "*, 001",
        "europe, 150",
        "north_america, 003",
        " North America , 003",
        "latam, 419",
        "uk, GB",
        "deu, DE",
        "us-ca, US-CA",
        "US-PR, PR",
        "FR-RE, RE",
        "CN-HK, HK",
        "FI-01, AX",
        "FR-974, RE"
    })
    void bringsSpellingsTogether(String word, String code) {
        assertThat(Territory.of(word).code()).isEqualTo(code);
        assertThat(Territory.of(word).isKnown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMEA",
                "APAC",
                "ROW",
                "ZZ",
                "999",
                "US-",
                "US-CALIF",
                "US-C*",
                "DE-!",
                "ZZ-A",
                "_",
                "D E",
                "EU-15"
            })
    void leavesOtherWordsUnknown(String word) {
        Territory odd = Territory.of(word);

        assertThat(odd.isKnown()).isFalse();
        assertThat(Territory.WORLD.covers(odd)).isFalse();
        assertThat(odd.covers(Territory.of("DE"))).isFalse();
        assertThat(odd.overlaps(Territory.WORLD)).isFalse();
        assertThat(odd.covers(odd)).isTrue();
    }

    @Property
    void spellsACanonicalWordTheSameAgain(@ForAll String word) {
        if (!word.isBlank()) {
            Territory once = Territory.of(word);
            assertThat(Territory.of(once.code())).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "150, DE, true", "150, 155, true", "155, 150, false", "DE, DE-BY, true", "DE-BY, DE, false", "EU, CH, false",
        "EEA, EU, true", "EU, EEA, false", "DACH, CH, true", "BENELUX, LU, true", "NORDICS, IS, true", "001, XK, true",
        "019, 419, true", "003, US, true", "US-CA, US-NY, false", "155, DACH, true", "US, PR, false", "GB, JE, false",
        "SJ, NO-21, true", "NO, NO-22, false", "NO-21, SJ, false", "BQ, NL-BQ1, true", "NL, NL-BQ3, false"
    })
    void knowsWhatCoversWhat(String outer, String inner, boolean covers) {
        assertThat(Territory.of(outer).covers(Territory.of(inner))).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "EU, DACH, true",
        "EU, 002, false",
        "US-CA, US, true",
        "US, US-CA, true",
        "US-CA, US-NY, false",
        "US-CA, US-CA, true",
        "US-CA, 021, true",
        "SJ, NO-21, true",
        "NO, NO-21, false",
        "BQ, NL-BQ2, true",
        "150, 001, true",
        "DE, FR, false"
    })
    void knowsWhatOverlaps(String one, String other, boolean overlaps) {
        assertThat(Territory.of(one).overlaps(Territory.of(other))).isEqualTo(overlaps);
        assertThat(Territory.of(other).overlaps(Territory.of(one))).isEqualTo(overlaps);
    }
}
