package dev.contentconnect.core.observe;

import dev.contentconnect.core.error.ConnectorError;
import java.time.Duration;

/**
 * Is told about every call of a connector, on the calling thread. Must be quick and safe for several threads; what it
 * throws is logged and otherwise ignored. Each call that begins ends once: well, with a failure, or with a mistake of a step.
 * Calls are nested where one needs another, as one does for a token; all notices of a call are given the same object.
 */
public interface CallListener {
    /** Listens to nothing. */
    CallListener NONE = new CallListener() {};

    /**
     * A call begins. One call may take several attempts.
     *
     * @param call which
     */
    default void started(CallInfo call) {}

    /**
     * An attempt begins. It lasts until the next notice about the call, and includes the wait for a token or for the rate gate.
     *
     * @param call which
     * @param attempt its number, from 1
     */
    default void attempting(CallInfo call, int attempt) {}

    /**
     * An attempt failed and another will be made after a wait.
     *
     * @param call which
     * @param attempt the number of the attempt that failed, from 1
     * @param error why it failed
     * @param wait how long until the next
     */
    default void retrying(CallInfo call, int attempt, ConnectorError error, Duration wait) {}

    /**
     * A call ended well: an accepted answer came. Reading it is up to the caller and may still fail.
     *
     * @param call which
     * @param result how
     */
    default void succeeded(CallInfo call, CallResult result) {}

    /**
     * A call failed for good.
     *
     * @param call which
     * @param error why
     * @param elapsed how long it took, waits included
     */
    default void failed(CallInfo call, ConnectorError error, Duration elapsed) {}

    /**
     * A call ended with something else than a {@code ConnectorException}: a step or a decoder made a mistake.
     *
     * @param call which
     * @param mistake what was thrown
     * @param elapsed how long it took, waits included
     */
    default void broke(CallInfo call, Throwable mistake, Duration elapsed) {}
}
