package dev.contentconnect.core.observe;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException;
import java.time.Duration;
import java.util.List;

/**
 * Is told what a {@code FeedRunner} does, after the store has taken it, on the runner's threads. Must be quick and safe
 * for several threads; what it throws is logged and otherwise ignored.
 */
public interface FeedListener {
    /** Listens to nothing. */
    FeedListener NONE = new FeedListener() {};

    /**
     * The system was asked for changes and answered.
     *
     * @param feed which feed
     * @param events how many events it gave, known ones included
     * @param issues what could not be understood; empty when all is well
     * @param took how long the call took
     */
    default void polled(String feed, int events, List<MappingIssue> issues, Duration took) {}

    /**
     * Events were taken in, by poll or by push, and will not get lost any more.
     *
     * @param feed which feed
     * @param fresh how many were new
     * @param known how many had been seen before and were dropped
     */
    default void accepted(String feed, int fresh, int known) {}

    /**
     * An event was handled and will not come again.
     *
     * @param feed which feed
     * @param event what happened
     * @param lag how long it took from acceptance to completion
     * @param took how long the handler took
     */
    default void handled(String feed, CaseEvent event, Duration lag, Duration took) {}

    /**
     * An event could not be handled and will be tried again.
     *
     * @param feed which feed
     * @param event what happened
     * @param cause what the handler threw
     * @param wait how long until the next attempt, at the least
     */
    default void failed(String feed, CaseEvent event, Throwable cause, Duration wait) {}

    /**
     * An event was put aside and waits for somebody to replay it.
     *
     * @param feed which feed
     * @param key by which {@code FeedRunner.replay} knows it
     * @param event what happened
     * @param reason why, as it is kept with the item
     * @param cause what the handler threw
     */
    default void parked(String feed, String key, CaseEvent event, String reason, Throwable cause) {}

    /**
     * The system was asked for changes and failed. The feed stays where it was and asks again.
     *
     * @param feed which feed
     * @param cause what the feed threw: usually a {@code ConnectorException}
     * @param wait how long until the next attempt of a runner that was started; {@code runUntilIdle} asks whenever it is
     *     called
     */
    default void pollFailed(String feed, RuntimeException cause, Duration wait) {}

    /**
     * The store failed. Nothing was lost: what was not written is written, or done again under the same key, when it is
     * back.
     *
     * @param feed which feed
     * @param cause why
     * @param wait how long until the next attempt; zero where the caller is told instead
     */
    default void storeFailed(String feed, StateException cause, Duration wait) {}

    /**
     * This worker was too slow: what it did is in other hands by now and was not written.
     *
     * @param feed which feed
     * @param what the key of the item, or the lease under which it polled
     */
    default void fenced(String feed, String what) {}
}
