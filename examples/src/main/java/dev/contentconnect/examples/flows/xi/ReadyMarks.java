package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.List;
import java.util.Objects;

/**
 * Which assets are marked as ready. A mark may be set, taken back and set again: each time is numbered, so that one that is
 * met again after a crash is told once. Every method may be repeated.
 */
final class ReadyMarks {
    private static final String MARKED = "marked";
    private static final String MARK = "mark";
    private static final String SET = "set ";
    private static final String TAKING = "taking ";
    private static final String TAKEN = "taken ";

    private final FlowTrail trail;
    private final SourceRef all;

    ReadyMarks(String flow, FlowTrail trail) {
        this.trail = trail;
        this.all = SourceRef.of(flow, MARKED);
    }

    /** What may be marked now. */
    List<SourceRef> all() {
        return trail.notes(all, MARKED).stream().map(StateLink::to).toList();
    }

    /**
     * Before a mark is set.
     *
     * @return tells this time from others in the ids of events
     */
    String setting(SourceRef asset) {
        String last = last(asset);
        if (!last.startsWith(SET)) {
            trail.note(all, MARKED, asset, null);
            trail.note(asset, MARK, asset, SET + (number(last) + 1));
        }
        return which(asset);
    }

    /**
     * Before a mark is taken back; somebody may have set it by hand.
     *
     * @return as {@link #setting}
     */
    String taking(SourceRef asset) {
        String last = last(asset);
        if (!last.startsWith(TAKING)) {
            trail.note(asset, MARK, asset, TAKING + (last.startsWith(SET) ? number(last) : number(last) + 1));
        }
        return which(asset);
    }

    /** After it was taken back, or when it is not there and must not be. */
    void taken(SourceRef asset) {
        String last = last(asset);
        if (!last.isEmpty() && !last.startsWith(TAKEN)) {
            trail.note(asset, MARK, asset, TAKEN + number(last));
            trail.forget(all, MARKED, asset);
        }
    }

    private String last(SourceRef asset) {
        return trail.noted(asset, MARK)
                .map(note -> Objects.requireNonNull(note.fingerprint()))
                .orElse("");
    }

    private String which(SourceRef asset) {
        int number = number(last(asset));
        return number == 1 ? "" : "#" + number;
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }
}
