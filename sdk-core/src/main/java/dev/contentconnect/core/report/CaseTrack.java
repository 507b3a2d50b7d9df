package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case on its way. */
final class CaseTrack {
    private static final int MOST_REMEMBERED = 200;

    /** Tells the case from others; stays when more becomes known. */
    final String id;

    /** Its own id and those of tracks that turned out to be the same case: answers keep the id under which they came. */
    final Set<String> ids = new LinkedHashSet<>(2);

    /** The objects about which somebody answered in this case. */
    final Set<SourceRef> answeredAbout = new LinkedHashSet<>(2);

    @Nullable SourceRef ref;

    @Nullable String key;

    @Nullable String type;

    @Nullable String title;

    @Nullable SourceRef subject;

    @Nullable String version;

    @Nullable Instant openedAt;

    @Nullable Instant heldSince;

    Duration held = Duration.ZERO;

    @Nullable Instant escalatedAt;

    /** What ended it, once it has ended. */
    @Nullable CaseEvent end;

    boolean wasEscalated;
    boolean closed;
    boolean decided;
    boolean sentBack;
    final Set<WorkItem> openItems = new LinkedHashSet<>();

    CaseTrack(CaseEvent first) {
        id = first.caseRef() != null ? "case " + first.caseRef() : "case key " + first.caseKey();
        ids.add(id);
        learn(first);
    }

    /** Takes over what an event says about the case and nobody said before; whether that gave it another name. */
    final boolean learn(CaseEvent event) {
        boolean named = (ref == null && event.caseRef() != null) || (key == null && event.caseKey() != null);
        ref = ref == null ? event.caseRef() : ref;
        key = key == null ? event.caseKey() : key;
        if (subject == null && event.subject() != null) {
            subject = event.subject();
            version = event.subjectVersion();
        }
        return named;
    }

    /** What began after the end of another is another round, not the same case. */
    boolean wasOpenAt(Instant moment) {
        return openedAt != null && !openedAt.isAfter(moment);
    }

    void answeredAbout(SourceRef object) {
        if (answeredAbout.size() < MOST_REMEMBERED) {
            answeredAbout.add(object);
        }
    }

    void resume(Instant at) {
        if (heldSince != null) {
            Duration more = Duration.between(heldSince, at);
            held = more.isNegative() ? held : held.plus(more);
            heldSince = null;
        }
    }

    /** Takes over everything of a track that turned out to be the same case. */
    void absorb(CaseTrack other) {
        openedAt = openedAt == null || (other.openedAt != null && other.openedAt.isBefore(openedAt))
                ? other.openedAt
                : openedAt;
        key = key == null ? other.key : key;
        type = type == null ? other.type : type;
        title = title == null ? other.title : title;
        version = subject == null ? other.version : version;
        subject = subject == null ? other.subject : subject;
        heldSince = heldSince == null ? other.heldSince : heldSince;
        held = held.plus(other.held);
        escalatedAt = escalatedAt == null ? other.escalatedAt : escalatedAt;
        wasEscalated |= other.wasEscalated;
        decided |= other.decided;
        sentBack |= other.sentBack;
        other.answeredAbout.forEach(this::answeredAbout);
        other.ids.stream()
                .limit(MOST_REMEMBERED - Math.min(ids.size(), MOST_REMEMBERED))
                .forEach(ids::add);
        other.openItems.forEach(item -> item.owner = this);
        openItems.addAll(other.openItems);
    }
}
