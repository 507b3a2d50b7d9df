package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/** What failed on the way while other parts could go on. */
final class Failures {
    private @Nullable ConnectorException first;

    /** Does a part. Whether it did not fail; a part that was cancelled takes everything with it. */
    boolean spare(Runnable part) {
        try {
            part.run();
            return true;
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.CANCELLED) {
                throw e;
            }
            add(e);
            return false;
        }
    }

    private void add(ConnectorException failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    void raise() {
        if (first != null) {
            throw first;
        }
    }
}
