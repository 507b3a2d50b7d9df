package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.util.List;

/**
 * What one run of a mirror did.
 *
 * @param events what it added to the audit trail, in order; see {@link Mirror} for what they hold
 */
public record MirrorResult(List<CaseEvent> events) {

    /**
     * Makes a result; the list is copied.
     *
     * @param events what it added to the audit trail, in order; see {@link Mirror} for what they hold
     */
    public MirrorResult {
        events = List.copyOf(events);
    }

    /**
     * Values and comments that were copied.
     *
     * @return the events of type {@code mirror.copied}; their subject is where it was written
     */
    public List<CaseEvent> copied() {
        return of(CaseEventType.MIRROR_COPIED);
    }

    /**
     * Values that both sides had changed.
     *
     * @return the events of type {@code mirror.conflict}; they hold the value that lost
     */
    public List<CaseEvent> conflicts() {
        return of(CaseEventType.MIRROR_CONFLICT);
    }

    /**
     * What a system did not take.
     *
     * @return the events of type {@code mirror.refused}
     */
    public List<CaseEvent> refused() {
        return of(CaseEventType.MIRROR_REFUSED);
    }

    /**
     * Values that did not come to rest. The sides differ until one of them is changed again.
     *
     * @return the events of type {@code mirror.unsettled}
     */
    public List<CaseEvent> unsettled() {
        return of(CaseEventType.MIRROR_UNSETTLED);
    }

    private List<CaseEvent> of(CaseEventType type) {
        return events.stream().filter(event -> event.type().equals(type)).toList();
    }
}
