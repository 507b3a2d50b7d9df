package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow's part of the audit trail, and what it notes between calls. Event ids name the happening, so that a happening met
 * again after a crash is kept once. Safe for several threads where the store is.
 */
public final class FlowTrail {
    private final String flow;
    private final StateStore state;
    private final TimeSource time;

    /**
     * Makes the memory of a flow. Nothing is asked yet.
     *
     * @param flow the name of the flow: the source of its events and the beginning of its notes
     * @param state where both are kept
     * @param time the clock
     */
    public FlowTrail(String flow, StateStore state, TimeSource time) {
        this.flow = flow;
        this.state = state;
        this.time = time;
    }

    /**
     * Starts an event.
     *
     * @param subject what it is about
     * @param version which version of it, or null
     * @param type what happened
     * @param which tells it from other happenings of that type to the same version; empty when there is only one
     * @param at when, or null for now
     * @return a builder with the id of this happening
     */
    public CaseEvent.Builder event(
            SourceRef subject, @Nullable String version, CaseEventType type, String which, @Nullable Instant at) {
        String id =
                subject + (version == null ? "" : "@" + version) + "/" + type + (which.isEmpty() ? "" : "/" + which);
        return CaseEvent.builder(flow, type, id, at == null ? time.now() : at)
                .subject(subject)
                .subjectVersion(version);
    }

    /**
     * Appends an event to the trail; one that is there already changes nothing.
     *
     * @param event what happened
     */
    public void append(CaseEvent event) {
        state.transact((StateTransaction memory) -> memory.append(event));
    }

    /**
     * Appends events to the trail, all or none; those that are there already change nothing.
     *
     * @param events what happened, in order
     */
    public void append(List<CaseEvent> events) {
        state.transact(memory -> {
            events.forEach(memory::append);
            return null;
        });
    }

    /**
     * Appends an event to the trail and notes that it was told, both or neither.
     *
     * @param event what happened; one that is there already changes nothing
     * @param about what the note is about
     * @param word which kind of note
     * @param value what is noted: an identity
     * @param text and a text with it
     */
    public void append(CaseEvent event, SourceRef about, String word, SourceRef value, String text) {
        state.transact(memory -> {
            memory.append(event);
            memory.putLink(new StateLink(about, flow + "." + word, value, 1, text, time.now()));
            return null;
        });
    }

    /**
     * The present, by the clock of the flow.
     *
     * @return now
     */
    public Instant now() {
        return time.now();
    }

    /**
     * Notes something for later calls; the same again replaces it.
     *
     * @param about what the note is about
     * @param word which kind of note
     * @param value what is noted: an identity
     * @param text and a text with it, or null
     */
    public void note(SourceRef about, String word, SourceRef value, @Nullable String text) {
        state.transact(memory -> {
            memory.putLink(new StateLink(about, flow + "." + word, value, 1, text, time.now()));
            return null;
        });
    }

    /**
     * Notes several things of one kind for later calls, all or none; the same again replaces them.
     *
     * @param about what the notes are about
     * @param word which kind of note
     * @param values identities, with a text each
     */
    public void noteAll(SourceRef about, String word, Map<SourceRef, String> values) {
        state.transact(memory -> {
            values.forEach((value, text) ->
                    memory.putLink(new StateLink(about, flow + "." + word, value, 1, text, time.now())));
            return null;
        });
    }

    /**
     * Forgets a note; one that is not there changes nothing.
     *
     * @param about what the note is about
     * @param word which kind of note
     * @param value the identity that was noted
     */
    public void forget(SourceRef about, String word, SourceRef value) {
        state.transact(memory -> {
            memory.removeLink(about, flow + "." + word, value);
            return null;
        });
    }

    /**
     * What was noted.
     *
     * @param about what the notes are about
     * @param word which kind of note
     * @return the notes; {@code to} is the identity, {@code fingerprint} the text
     */
    public List<StateLink> notes(SourceRef about, String word) {
        return state.read(memory -> memory.linksFrom(about, flow + "." + word));
    }

    /**
     * The one thing that was noted.
     *
     * @param about what the note is about
     * @param word which kind of note
     * @return the note, or nothing
     */
    public Optional<StateLink> noted(SourceRef about, String word) {
        return notes(about, word).stream().findFirst();
    }
}
