package dev.contentconnect.examples.flows.tv;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Messages of partners that a flow has taken and not finished yet. */
final class PartnerInbox {
    private static final String MESSAGE = "message";
    private static final String OPEN = "open";

    private final FlowTrail trail;
    private final SourceRef all;

    PartnerInbox(String flow, FlowTrail trail) {
        this.trail = trail;
        this.all = SourceRef.of(flow, "messages");
    }

    /** The first of several messages of one case counts. */
    PartnerMessage take(PartnerMessage message) {
        Optional<PartnerMessage> known = find(message.ref());
        if (known.isPresent()) {
            return known.get();
        }
        // The other way round a message would be known and never looked at after an accident.
        trail.note(all, OPEN, message.ref(), null);
        trail.note(message.ref(), MESSAGE, message.partner(), message.text());
        return message;
    }

    Optional<PartnerMessage> find(SourceRef message) {
        return trail.noted(message, MESSAGE).map(note -> PartnerMessage.of(message, note.to(), note.fingerprint()));
    }

    /** Goes on with every message that is not finished; one that fails does not stop the others. */
    <R> Map<SourceRef, R> each(Function<PartnerMessage, R> work) {
        List<PartnerMessage> open = trail.notes(all, OPEN).stream()
                .map(StateLink::to)
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
        Map<SourceRef, R> out = new LinkedHashMap<>();
        EachInTurn.of(open, work).forEach((message, result) -> out.put(message.ref(), result));
        return out;
    }

    void close(PartnerMessage message) {
        trail.forget(all, OPEN, message.ref());
    }
}
