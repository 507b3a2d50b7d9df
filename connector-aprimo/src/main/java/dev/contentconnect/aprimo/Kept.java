package dev.contentconnect.aprimo;

import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Answers that are kept for a while, the ones used last at most. An answer that does not satisfy is asked for again, not too often. */
final class Kept<K, V> {
    private static final int MOST = 10_000;

    /** How old an answer must be to be asked for again because it does not satisfy. */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    private final TimeSource time;
    private final Duration life;
    private final Function<? super K, ? extends V> ask;
    private final Map<K, Answer<V>> answers = new LinkedHashMap<>(64, 0.75f, true);

    private record Answer<V>(V value, Instant at) {}

    Kept(TimeSource time, Duration life, Function<? super K, ? extends V> ask) {
        this.time = time;
        this.life = life;
        this.ask = ask;
    }

    V get(K key) {
        return get(key, any -> true);
    }

    V get(K key, Predicate<? super V> satisfies) {
        Instant now = time.now();
        synchronized (answers) {
            Answer<V> known = answers.get(key);
            if (known != null) {
                Duration age = Duration.between(known.at(), now);
                if (age.compareTo(life) < 0 && (satisfies.test(known.value()) || age.compareTo(YOUNG) < 0)) {
                    return known.value();
                }
            }
        }
        // Outside the lock: who asks for something else does not wait for the network.
        V value = ask.apply(key);
        synchronized (answers) {
            answers.put(key, new Answer<>(value, now));
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return value;
    }
}
