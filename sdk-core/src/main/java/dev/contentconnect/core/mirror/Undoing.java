package dev.contentconnect.core.mirror;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the writes of one run that the side written to changed at once, while nothing else happened. Sides that undo each
 * other's writes do so each time. Where anything else happened people are at work, and their last edit must be mirrored.
 */
final class Undoing {
    private int writes;
    private @Nullable String left;
    private @Nullable String right;

    /** A write, and what stood there when it was read back. */
    void add(FieldCopy copy, Reading now) {
        if (writes == 0 || leaves(copy.left(), copy.right())) {
            writes++;
        }
        left = copy.toRight() ? copy.left().value() : now.value();
        right = copy.toRight() ? now.value() : copy.right().value();
    }

    /** Whether so many writes were undone, and both sides still are as the last one left them. */
    boolean explains(int allWrites, Reading nowLeft, Reading nowRight) {
        return writes == allWrites && leaves(nowLeft, nowRight);
    }

    private boolean leaves(Reading nowLeft, Reading nowRight) {
        return Objects.equals(left, nowLeft.value()) && Objects.equals(right, nowRight.value());
    }
}
