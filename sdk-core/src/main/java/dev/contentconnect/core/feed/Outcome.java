package dev.contentconnect.core.feed;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateTransaction;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item in this runner's hands; not yet written.
 *
 * @param held the item
 * @param end how it ended
 * @param works what is committed with its completion
 * @param failure what the handler threw; null unless it failed
 * @param verdict what follows from the failure; null unless it failed
 * @param took how long the handler took
 */
record Outcome(
        Held held,
        End end,
        List<Consumer<StateTransaction>> works,
        @Nullable Throwable failure,
        FailureRules.@Nullable Verdict verdict,
        Duration took) {

    enum End {
        HANDLED,
        FAILED,
        /** Given back without having been tried. */
        RETURNED,
        /** What is stored is no event: nobody can handle it. */
        UNREADABLE
    }

    static Outcome handled(Held held, List<Consumer<StateTransaction>> works, Duration took) {
        return new Outcome(held, End.HANDLED, works, null, null, took);
    }

    static Outcome failed(Held held, Throwable failure, FailureRules.Verdict verdict, Duration took) {
        return new Outcome(held, End.FAILED, List.of(), failure, verdict, took);
    }

    static Outcome unreadable(Held held, StateException damage) {
        FailureRules.Verdict aside = new FailureRules.Verdict(
                true, held.item().failures() + 1, Duration.ZERO, FailureRules.reason("", damage));
        return new Outcome(held, End.UNREADABLE, List.of(), damage, aside, Duration.ZERO);
    }

    static Outcome returned(Held held) {
        return new Outcome(held, End.RETURNED, List.of(), null, null, Duration.ZERO);
    }
}
