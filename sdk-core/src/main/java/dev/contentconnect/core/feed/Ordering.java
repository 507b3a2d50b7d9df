package dev.contentconnect.core.feed;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.InboxItem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the object whose events are handled one after the other. */
final class Ordering {
    private static final Logger LOG = LoggerFactory.getLogger(Ordering.class);

    private final @Nullable Function<CaseEvent, @Nullable String> chosen;

    Ordering(@Nullable Function<CaseEvent, @Nullable String> chosen) {
        this.chosen = chosen;
    }

    /** Never blank: where the flow's own choice fails or is empty, the usual one counts, for an event must not end a feed. */
    String object(CaseEvent event) {
        if (chosen != null) {
            try {
                String object = chosen.apply(event);
                if (object != null && !object.isBlank()) {
                    return object;
                }
            } catch (RuntimeException e) {
                LOG.warn("cannot tell what event {} is about; taking the usual order", InboxItem.key(event), e);
            }
        }
        return usual(event);
    }

    private static String usual(CaseEvent event) {
        if (event.subject() != null) {
            return event.subject().toString();
        }
        if (event.caseRef() != null) {
            return event.caseRef().toString();
        }
        String caseKey = event.caseKey();
        return caseKey == null || caseKey.isBlank() ? InboxItem.key(event) : "case " + caseKey;
    }
}
