package dev.contentconnect.examples.flows.own;

import dev.contentconnect.core.state.StateLink;
import java.util.Locale;

/**
 * What {@link Recall} remembers of a copy.
 *
 * @param stage how far it is with keeping the copy back
 * @param round how often it did
 */
record CopyMemory(Stage stage, int round) {
    static final CopyMemory NONE = new CopyMemory(Stage.CLEAR, 0);

    /** How far the flow is. */
    enum Stage {
        CLEAR,
        /** From here on a block may be the flow's own. */
        BLOCKING,
        /** Under a block of the flow's own. */
        HELD,
        /** Under a block that was there before. */
        FOREIGN,
        /** From here on the block may be lifted. */
        RELEASING
    }

    static CopyMemory of(StateLink link) {
        String text = String.valueOf(link.fingerprint());
        int blank = text.indexOf(' ');
        return new CopyMemory(
                Stage.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT)),
                Integer.parseInt(text.substring(blank + 1)));
    }

    String text() {
        return stage.name().toLowerCase(Locale.ROOT) + " " + round;
    }

    CopyMemory at(Stage next) {
        return new CopyMemory(next, round);
    }

    /** What broke off goes on as the recall that it was. */
    CopyMemory recalling() {
        return new CopyMemory(Stage.BLOCKING, stage == Stage.BLOCKING ? round : round + 1);
    }

    /** Whether a block that is there now was there before ours, or instead of it. */
    boolean isForeign() {
        return stage == Stage.CLEAR || stage == Stage.FOREIGN;
    }

    boolean isSettled() {
        return stage == Stage.HELD || stage == Stage.FOREIGN || stage == Stage.RELEASING;
    }
}
