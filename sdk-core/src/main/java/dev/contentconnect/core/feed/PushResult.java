package dev.contentconnect.core.feed;

/** What became of events that were pushed. */
public sealed interface PushResult {

    /**
     * They are stored and will be handled, whatever happens to this process. Answer the sender with success.
     *
     * @param fresh how many were new
     * @param known how many had been seen before, by push or by poll
     */
    record Stored(int fresh, int known) implements PushResult {}

    /**
     * Too much is waiting; nothing was stored. Answer the sender that it may come again later: 503 in HTTP.
     *
     * @param backlog how much is waiting
     * @param limit how much may wait
     */
    record Full(long backlog, int limit) implements PushResult {}
}
