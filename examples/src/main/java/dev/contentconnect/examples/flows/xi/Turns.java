package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Objects;
import java.util.function.Function;

/**
 * Tells what has become of something, each time it becomes so: what comes, goes and comes again is told three times. Each
 * turn is numbered, and an event and its number are kept together, so that a turn that is met again after a crash is told once.
 *
 * @param trail where to
 */
record Turns(FlowTrail trail) {
    private static final String BETWEEN = " ";

    /**
     * Tells a turn, if it is one. At first everything is blank.
     *
     * @param about what has turned
     * @param word in which respect
     * @param of and in relation to what
     * @param state how it is now
     * @param event makes the event; given is what has to end the part of its id that tells it from others, empty for the
     *     first turn
     */
    void told(SourceRef about, String word, SourceRef of, String state, Function<String, CaseEvent> event) {
        if (!state.equals(last(about, word, of))) {
            again(about, word, of, state, event);
        }
    }

    /** Tells a turn to what it was already, because something was done about it. */
    void again(SourceRef about, String word, SourceRef of, String state, Function<String, CaseEvent> event) {
        int turn = number(note(about, word, of)) + 1;
        trail.append(event.apply(turn == 1 ? "" : "#" + turn), about, word, of, turn + BETWEEN + state);
    }

    /** Notes a turn that is no event. */
    void silent(SourceRef about, String word, SourceRef of, String state) {
        String note = note(about, word, of);
        if (!state.equals(state(note))) {
            trail.note(about, word, of, number(note) + BETWEEN + state);
        }
    }

    /** How it was last; blank when nothing was told yet. */
    String last(SourceRef about, String word, SourceRef of) {
        return state(note(about, word, of));
    }

    private String note(SourceRef about, String word, SourceRef of) {
        return trail.notes(about, word).stream()
                .filter(one -> one.to().equals(of))
                .map(StateLink::fingerprint)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("0" + BETWEEN);
    }

    private static int number(String note) {
        return Integer.parseInt(note.substring(0, note.indexOf(BETWEEN)));
    }

    private static String state(String note) {
        return note.substring(note.indexOf(BETWEEN) + 1);
    }
}
