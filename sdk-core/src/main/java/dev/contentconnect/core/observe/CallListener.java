package dev.contentconnect.core.observe;

import dev.contentconnect.core.error.ConnectorError;
import java.time.Duration;

/**
 * Is told about every call of a connector, on the calling thread. Must be quick and safe for several threads; what it
 * throws is logged and otherwise ignored. Each call that begins ends well or fails, unless a step or decoder makes a mistake
 * and throws something else than a {@code ConnectorException}: then nothing more is heard of it.
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
}
