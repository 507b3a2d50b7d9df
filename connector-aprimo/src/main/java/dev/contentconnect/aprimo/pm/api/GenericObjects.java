package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireGenericObject;
import dev.contentconnect.core.page.Paged;

/** Objects of one of the five kinds that a tenant defines. */
public interface GenericObjects {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireGenericObject get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireGenericObject> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireGenericObject> search(PmQuery query, int pageSize);

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
    WireGenericObject update(long id, PmChange change);

    /**
     * Deletes an object.
     *
     * @param id the number of the object
     */
    void delete(long id);
}
