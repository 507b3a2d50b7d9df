package dev.contentconnect.iconik;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Failures that this connector finds itself. */
final class Refused {
    /** The service took a value and did not keep it. */
    static final String DROPPED = "silently_dropped";

    private Refused() {}

    static ConnectorException rejected(String operation, @Nullable String code, String why) {
        return of(operation, code, why, ConnectorError.Rejected::new);
    }

    static ConnectorException conflict(String operation, String why) {
        return of(operation, null, why, ConnectorError.Conflict::new);
    }

    static ConnectorException notFound(String operation, String why) {
        return of(operation, null, why, ConnectorError.NotFound::new);
    }

    static ConnectorException undecodable(String operation, String why) {
        return of(operation, null, why, ConnectorError.Undecodable::new);
    }

    static ConnectorException unreadable(String operation, MappingIssue issue) {
        return undecodable(operation, issue.path() + ": " + issue.problem());
    }

    private static ConnectorException of(
            String operation, @Nullable String code, String why, Function<Trace, ConnectorError> kind) {
        return new ConnectorException(
                kind.apply(Trace.local(IconikConnector.SYSTEM, operation, why).withVendor(code, why)));
    }
}
