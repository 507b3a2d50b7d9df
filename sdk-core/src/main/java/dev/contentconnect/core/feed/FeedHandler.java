package dev.contentconnect.core.feed;

/** What a flow does with the events of a feed. Called by several threads at once, for different objects. */
@FunctionalInterface
public interface FeedHandler {

    /**
     * Does what the event asks for; blocks until it is done. May be called again for the same event, after a failure or a
     * crash: effects in other systems must happen under a key, so that a repeat finds what is there, and what the flow
     * remembers itself belongs into {@link FeedItem#remember}.
     *
     * @param item the event; of no use after this method has returned
     * @throws Exception whatever went wrong: the runner decides whether, when and how often to try again. An Unavailable of
     *     the handler's own means later, and counts no attempt
     */
    void handle(FeedItem item) throws Exception;
}
