package dev.contentconnect.smintio.map;

import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's words for places: {@code any}, {@code europe_any}, {@code europe_germany}. A word that is not understood is kept:
 * it covers nothing, and where it is excluded it leaves doubt. Continents are those of the United Nations; where one is excluded,
 * countries that others count to it are excluded too.
 */
final class Geographies {
    /** Continent to the United Nations' number, and to countries at its edge that not everybody leaves out. */
    private record Continent(String code, List<String> edge) {
        static Continent of(String code, String... edge) {
            return new Continent(code, List.of(edge));
        }
    }

    private static final Map<String, Continent> CONTINENTS = Map.of(
            "africa", Continent.of("002", "YE"),
            "asia", Continent.of("142", "RU", "TR", "EG", "AU", "PG"),
            "europe", Continent.of("150", "TR", "CY", "AM", "AZ", "GE", "KZ", "IL"),
            "north_america", Continent.of("003", "TT", "AW", "CW", "BQ"),
            "central_america", Continent.of("013", "MX"),
            "caribbean", Continent.of("029", "BZ", "GY", "SR"),
            "south_america", Continent.of("005", "TT", "AW", "CW", "BQ", "PA"),
            "latin_america", Continent.of("419"),
            "oceania", Continent.of("009", "ID", "TL"),
            "antarctica", Continent.of("010"));

    private static final Map<String, String> COUNTRIES = countries();

    private Geographies() {}

    private static Map<String, String> countries() {
        Map<String, String> out = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
            out.put(plain(name), code);
        }
        String others =
                "usa US united_states_of_america US uk GB great_britain GB england GB-ENG scotland GB-SCT wales GB-WLS"
                        + " northern_ireland GB-NIR czech_republic CZ turkey TR turkiye TR ivory_coast CI cote_d_ivoire CI hong_kong"
                        + " HK macao MO macau MO myanmar MM burma MM russia RU russian_federation RU south_korea KR korea_south KR"
                        + " republic_of_korea KR north_korea KP korea_north KP vietnam VN viet_nam VN laos LA syria SY iran IR"
                        + " moldova MD macedonia MK north_macedonia MK bolivia BO venezuela VE tanzania TZ brunei BN cape_verde"
                        + " CV swaziland SZ east_timor TL palestine PS vatican VA vatican_city VA kosovo XK uae AE holland NL"
                        + " democratic_republic_of_the_congo CD republic_of_the_congo CG congo CG micronesia FM saint_lucia LC"
                        + " taiwan TW the_netherlands NL the_bahamas BS the_gambia GM";
        String[] pairs = others.split(" ", -1);
        for (int i = 0; i < pairs.length; i += 2) {
            out.put(pairs[i], pairs[i + 1]);
        }
        return out;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z]+", "_")
                .replaceAll("^_|_$", "");
    }

    static Territories territories(List<String> allowed, List<String> restricted) {
        if (allowed.isEmpty() && restricted.isEmpty()) {
            return Territories.unstated();
        }
        List<Territory> in = new ArrayList<>();
        allowed.forEach(key -> in.add(place(key)));
        List<Territory> out = new ArrayList<>();
        for (String key : restricted) {
            out.add(place(key));
            Continent whole = whole(key);
            if (whole != null) {
                whole.edge().forEach(country -> out.add(Territory.of(country)));
            }
        }
        return new Territories(
                in.stream().distinct().toList(), out.stream().distinct().toList());
    }

    private static @Nullable Continent whole(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("_any") ? CONTINENTS.get(lower.substring(0, lower.length() - 4)) : null;
    }

    static Territory place(String key) {
        String lower = key.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("any")) {
            return Territory.WORLD;
        }
        Continent whole = whole(lower);
        if (whole != null) {
            return Territory.of(whole.code());
        }
        for (String continent : CONTINENTS.keySet()) {
            if (lower.startsWith(continent + "_")) {
                String country = COUNTRIES.get(lower.substring(continent.length() + 1));
                if (country != null) {
                    return Territory.of(country);
                }
            }
        }
        return Territory.of(lower);
    }
}
