package dev.contentconnect.bench.store;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import java.time.Instant;

/**
 * What one transaction writes: the key of a handled item, a link with its fingerprint, an entry of the audit trail and the
 * feed's cursor. That is what a flow remembers after one step.
 */
final class Work {
    static final String FEED = "feed";
    static final String LINK_TYPE = "mirrors";
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    /** Links are written again and again, as in a mirror; everything else is new each time. */
    private static final int OBJECTS = 1_000;

    private Work() {}

    static Instant at() {
        return AT;
    }

    static String key(long number) {
        return "vendor/" + number;
    }

    static String cursor(long number) {
        return "cursor-" + number;
    }

    static StateLink link(long number) {
        SourceRef from = SourceRef.of("dam", "asset-" + number % OBJECTS);
        SourceRef to = SourceRef.of("workflow", "case-" + number % OBJECTS);
        return new StateLink(from, LINK_TYPE, to, number, "fingerprint-" + number, AT);
    }

    static CaseEvent event(long number) {
        return CaseEvent.builder("vendor", CaseEventType.CASE_OPENED, Long.toString(number), AT)
                .caseKey("case-" + number % OBJECTS)
                .subject(SourceRef.of("dam", "asset-" + number % OBJECTS))
                .outcome("approved")
                .note("Please use the version with the blue background for the spring campaign.")
                .build();
    }
}
