package dev.contentconnect.iconik;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes one object for one key. iconik finds by key through an index that lags, so whoever looks may miss what was made a
 * moment ago, by a process that crashed or by another one. After making an object we wait until the index shows it, and look
 * again: of two the older one stays. Its maker sees the same two and leaves it alone.
 *
 * @param library where
 * @param operation for failures
 * @param look the oldest object with the key, or nothing
 * @param age how objects are told apart
 * @param remove takes ours away
 * @param <T> the object
 */
record UnderKey<T>(
        Library library,
        String operation,
        Supplier<Optional<T>> look,
        Function<? super T, Age> age,
        Consumer<? super T> remove) {
    /** When an object was made, and its id for those of the same moment. */
    record Age(Instant made, String id) {
        boolean isOlderThan(Age other) {
            int byTime = made.compareTo(other.made);
            return byTime < 0 || (byTime == 0 && id.compareTo(other.id) < 0);
        }
    }

    /** Finds or makes. */
    T findOrMake(Supplier<? extends T> make) {
        Optional<T> there = look.get();
        return there.isPresent() ? there.get() : settle(make.get());
    }

    /** What stays of an object that was just made and others like it. */
    T settle(T made) {
        Optional<T> oldest = library.untilShown(operation, look);
        Age ours = age.apply(made);
        if (oldest.isEmpty() || !age.apply(oldest.get()).isOlderThan(ours)) {
            return made;
        }
        remove.accept(made);
        return oldest.get();
    }
}
