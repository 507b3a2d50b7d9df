package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Calls the system's feed so that stopping can interrupt the call, and nothing but the call: an interrupt in the middle of
 * a write can cost a file-based store its file.
 */
final class Asking {
    private final String feed;
    private @Nullable Thread caller;
    private boolean interrupted;
    private boolean stopped;

    Asking(String feed) {
        this.feed = feed;
    }

    ChangeBatch changes(ChangeFeed source, @Nullable Cursor since, int limit) {
        enter();
        try {
            return source.changes(since, limit);
        } finally {
            leave();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (caller != null && !interrupted) {
            interrupted = true;
            caller.interrupt();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void enter() {
        if (stopped) {
            throw new ConnectorException(new ConnectorError.Cancelled(Trace.local(feed, "changes", "the feed stops")));
        }
        caller = Thread.currentThread();
    }

    private synchronized void leave() {
        caller = null;
        if (interrupted) {
            // Ours, and it has done its work.
            Thread.interrupted();
        }
    }
}
