package dev.contentconnect.core.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which countries a territory word stands for. Countries are ISO 3166-1; regions follow the United Nations' M49 table;
 * a few groups with a fixed membership have names of their own. Words such as EMEA or APAC mean different things to
 * different companies and are left unknown on purpose.
 */
final class Regions {
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    /** Countries whose subdivisions in ISO 3166-2 lie beside each other. In others, such as GB, one may lie in another. */
    private static final Set<String> ONE_LEVEL = Set.of(
            "AE", "AR", "AT", "AU", "BR", "CA", "CH", "CN", "DE", "DK", "IN", "JP", "KR", "MX", "PL", "RU", "SE", "TR",
            "UA", "US");

    private static final Map<String, Set<String>> COUNTRIES_BY_WORD = new HashMap<>();
    private static final Map<String, String> CANONICAL_BY_NAME = new HashMap<>();

    static {
        region("015", "DZ EG EH LY MA SD TN");
        region("014", "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW");
        region("017", "AO CD CF CG CM GA GQ ST TD");
        region("018", "BW LS NA SZ ZA");
        region("011", "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG");
        region("029", "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI");
        region("013", "BZ CR GT HN MX NI PA SV");
        region("005", "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE");
        region("021", "BM CA GL PM US");
        region("010", "AQ");
        region("143", "KG KZ TJ TM UZ");
        region("030", "CN HK JP KP KR MN MO TW");
        region("035", "BN ID KH LA MM MY PH SG TH TL VN");
        region("034", "AF BD BT IN IR LK MV NP PK");
        region("145", "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE");
        region("151", "BG BY CZ HU MD PL RO RU SK UA");
        region("154", "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ");
        region("039", "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK");
        region("155", "AT BE CH DE FR LI LU MC NL");
        region("053", "AU CC CX HM NF NZ");
        region("054", "FJ NC PG SB VU");
        region("057", "FM GU KI MH MP NR PW UM");
        region("061", "AS CK NU PF PN TK TO TV WF WS");
        union("202", "014 017 018 011");
        union("002", "015 202");
        union("419", "029 013 005");
        union("003", "029 013 021");
        union("019", "419 021");
        union("142", "143 030 035 034 145");
        union("150", "151 154 039 155");
        union("009", "053 054 057 061");
        union("001", "002 019 010 142 150 009");
        region("EU", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");
        region("EEA", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK");
        region("DACH", "DE AT CH");
        region("BENELUX", "BE NL LU");
        region("NORDICS", "DK FI IS NO SE");
        same("001", "WORLD", "WORLDWIDE", "GLOBAL", "*", "ANY", "ALL");
        same("002", "AFRICA");
        same("019", "AMERICAS");
        same("003", "NORTH AMERICA");
        same("005", "SOUTH AMERICA");
        same("419", "LATIN AMERICA", "LATAM");
        same("142", "ASIA");
        same("150", "EUROPE");
        same("009", "OCEANIA");
        same("010", "ANTARCTICA");
        same("GB", "UK");
        alsoCountries("US", "AS GU MP PR UM VI");
        alsoCountries("FR", "BL GF GP MF MQ NC PF PM RE TF WF YT");
        same("GP", "FR-971");
        same("MQ", "FR-972");
        same("GF", "FR-973");
        same("RE", "FR-974");
        same("YT", "FR-976");
        alsoCountries("CN", "HK MO TW");
        alsoCountries("NL", "AW CW SX");
        same("AX", "FI-01");
        for (String country : Set.copyOf(countriesOf("001"))) {
            COUNTRIES_BY_WORD.put(country, Set.of(country));
            alpha3(country);
        }
        partOf("SJ", "NO-21", "NO-22");
        partOf("BQ", "NL-BQ1", "NL-BQ2", "NL-BQ3");
    }

    private Regions() {}

    /** The canonical spelling of a word: upper case, alpha-2 for alpha-3, the number for a continent's name. */
    static String canonical(String word) {
        String upper = word.strip().toUpperCase(Locale.ROOT);
        String name = upper.replace('_', ' ').strip();
        // A word of underscores alone would be left blank, and a canonical spelling has to be its own canonical one.
        return name.isBlank() ? upper : CANONICAL_BY_NAME.getOrDefault(name, name);
    }

    /** The countries of a canonical word, or null when the word is not understood. */
    static @Nullable Set<String> countries(String canonical) {
        Set<String> known = COUNTRIES_BY_WORD.get(canonical);
        if (known != null) {
            return known;
        }
        return isSubdivision(canonical) ? COUNTRIES_BY_WORD.get(canonical.substring(0, 2)) : null;
    }

    /** Whether the word has the form of ISO 3166-2, such as {@code US-CA}, and begins with a country. */
    static boolean isSubdivision(String canonical) {
        // The quick look first: every question about territories asks this.
        if (canonical.length() < 4
                || canonical.charAt(2) != '-'
                || !SUBDIVISION.matcher(canonical).matches()) {
            return false;
        }
        // EU-27 has the form too, and is no part of a country.
        Set<String> whole = COUNTRIES_BY_WORD.get(canonical.substring(0, 2));
        return whole != null && whole.size() == 1;
    }

    static boolean hasOneLevel(String country) {
        return ONE_LEVEL.contains(country);
    }

    /** Parts of a country that ISO 3166-2 lists under it and ISO 3166-1 as countries: one territory, one code. */
    private static void alsoCountries(String country, String parts) {
        for (String part : parts.split(" ", -1)) {
            CANONICAL_BY_NAME.put(country + "-" + part, part);
        }
    }

    /** Subdivisions that ISO 3166-2 lists under one country and that lie in another one of ISO 3166-1. */
    private static void partOf(String country, String... subdivisions) {
        for (String subdivision : subdivisions) {
            COUNTRIES_BY_WORD.put(subdivision, Set.of(country));
        }
    }

    private static void region(String word, String countries) {
        COUNTRIES_BY_WORD.put(word, new HashSet<>(Arrays.asList(countries.split(" ", -1))));
    }

    private static void union(String word, String parts) {
        Set<String> all = new HashSet<>();
        for (String part : parts.split(" ", -1)) {
            all.addAll(countriesOf(part));
        }
        COUNTRIES_BY_WORD.put(word, all);
    }

    private static Set<String> countriesOf(String word) {
        return Objects.requireNonNull(COUNTRIES_BY_WORD.get(word), word);
    }

    private static void same(String word, String... names) {
        for (String name : names) {
            CANONICAL_BY_NAME.put(name, word);
        }
    }

    private static void alpha3(String country) {
        try {
            CANONICAL_BY_NAME.put(
                    new Locale.Builder().setRegion(country).build().getISO3Country(), country);
        } catch (MissingResourceException noAlpha3) {
            // XK is user-assigned: the JDK has no alpha-3 code for it.
            CANONICAL_BY_NAME.put("XKX", "XK");
        }
    }
}
