/**
 * Changes since a cursor, and the runner that brings them to a handler without losing any.
 *
 * <p>How a runner is made: {@code Intake} takes events in, {@code Work} claims them step by step, {@code Hands} handle them,
 * {@code Settlement} writes what became of them, {@code Heartbeat} keeps what is held, {@code FeedRun} has the threads.
 */
@NullMarked
package dev.contentconnect.core.feed;

import org.jspecify.annotations.NullMarked;
