package dev.contentconnect.core.state;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.CaseEvent;
import java.nio.charset.StandardCharsets;

/** Reads back what stores keep as text. */
final class Stored {
    private Stored() {}

    static CaseEvent event(String json, String where) {
        try {
            return CanonicalJson.readCaseEvent(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonException | IllegalArgumentException e) {
            throw new StateException(StateException.Reason.CORRUPT, where + " does not hold an event", e);
        }
    }
}
