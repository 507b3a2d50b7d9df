package dev.contentconnect.core.spi;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@link Connector#check()}.
 *
 * @param system the short name of the system
 * @param identity who the system takes us for, where it says so
 * @param serverVersion its version, where it says so
 * @param at when it answered
 * @param details further facts by name; no secrets
 */
public record ConnectorCheck(
        String system,
        @Nullable String identity,
        @Nullable String serverVersion,
        Instant at,
        Map<String, String> details) {

    /**
     * Makes a result; the map is copied.
     *
     * @param system the short name of the system
     * @param identity who the system takes us for, where it says so
     * @param serverVersion its version, where it says so
     * @param at when it answered
     * @param details further facts by name; no secrets
     */
    public ConnectorCheck {
        details = Map.copyOf(details);
    }
}
