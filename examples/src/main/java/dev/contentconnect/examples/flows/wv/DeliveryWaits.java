package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Incidents;
import java.util.List;

/** What deliveries wait for: the end of other things' failures. */
record DeliveryWaits(FlowTrail trail) {
    private static final String WAITS = "waits";
    private static final String TRIED = "tried";

    /** Notes that a delivery has to wait for the end of another thing's failure. */
    void block(SourceRef delivery, Incidents.Incident by) {
        trail.note(delivery, WAITS, SourceRef.of("case", by.key()), by.about().toString());
    }

    /** What a delivery had to wait for and was not tried after; the text names the asset. */
    List<StateLink> blocked(SourceRef delivery) {
        List<SourceRef> tried =
                trail.notes(delivery, TRIED).stream().map(StateLink::to).toList();
        return trail.notes(delivery, WAITS).stream()
                .filter(link -> !tried.contains(link.to()))
                .toList();
    }

    /** Whether a delivery ever had to wait. */
    boolean knows(SourceRef delivery) {
        return !trail.notes(delivery, WAITS).isEmpty();
    }

    /** Notes that a delivery was tried after what it waited for. */
    void tried(SourceRef delivery, List<StateLink> waits) {
        waits.forEach(link -> trail.note(delivery, TRIED, link.to(), null));
    }
}
