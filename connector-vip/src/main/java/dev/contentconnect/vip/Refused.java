package dev.contentconnect.vip;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.error.Trace;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Failures that this connector finds itself. */
final class Refused {
    /** The server took a value and did not keep it. */
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

    static ConnectorException unreadable(String operation, MappingIssue issue) {
        return of(operation, null, issue.path() + ": " + issue.problem(), ConnectorError.Undecodable::new);
    }

    static ConnectorException of(
            String operation, @Nullable String code, String why, Function<Trace, ConnectorError> kind) {
        return new ConnectorException(
                kind.apply(Trace.local(VipConnector.SYSTEM, operation, why).withVendor(code, why)));
    }
}
