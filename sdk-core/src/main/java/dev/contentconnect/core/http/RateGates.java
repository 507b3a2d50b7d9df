package dev.contentconnect.core.http;

import dev.contentconnect.core.time.TimeSource;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gates of this process, found by credential, so that two connectors with the same credential keep the limit together
 * without knowing each other. A gate lives as long as a connector holds it.
 */
public final class RateGates {
    private static final Map<Key, WeakReference<RateGate>> GATES = new HashMap<>();

    private RateGates() {}

    private record Key(String host, Object credential, double perSecond, TimeSource time) {}

    /**
     * The gate of a credential.
     *
     * @param host the host the limit belongs to
     * @param credential identifies the credential by {@code equals}; never shown
     * @param perSecond requests a second
     * @param time the clock
     * @return the gate, the same for the same arguments while somebody holds it
     */
    public static RateGate of(String host, Object credential, double perSecond, TimeSource time) {
        Key key = new Key(host, credential, perSecond, time);
        synchronized (GATES) {
            GATES.values().removeIf(gate -> gate.get() == null);
            WeakReference<RateGate> known = GATES.get(key);
            @Nullable RateGate gate = known == null ? null : known.get();
            if (gate == null) {
                gate = new RateGate(perSecond, Math.max(1, (int) Math.min(10, perSecond)), time);
                GATES.put(key, new WeakReference<>(gate));
            }
            return gate;
        }
    }
}
