package dev.contentconnect.core.spi;

/** A way in which a system does a capability differently from what its interface says by default. */
public enum CapabilityTrait {
    /**
     * A feed that is read without a cursor begins with the oldest change that the system still tells of. Without this
     * trait it begins at the present end.
     */
    FEED_BEGINS_AT_OLDEST,
    /**
     * Pushed events say that something happened and not reliably what: read the object, then act. Without this trait they
     * can be acted upon as they are.
     */
    EVENTS_ARE_HINTS,
    /**
     * An update of an asset that says when it was changed last is refused with Conflict where the system has changed it since.
     * Without this trait {@code updatedAt} is not looked at, and the last one who writes wins.
     */
    STALE_UPDATES_CONFLICT
}
