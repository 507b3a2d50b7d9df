package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a flow decided last about the access of somebody to something, and the same as an event: told after each decision and
 * again with each look, so that a process that died in between owes nothing.
 */
final class AccessNotes {
    private static final String ACCESS = "access";

    private final FlowTrail trail;

    AccessNotes(FlowTrail trail) {
        this.trail = trail;
    }

    /** The last decision, and the how many-th it was. */
    record Decided(boolean open, int turn, String why) {
        private static final int PARTS = 3;

        static Decided of(String text) {
            String[] parts = text.split(" ", PARTS);
            return new Decided(parts[0].equals("open"), Integer.parseInt(parts[1]), parts[2]);
        }

        String text() {
            return (open ? "open " : "closed ") + turn + " " + why;
        }
    }

    Optional<Decided> last(SourceRef what, SourceRef partner) {
        return trail.notes(what, ACCESS).stream()
                .filter(link -> link.to().equals(partner))
                .map(StateLink::fingerprint)
                .map(text -> Decided.of(Objects.requireNonNull(text)))
                .findFirst();
    }

    /** Notes a decision; the same as the last one changes nothing. */
    Decided decide(SourceRef what, SourceRef partner, boolean open, String why) {
        Optional<Decided> last = last(what, partner);
        if (last.isPresent() && last.get().open() == open) {
            return last.get();
        }
        Decided next = new Decided(open, last.map(Decided::turn).orElse(0) + 1, why);
        trail.note(what, ACCESS, partner, next.text());
        return next;
    }

    void tell(
            SourceRef what,
            @Nullable String version,
            SourceRef partner,
            Decided decided,
            CaseEventType opened,
            CaseEventType closed) {
        CaseEvent.Builder event =
                trail.event(what, version, decided.open() ? opened : closed, partner + "#" + decided.turn(), null);
        trail.append(event.step(partner.id())
                .outcome(decided.open() ? "open" : "closed")
                .note(decided.why())
                .build());
    }
}
