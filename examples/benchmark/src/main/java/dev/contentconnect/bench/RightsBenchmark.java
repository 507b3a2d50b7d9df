package dev.contentconnect.bench;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.smintio.map.Languages;
import dev.contentconnect.smintio.map.LicenseWords;
import dev.contentconnect.smintio.map.RightsMapper;
import dev.contentconnect.smintio.wire.WirePurchase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many uses a second one thread judges by the licence terms of Smint.io. Arguments, all optional: {@code seconds=5},
 * {@code rounds=5}.
 *
 * <pre>
 * mvn -q -B -Pbench -pl examples/benchmark -am -DskipTests \
 *     -Dbench.main=dev.contentconnect.bench.RightsBenchmark verify
 * </pre>
 */
public final class RightsBenchmark {
    private static final Instant NOW = Instant.parse("2031-05-04T03:02:01Z");
    private static final int AT_ONCE = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private RightsBenchmark() {}

    /**
     * Runs it.
     *
     * @param args see the class
     */
    public static void main(String[] args) {
        System.out.println(table(args));
    }

    /** Runs it and gives the table. */
    static String table(String... args) {
        int seconds = option(args, "seconds", 5);
        int rounds = option(args, "rounds", 5);
        StringBuilder out = new StringBuilder("| licence | permits a second, one thread | allowed |\n|---|---|---|\n");
        for (Map.Entry<String, RightsRecord> one : licences().entrySet()) {
            List<Double> rates = new ArrayList<>();
            double allowed = 0;
            for (int round = 0; round <= rounds; round++) {
                long[] counts = run(one.getValue(), seconds);
                // The first round warms up.
                if (round > 0) {
                    rates.add(counts[0] * 1e9 / counts[2]);
                    allowed = (double) counts[1] / counts[0];
                }
            }
            rates.sort(null);
            out.append(String.format(
                    Locale.ROOT, "| %s | %,.0f | %.2f |%n", one.getKey(), rates.get(rates.size() / 2), allowed));
        }
        return out.toString();
    }

    private static int option(String[] args, String name, int otherwise) {
        for (String arg : args) {
            if (arg.startsWith(name + "=")) {
                return Integer.parseInt(arg.substring(name.length() + 1));
            }
        }
        return otherwise;
    }

    /** Calls, those allowed, nanoseconds of processor time: what else the machine does costs us nothing. */
    private static long[] run(RightsRecord rights, int seconds) {
        List<Use> uses = uses();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long begin = THREADS.getCurrentThreadCpuTime();
        long calls = 0;
        long allowed = 0;
        while (System.nanoTime() < end) {
            for (int i = 0; i < AT_ONCE; i++) {
                allowed += rights.permits(uses.get(i % uses.size())).isAllowed() ? 1 : 0;
            }
            calls += AT_ONCE;
        }
        return new long[] {calls, allowed, THREADS.getCurrentThreadCpuTime() - begin};
    }

    private static List<Use> uses() {
        List<Use> out = new ArrayList<>();
        for (String where : List.of("AT", "DE", "US", "JP")) {
            for (String usage : List.of("advertising_print", "digital_media_web", "internal_use_intranet")) {
                out.add(Use.at(NOW).in(Territory.of(where)).with(RightsDimension.USAGE, LicenseWords.word(usage)));
            }
        }
        return out;
    }

    private static Map<String, RightsRecord> licences() {
        Map<String, Object> wide = Map.of(
                "allowed_usages",
                List.of("advertising_any", "digital_media_any"),
                "allowed_geographies",
                List.of("any"));
        Map<String, Object> narrow = Map.of(
                "allowed_usages",
                List.of("advertising_any"),
                "restricted_usages",
                List.of("internal_use_any"),
                "allowed_geographies",
                List.of("europe_any", "north_america_united_states"),
                "restricted_geographies",
                List.of("europe_austria"),
                "valid_from",
                "2030-01-01T00:00:00Z",
                "valid_until",
                "2032-01-01T00:00:00Z");
        Map<String, RightsRecord> out = new LinkedHashMap<>();
        out.put("one term, worldwide", rights(List.of(wide)));
        out.put("two terms, narrow", rights(List.of(narrow, wide)));
        return out;
    }

    private static RightsRecord rights(List<Map<String, Object>> terms) {
        Map<String, Object> purchase = Map.of(
                "uuid",
                "tx-1",
                "state",
                "completed",
                "license_terms",
                terms,
                "license_download_constraints",
                Map.of("effective_max_downloads", 1_000_000),
                "current_downloads",
                5,
                "content_element",
                Map.of(
                        "release_details",
                        Map.of("model_release_state", "released", "property_release_state", "released")));
        return RightsMapper.toRights(
                Json.convert(purchase, WirePurchase.class),
                SourceRef.of("smintio", "license/tx-1"),
                new Languages(List.of()),
                NOW);
    }
}
