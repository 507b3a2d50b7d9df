package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireProposal;
import dev.contentconnect.core.page.Paged;

/** Requests for work. No call approves one. */
public interface Proposals {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireProposal get(long id);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireProposal> search(PmQuery query, int pageSize);

    /**
     * Makes an object.
     *
     * @param change what it is
     * @return its number
     */
    long create(PmChange change);

    /**
     * Changes an object: reads it, changes it and writes it back whole, as the vendor advises; campaigns in parts. Three requests.
     *
     * @param id the number of the object
     * @param change what is to be different
     * @return the object afterwards
     */
    WireProposal update(long id, PmChange change);
}
