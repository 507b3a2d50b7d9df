package dev.contentconnect.core.http;

/**
 * One step between a call and its answer. Must be safe for several threads. Throws what it wants to fail with, best a
 * {@link dev.contentconnect.core.error.ConnectorException}.
 */
@FunctionalInterface
public interface HttpStep {

    /**
     * Takes the call a step further.
     *
     * @param call the call, or a changed copy from the step before
     * @param next the rest of the way; may be taken more than once, or not at all
     * @return the answer, of any status
     */
    HttpReply take(HttpCall call, Next next);

    /** The rest of the way. */
    @FunctionalInterface
    interface Next {
        /**
         * Goes on.
         *
         * @param call the call, or a changed copy
         * @return the answer, of any status
         */
        HttpReply proceed(HttpCall call);
    }
}
