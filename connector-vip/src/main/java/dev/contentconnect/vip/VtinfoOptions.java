package dev.contentconnect.vip;

import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.ConfigProblem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the options of the services of Vermont Information Processing have in common. */
final class VtinfoOptions {
    private VtinfoOptions() {}

    /** A check that calls the common option {@code endpoint} by the name it has beside the options of other services. */
    static ConfigCheck renamed(ConfigCheck check, String endpoint) {
        return new ConfigCheck(check.problems().stream()
                .map(one -> one.option().equals("endpoint") ? new ConfigProblem(endpoint, one.problem()) : one)
                .toList());
    }

    /** Wants TLS, but for a service on this machine. */
    static void tls(ConfigCheck check, String option, @Nullable URI address) {
        check.address(option, address);
        if (address != null && !"https".equalsIgnoreCase(address.getScheme()) && !isThisMachine(address.getHost())) {
            check.problem(option, "must be an https address");
        }
    }

    private static boolean isThisMachine(@Nullable String host) {
        return host != null
                && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}"));
    }

    /**
     * Reads names and values.
     *
     * @throws IllegalArgumentException when a pair has no name, or a name comes twice
     */
    static Map<String, String> pairs(String text) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String pair : text.split("[;\\r\\n]", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (name.isEmpty() || out.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("not pairs");
            }
        }
        return out;
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
