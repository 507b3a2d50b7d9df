package dev.contentconnect.core.error;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Failures that a connector finds itself, under the name of its system: an object that is in the bin, a cursor of another
 * list, a value that the system took and did not keep. What the system answered is told by an {@code ErrorDecoder}; a part
 * of a capability that the system lacks, by {@code NotOffered}.
 *
 * <p>A connector keeps one as a constant and throws what it makes. Every trace is {@linkplain Trace#local local}: no host,
 * no status, no attempts.
 */
public final class LocalErrors {
    /** The code for a value that the system took without a word and did not keep. */
    public static final String DROPPED = "silently_dropped";

    /** The code for a value for which the system, or its configuration here, has no place. */
    public static final String NO_PLACE = "no_place";

    /** The code for content that cannot be sent because nobody knows how long it is. */
    public static final String LENGTH_UNKNOWN = "length_unknown";

    /** The code for content of the caller's that cannot be read while it is sent. */
    public static final String CONTENT_UNREADABLE = "content_unreadable";

    /** The code for content that ended before the length that was stated. */
    public static final String CONTENT_TOO_SHORT = "content_too_short";

    /** The code for what cannot be published because its rights forbid every use, or its library shows it no longer. */
    public static final String BLOCKED = "blocked";

    /** The code for what needs bytes and has none. */
    public static final String NO_FILE = "no_file";

    private final String system;

    private LocalErrors(String system) {
        this.system = system;
    }

    /**
     * The failures of one system.
     *
     * @param system the connector's short name, for example {@code iconik}
     * @return safe for use by many threads
     */
    public static LocalErrors of(String system) {
        return new LocalErrors(system);
    }

    /**
     * The request cannot be carried out as it is.
     *
     * @param operation what was attempted, for example {@code assets.get}
     * @param code what programs tell it by, or null
     * @param why for people; capped and cleaned of what looks like a secret
     * @return Rejected, to be thrown
     */
    public ConnectorException rejected(String operation, @Nullable String code, String why) {
        return of(operation, code, why, ConnectorError.Rejected::new);
    }

    /**
     * Content cannot be sent because nobody knows how long it is.
     *
     * @param operation what was attempted
     * @return Rejected with the code {@value #LENGTH_UNKNOWN}, to be thrown
     */
    public ConnectorException lengthUnknown(String operation) {
        return rejected(
                operation, LENGTH_UNKNOWN, "content of unknown length is not taken; copy it to a file and send that");
    }

    /**
     * Somebody else was faster, or the object is in a state that does not allow it.
     *
     * @param operation what was attempted
     * @param why for people
     * @return Conflict, to be thrown
     */
    public ConnectorException conflict(String operation, String why) {
        return of(operation, null, why, ConnectorError.Conflict::new);
    }

    /**
     * There is no such thing.
     *
     * @param operation what was attempted
     * @param why for people
     * @return NotFound, to be thrown
     */
    public ConnectorException notFound(String operation, String why) {
        return of(operation, null, why, ConnectorError.NotFound::new);
    }

    /**
     * The system does not say yet; the same call may do better later.
     *
     * @param operation what was attempted
     * @param code what programs tell it by, or null
     * @param why for people
     * @return Unavailable, to be thrown
     */
    public ConnectorException unavailable(String operation, @Nullable String code, String why) {
        return of(operation, code, why, trace -> new ConnectorError.Unavailable(trace, null));
    }

    /**
     * An answer decodes and makes no sense all the same.
     *
     * @param operation what was attempted
     * @param why for people
     * @return Undecodable, to be thrown
     */
    public ConnectorException undecodable(String operation, String why) {
        return of(operation, null, why, ConnectorError.Undecodable::new);
    }

    /**
     * The one item that was asked for cannot be mapped.
     *
     * @param operation what was attempted
     * @param issue what is wrong with the item
     * @return Undecodable, to be thrown
     */
    public ConnectorException undecodable(String operation, MappingIssue issue) {
        return undecodable(operation, issue.path() + ": " + issue.problem());
    }

    /**
     * Sets the interrupt flag of this thread again and says what was interrupted.
     *
     * @param operation what was attempted
     * @param cause the interruption
     * @return Cancelled with that cause, to be thrown
     */
    public ConnectorException interrupted(String operation, Exception cause) {
        Thread.currentThread().interrupt();
        return new ConnectorException(
                new ConnectorError.Cancelled(Trace.local(system, operation, "interrupted")), cause);
    }

    /**
     * A failure of any kind.
     *
     * @param operation what was attempted
     * @param code what programs tell it by, or null
     * @param why for people; capped and cleaned of what looks like a secret
     * @param kind for example {@code ConnectorError.TimedOut::new}
     * @return the failure, to be thrown
     */
    public ConnectorException of(
            String operation, @Nullable String code, String why, Function<Trace, ConnectorError> kind) {
        return new ConnectorException(
                kind.apply(Trace.local(system, operation, why).withVendor(code, why)));
    }
}
