package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireAttachment;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.core.page.Paged;

/** Projects. Their search follows the vendor's general form; no list of routes names it. */
public interface Projects {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireProject get(long id);

    /**
     * All objects. Lazy: each page is one request. What is made or deleted meanwhile may move others across a page.
     *
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireProject> list(int pageSize);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireProject> search(PmQuery query, int pageSize);

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
    WireProject update(long id, PmChange change);

    /**
     * Starts a project.
     *
     * @param id the number of the object
     */
    void start(long id);

    /**
     * Suspends a project.
     *
     * @param id the number of the object
     */
    void pause(long id);

    /**
     * Lets a project go on; by the call named in the option {@code pmRoutes}, {@code start} until set.
     *
     * @param id the number of the object
     */
    void resume(long id);

    /**
     * Stops a project.
     *
     * @param id the number of the object
     */
    void cancel(long id);

    /**
     * Ends a project.
     *
     * @param id the number of the object
     */
    void close(long id);

    /**
     * The files of a project.
     *
     * @param id the number of the object
     * @param pageSize objects per request, 1–1000
     * @return the files
     */
    Paged<WireAttachment> attachments(long id, int pageSize);

    /**
     * Links a file to a project.
     *
     * @param id the number of the object
     * @param attachmentId the file
     */
    void link(long id, long attachmentId);
}
