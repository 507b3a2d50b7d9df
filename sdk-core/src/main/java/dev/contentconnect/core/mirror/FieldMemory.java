package dev.contentconnect.core.mirror;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateLink;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about a field of a pair, in the fingerprint of a link: how often it came to rest, what each side had
 * then, and the write that was begun and not yet seen to end.
 *
 * @param rests how often the field came to rest
 * @param left print of what the left side had then; null before the first rest
 * @param right print of what the right side had then; null before the first rest
 * @param pending the write under way, or null
 */
record FieldMemory(
        long rests,
        @Nullable String left,
        @Nullable String right,
        @Nullable Pending pending) {
    static final FieldMemory NEW = new FieldMemory(0, null, null, null);

    private static final String NONE = "?";

    /**
     * A write under way.
     *
     * @param toRight whether the right side is written
     * @param sent print of the value that is written
     * @param stored print of the form in which the side is expected to keep it
     */
    record Pending(boolean toRight, String sent, String stored) {
        boolean explains(String print) {
            return print.equals(sent) || print.equals(stored);
        }
    }

    boolean isNew() {
        return left == null;
    }

    FieldMemory writing(Pending next) {
        return new FieldMemory(rests, left, right, next);
    }

    FieldMemory withoutPending() {
        return new FieldMemory(rests, left, right, null);
    }

    FieldMemory atRest(String leftPrint, String rightPrint) {
        return new FieldMemory(rests + 1, leftPrint, rightPrint, null);
    }

    static FieldMemory of(StateLink link) {
        String text = String.valueOf(link.fingerprint());
        String[] parts = text.split(" ", -1);
        try {
            if (parts.length != 3 && parts.length != 6) {
                throw new NumberFormatException("of " + parts.length + " parts");
            }
            Pending pending = parts.length == 3 ? null : new Pending(parts[3].equals(">"), parts[4], parts[5]);
            return new FieldMemory(Long.parseLong(parts[0]), print(parts[1]), print(parts[2]), pending);
        } catch (NumberFormatException e) {
            throw new StateException(
                    StateException.Reason.CORRUPT,
                    "the link from " + link.from() + " to " + link.to() + ": " + text,
                    e);
        }
    }

    private static @Nullable String print(String part) {
        return part.equals(NONE) ? null : part;
    }

    String text() {
        String rest = rests + " " + (left == null ? NONE : left) + " " + (right == null ? NONE : right);
        return pending == null
                ? rest
                : rest + (pending.toRight() ? " > " : " < ") + pending.sent() + " " + pending.stored();
    }
}
