package dev.contentconnect.aprimo.pm.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written: members by the service's names, and the tenant's own attributes by their ids. Values are null, String,
 * Boolean, whole numbers, {@code BigDecimal}, List or Map. Money goes through {@link CommitmentDraft}, which checks it. Not safe
 * for several threads.
 */
public final class PmChange {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();
    private final Map<Long, @Nullable String> fields = new LinkedHashMap<>();
    private @Nullable String modifiedDate;

    /** Starts an empty change. */
    public PmChange() {}

    /**
     * Sets a member.
     *
     * @param name its name
     * @param value its value; null clears; no binary fraction
     * @return this change
     * @throws IllegalArgumentException for a {@code double} or {@code float}
     */
    public PmChange set(String name, @Nullable Object value) {
        if (value instanceof Double || value instanceof Float) {
            throw new IllegalArgumentException(name + ": a binary fraction is no exact number; use BigDecimal");
        }
        members.put(name, value);
        return this;
    }

    /**
     * Sets an attribute of the tenant's own that takes one value.
     *
     * @param id its id
     * @param value its value; null clears
     * @return this change
     */
    public PmChange field(long id, @Nullable String value) {
        fields.put(id, value);
        return this;
    }

    /**
     * Writes only when the object has not changed since. The service has no lock: the date is compared right before writing, and
     * a change within that moment is lost.
     *
     * @param date the {@code modifiedDate} that was read; null writes in any case
     * @return this change
     */
    public PmChange ifUnchangedSince(@Nullable String date) {
        this.modifiedDate = date;
        return this;
    }

    /**
     * The members.
     *
     * @return names to values
     */
    public Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /**
     * The tenant's own attributes.
     *
     * @return ids to values
     */
    public Map<Long, @Nullable String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /**
     * The date that the object must have.
     *
     * @return the date, or null for any
     */
    public @Nullable String expectedDate() {
        return modifiedDate;
    }
}
