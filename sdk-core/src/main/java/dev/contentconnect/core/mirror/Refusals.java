package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.SourceRef;

/** What a port says where it does not write. */
final class Refusals {
    private static final String WRITE = "mirror.write";

    private Refusals() {}

    static ConnectorException changed(SourceRef object) {
        return LocalErrors.of(object.system()).conflict(WRITE, "the value was changed in between");
    }

    static ConnectorException notWritable(SourceRef object, String why) {
        return LocalErrors.of(object.system()).rejected(WRITE, null, why);
    }
}
