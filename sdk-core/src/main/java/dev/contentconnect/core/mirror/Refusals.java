package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.SourceRef;

/** What a port says where it does not write. */
final class Refusals {
    private Refusals() {}

    static ConnectorException changed(SourceRef object) {
        return new ConnectorException(new ConnectorError.Conflict(
                Trace.local(object.system(), "mirror.write", "the value was changed in between")));
    }

    static ConnectorException notWritable(SourceRef object, String why) {
        return new ConnectorException(new ConnectorError.Rejected(Trace.local(object.system(), "mirror.write", why)));
    }
}
