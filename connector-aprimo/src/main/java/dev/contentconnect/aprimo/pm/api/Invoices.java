package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireInvoice;
import dev.contentconnect.core.page.Paged;

/** Money that was asked for. No call rejects one. */
public interface Invoices {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireInvoice get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireInvoice> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireInvoice> search(PmQuery query, int pageSize);

    /**
     * Submits an invoice.
     *
     * @param id the number of the object
     */
    void submit(long id);

    /**
     * Approves an invoice.
     *
     * @param id the number of the object
     */
    void approve(long id);

    /**
     * Cancels an invoice.
     *
     * @param id the number of the object
     */
    void cancel(long id);

    /**
     * Takes a submitted invoice back.
     *
     * @param id the number of the object
     */
    void retrieve(long id);

    /**
     * Marks an invoice as sent.
     *
     * @param id the number of the object
     */
    void sent(long id);
}
