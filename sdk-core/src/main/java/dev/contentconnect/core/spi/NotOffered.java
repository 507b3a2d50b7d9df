package dev.contentconnect.core.spi;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;

/** The one way in which a connector refuses a part of a capability that its system lacks. */
public final class NotOffered {
    /** The code in {@code Trace.vendorCode()} of every such refusal. */
    public static final String CODE = "not_offered";

    private NotOffered() {}

    /**
     * The refusal, to be thrown before any request is made.
     *
     * @param system the connector's short name
     * @param operation what was asked for, in the connector's words, for example {@code approvals.query.stakeholder}
     * @param instead what the caller can do; never blank
     * @return Rejected with the code {@value #CODE}
     * @throws IllegalArgumentException when {@code instead} is blank
     */
    public static ConnectorException by(String system, String operation, String instead) {
        if (instead.isBlank()) {
            throw new IllegalArgumentException("say what the caller of " + operation + " can do instead");
        }
        return LocalErrors.of(system).rejected(operation, CODE, instead);
    }

    /**
     * Refuses a part of a request that is set.
     *
     * @param unset whether the caller left it out: null, empty or false
     * @param system the connector's short name
     * @param operation the part, in the connector's words, for example {@code approvals.query.stakeholder}
     * @param instead what the caller can do; may be empty
     * @throws ConnectorException Rejected with the code {@value #CODE}, when it is set
     */
    public static void unless(boolean unset, String system, String operation, String instead) {
        if (!unset) {
            throw by(system, operation, instead);
        }
    }
}
