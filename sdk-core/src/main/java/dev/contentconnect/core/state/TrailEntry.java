package dev.contentconnect.core.state;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One entry of the audit trail.
 *
 * @param number its place: 1 for the first, then one more each
 * @param recordedAt when it was recorded, by the store's clock; in milliseconds
 * @param json the event in its canonical JSON form, as recorded
 * @param hash of this entry and all before it, in lower-case hex: see {@link TrailChain}
 */
public record TrailEntry(long number, Instant recordedAt, String json, String hash) {

    /**
     * The recorded event.
     *
     * @return read anew with each call
     * @throws StateException CORRUPT when {@link #json()} is no longer an event
     */
    public CaseEvent event() {
        return Stored.event(json, "entry " + number + " of the audit trail");
    }

    static String json(CaseEvent event) {
        return new String(CanonicalJson.write(event), StandardCharsets.UTF_8);
    }
}
