package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireActivity;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.core.page.Paged;

/** Campaigns. */
public interface Activities {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireActivity get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireActivity> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireActivity> search(PmQuery query, int pageSize);

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
    WireActivity update(long id, PmChange change);

    /**
     * Deletes an object.
     *
     * @param id the number of the object
     */
    void delete(long id);

    /**
     * The projects of a campaign.
     *
     * @param id the number of the object
     * @param pageSize objects per request, 1–1000
     * @return the projects
     */
    Paged<WireProject> projects(long id, int pageSize);
}
