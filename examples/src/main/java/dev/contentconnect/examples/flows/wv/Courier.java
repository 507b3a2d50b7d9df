package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Delivery;

/**
 * Hands content over to a recipient: by mail, by a share, through a partner network. VIP keeps the log of deliveries and
 * publishes no call that makes one, so the host says how.
 */
public interface Courier {

    /**
     * Whether an entry of the log is a delivery of this courier. The log holds others as well: what people ask for (WV2) is
     * queued there too, and refused there when its owner says no.
     *
     * @param delivery the entry
     * @return true when the flow may open a case about it and deliver it again
     */
    boolean carries(Delivery delivery);

    /**
     * Hands over what a delivery lists; returns when the recipient has it. The same key again hands nothing over twice.
     *
     * @param key identifies this attempt
     * @param delivery what goes to whom
     * @throws dev.contentconnect.core.error.ConnectorException when it does not arrive: with a retryable error the same
     *     attempt is made again later, with any other it has failed
     */
    void deliver(String key, Delivery delivery);
}
