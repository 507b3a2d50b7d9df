package dev.contentconnect.core.http;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.Trace;
import org.jspecify.annotations.Nullable;

/** Reads a vendor's error answers. Pure: no I/O, no clock, never throws whatever the body holds. */
@FunctionalInterface
public interface ErrorDecoder {

    /**
     * What an answer that is not accepted means.
     *
     * @param trace system, operation, host, status and request id; message and vendor code still empty
     * @param reply the answer, of any status that the call does not accept
     * @return the error; {@link HttpErrors#byStatus} is a good last resort
     */
    ConnectorError decode(Trace trace, HttpReply reply);

    /**
     * Whether an answer that looks fine is a failure all the same, for systems that answer 200 with an error inside.
     *
     * @param trace as for {@link #decode}
     * @param reply the answer, of an accepted status
     * @return the error, or null when all is well; until overridden, {@link HttpErrors#pageForPeople a page for people} is
     *     the one failure
     */
    default @Nullable ConnectorError failureIn(Trace trace, HttpReply reply) {
        return HttpErrors.pageForPeople(trace, reply);
    }
}
