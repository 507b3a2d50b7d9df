package dev.contentconnect.core.state;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.model.CaseEvent;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is stored. Event and text are each made from the other when somebody first asks, so that this need not
 * happen within a transaction that others wait for. Safe for use by several threads.
 */
public final class StoredEvent {
    private final String where;
    private volatile @Nullable CaseEvent event;
    private volatile @Nullable String json;

    private StoredEvent(String where, @Nullable CaseEvent event, @Nullable String json) {
        this.where = where;
        this.event = event;
        this.json = json;
    }

    /**
     * An event to be stored.
     *
     * @param event what happened
     * @return the event
     */
    public static StoredEvent of(CaseEvent event) {
        return new StoredEvent("", Objects.requireNonNull(event), null);
    }

    /**
     * An event that was stored. Whether the text is one shows when it is asked for.
     *
     * @param json canonical JSON
     * @param where whose text it is, for the message of {@link #event}
     * @return the event
     */
    public static StoredEvent read(String json, String where) {
        return new StoredEvent(where, null, Objects.requireNonNull(json));
    }

    /**
     * The event.
     *
     * @return read once
     * @throws StateException CORRUPT when the text is no event
     */
    public CaseEvent event() {
        CaseEvent present = event;
        if (present == null) {
            present = Stored.event(Objects.requireNonNull(json), where);
            event = present;
        }
        return present;
    }

    /**
     * The text.
     *
     * @return canonical JSON, written once; as it was read where it was read
     */
    public String json() {
        String present = json;
        if (present == null) {
            present = new String(CanonicalJson.write(Objects.requireNonNull(event)), StandardCharsets.UTF_8);
            json = present;
        }
        return present;
    }

    /** Events may hold what is nobody's business. */
    @Override
    public String toString() {
        return "StoredEvent";
    }
}
