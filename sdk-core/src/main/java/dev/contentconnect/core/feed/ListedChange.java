package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a list of changes, for an {@link OverlapFeed}: an event, or what is wrong with it. Immutable. */
public final class ListedChange {

    /** Stands for an entry that is no change and is passed over. */
    public static final ListedChange NONE = new ListedChange(null, null, null, null);

    private final @Nullable Instant at;
    private final @Nullable String id;
    private final @Nullable CaseEvent event;
    private final @Nullable MappingIssue issue;

    private ListedChange(
            @Nullable Instant at, @Nullable String id, @Nullable CaseEvent event, @Nullable MappingIssue issue) {
        this.at = at;
        this.id = id;
        this.event = event;
        this.issue = issue;
    }

    /**
     * A change.
     *
     * @param at when it happened, by the date that the list is in the order of; null where that cannot be read
     * @param id tells it from other changes, the same whenever it is read; null where it has none
     * @param event what is handed out; without {@code at} or {@code id} there is no place for it, and that is an issue
     * @return the entry
     */
    public static ListedChange of(@Nullable Instant at, @Nullable String id, CaseEvent event) {
        return new ListedChange(at, id, event, null);
    }

    /**
     * A change that makes no event.
     *
     * @param at as for {@link #of}; with {@code id} it makes the issue be told once instead of with each reading
     * @param id as for {@link #of}
     * @param issue what is wrong with it
     * @return the entry
     */
    public static ListedChange unreadable(@Nullable Instant at, @Nullable String id, MappingIssue issue) {
        return new ListedChange(at, id, null, issue);
    }

    @Nullable Instant at() {
        return at;
    }

    @Nullable String id() {
        return id;
    }

    @Nullable CaseEvent event() {
        return event;
    }

    /** Why there is no event, or no place for it; null where nothing is wrong. */
    @Nullable MappingIssue issue() {
        if (event == null || (at != null && id != null)) {
            return issue;
        }
        return new MappingIssue(at == null ? "date" : "id", "is missing or not readable", event.id());
    }
}
