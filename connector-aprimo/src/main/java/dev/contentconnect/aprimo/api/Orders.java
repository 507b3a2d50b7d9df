package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireOrder;
import java.net.URI;
import java.util.List;

/** Deliveries that the service prepares: downloads, publications. */
public interface Orders {
    /**
     * Orders something. Never repeated when its fate is unknown.
     *
     * @param request what
     * @return the order, finished or not
     */
    WireOrder create(OrderRequest request);

    /**
     * An order.
     *
     * @param id the order
     * @return the order as it stands
     */
    WireOrder get(String id);

    /**
     * Waits until an order is finished, asking for it with growing waits.
     *
     * @param order the order
     * @return the addresses that were delivered, one or more, most of them signed: they expire, and take no token
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code order_failed},
     *     {@code order_partiallyfailed} or {@code order_cancelled} when it did not succeed; TimedOut when it is not finished in
     *     the configured time; NotFound when nothing was delivered
     */
    List<URI> delivered(WireOrder order);
}
