package dev.contentconnect.core.mirror;

import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateLink;

/**
 * How far the sending of a comment is, in the fingerprint of a link.
 *
 * @param stage how far
 * @param times how often the comment was sent; each edit counts once more
 * @param print of the text that was sent
 * @param pair on whose behalf: an object may be paired with several others. Empty where nobody noted it
 */
record CommentSent(Stage stage, int times, String print, String pair) {

    /** How far. */
    enum Stage {
        /** Begun; nobody saw the end of it. */
        OPEN("o"),
        /** Copied. */
        DONE("d"),
        /** The other system does not take it. */
        REFUSED("r");

        private final String letter;

        Stage(String letter) {
            this.letter = letter;
        }
    }

    CommentSent at(Stage next) {
        return new CommentSent(next, times, print, pair);
    }

    /** Whether another pair has to see it through: only there it is known what was sent. */
    boolean isOfAnother(String own) {
        return !pair.isEmpty() && !pair.equals(own);
    }

    static CommentSent of(StateLink link) {
        String text = String.valueOf(link.fingerprint());
        String[] parts = text.split(" ", -1);
        try {
            for (Stage stage : Stage.values()) {
                if ((parts.length == 3 || parts.length == 4) && stage.letter.equals(parts[0])) {
                    String pair = parts.length == 4 ? parts[3] : "";
                    return new CommentSent(stage, Integer.parseInt(parts[1]), parts[2], pair);
                }
            }
            throw new NumberFormatException("no such stage");
        } catch (NumberFormatException e) {
            throw new StateException(
                    StateException.Reason.CORRUPT,
                    "the link from " + link.from() + " to " + link.to() + ": " + text,
                    e);
        }
    }

    String text() {
        return stage.letter + " " + times + " " + print + (pair.isEmpty() ? "" : " " + pair);
    }
}
