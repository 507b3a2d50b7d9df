package dev.contentconnect.core.feed;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.internal.Redaction;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.observe.FeedListener;
import dev.contentconnect.core.state.InboxItem;
import dev.contentconnect.core.state.StateException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the host's listener. A listener that throws breaks nothing. */
final class FeedNotices {
    private static final int MAX_LOGGED = 300;

    private final Logger log;
    private final String feed;
    private final FeedListener listener;

    FeedNotices(String feed, FeedListener listener) {
        this.log = LoggerFactory.getLogger("dev.contentconnect.feeds." + feed);
        this.feed = feed;
        this.listener = listener;
    }

    void polled(int events, List<MappingIssue> issues, Duration took) {
        if (!issues.isEmpty()) {
            log.warn("{} changes could not be understood, the first: {}", issues.size(), issues.get(0));
        }
        tell(to -> to.polled(feed, events, issues, took));
    }

    void accepted(int fresh, int known) {
        tell(to -> to.accepted(feed, fresh, known));
    }

    void handled(CaseEvent event, Duration lag, Duration took) {
        tell(to -> to.handled(feed, event, lag, took));
    }

    void failed(CaseEvent event, Throwable cause, Duration wait) {
        log.info("{} failed, next in {} ms: {}", InboxItem.key(event), wait.toMillis(), line(cause));
        tell(to -> to.failed(feed, event, cause, wait));
    }

    void parked(CaseEvent event, String reason, Throwable cause) {
        log.warn("{} is parked: {}", InboxItem.key(event), reason);
        tell(to -> to.parked(feed, InboxItem.key(event), event, reason, cause));
    }

    void pollFailed(RuntimeException cause, Duration wait) {
        log.warn("poll failed, next in {} ms: {}", wait.toMillis(), line(cause));
        tell(to -> to.pollFailed(feed, cause, wait));
    }

    void storeFailed(StateException cause, Duration wait) {
        log.warn("the store failed ({}), next try in {} ms: {}", cause.reason(), wait.toMillis(), line(cause));
        tell(to -> to.storeFailed(feed, cause, wait));
    }

    void fenced(String what) {
        log.warn("{} is in other hands by now", what);
        tell(to -> to.fenced(feed, what));
    }

    private static String line(Throwable cause) {
        return Redaction.clean(cause.toString(), MAX_LOGGED);
    }

    private void tell(Consumer<FeedListener> notice) {
        if (listener == FeedListener.NONE) {
            return;
        }
        try {
            notice.accept(listener);
        } catch (Exception | Error e) {
            log.warn("a feed listener failed", e);
        }
    }
}
