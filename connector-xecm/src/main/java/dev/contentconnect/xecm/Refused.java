package dev.contentconnect.xecm;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Failures that this connector finds itself. */
final class Refused {
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

    static ConnectorException unreadable(String operation, MappingIssue issue) {
        return unreadable(operation, issue.path() + ": " + issue.problem());
    }

    static ConnectorException unreadable(String operation, String why) {
        return of(operation, null, why, ConnectorError.Undecodable::new);
    }

    private static ConnectorException of(
            String operation, @Nullable String code, String why, Function<Trace, ConnectorError> kind) {
        return new ConnectorException(
                kind.apply(Trace.local(XecmConnector.SYSTEM, operation, why).withVendor(code, why)));
    }
}
