package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the case an event belongs to: by its reference, else by its key. A key that was first seen alone is tied to the
 * reference with which it is seen later. Two references are two cases, also when they share a key.
 */
final class CaseIndex {
    private final Map<String, CaseTrack> byId = new HashMap<>();
    private final Recent<CaseTrack, CaseTrack> open;
    private final Recent<CaseTrack, CaseTrack> closed;
    private final BiConsumer<CaseTrack, CaseTrack> onMerge;

    /** {@code onMerge} is told which track stays and which was found to be the same case; one of them may have ended. */
    CaseIndex(ReportLimits limits, BiConsumer<CaseTrack, CaseTrack> onMerge) {
        this.open = new Recent<>(limits.openCases(), this::forget);
        this.closed = new Recent<>(limits.remembered(), this::forget);
        this.onMerge = onMerge;
    }

    Recent<CaseTrack, CaseTrack> open() {
        return open;
    }

    @Nullable CaseTrack find(CaseEvent event) {
        CaseTrack byRef = event.caseRef() == null ? null : byId.get("r:" + event.caseRef());
        CaseTrack byKey = event.caseKey() == null ? null : byId.get("k:" + event.caseKey());
        CaseTrack found = byRef;
        if (byRef == null && byKey != null && (event.caseRef() == null || byKey.ref == null)) {
            found = byKey;
        } else if (byRef != null && byKey != null && byRef != byKey && byKey.ref == null) {
            merge(byRef, byKey);
        }
        if (found != null) {
            if (found.learn(event)) {
                register(found);
            }
            (found.closed ? closed : open).get(found);
        }
        return found;
    }

    CaseTrack add(CaseEvent event) {
        CaseTrack track = new CaseTrack(event);
        register(track);
        open.put(track, track);
        return track;
    }

    /** Remembers the end of a case whose beginning nobody told. */
    void addClosed(CaseEvent event) {
        CaseTrack track = new CaseTrack(event);
        register(track);
        track.closed = true;
        track.end = event;
        closed.put(track, track);
    }

    void close(CaseTrack track, CaseEvent end) {
        track.closed = true;
        track.end = end;
        open.remove(track);
        closed.put(track, track);
    }

    private void merge(CaseTrack stays, CaseTrack goes) {
        CaseEvent end = goes.end;
        if (end != null && (stays.closed || !stays.wasOpenAt(end.occurredAt()))) {
            return;
        }
        onMerge.accept(stays, goes);
        if (end != null) {
            close(stays, end);
        }
        open.remove(goes);
        closed.remove(goes);
        forget(goes);
        stays.absorb(goes);
        register(stays);
    }

    private void register(CaseTrack track) {
        if (track.ref != null) {
            byId.putIfAbsent("r:" + track.ref, track);
        }
        if (track.key != null) {
            byId.putIfAbsent("k:" + track.key, track);
        }
    }

    private void forget(CaseTrack track) {
        if (track.ref != null) {
            byId.remove("r:" + track.ref, track);
        }
        if (track.key != null) {
            byId.remove("k:" + track.key, track);
        }
    }
}
