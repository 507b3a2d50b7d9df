package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireAttachment;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hang on objects. */
public interface Attachments {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireAttachment get(long id);

    /**
     * Objects that answer a question. Lazy: each page is one request.
     *
     * @param query the question
     * @param pageSize objects per request, 1–1000
     * @return the objects
     */
    Paged<WireAttachment> search(PmQuery query, int pageSize);

    /**
     * Deletes an object.
     *
     * @param id the number of the object
     */
    void delete(long id);

    /**
     * Makes a place for versions of a file.
     *
     * @param title what people call it
     * @param objectId the object it hangs on
     * @param objectTypeId the type of that object; 9952 for projects, 9963 for tasks
     * @return its number
     */
    long create(String title, long objectId, long objectTypeId);

    /**
     * The versions of a file.
     *
     * @param id the number of the object
     * @return the versions
     */
    List<WireVersion> versions(long id);

    /**
     * Adds a version: sends the bytes in pieces, completes them, makes the version. One piece is held in memory.
     *
     * @param id the number of the object
     * @param content the bytes and the name of the file
     * @param comment what is said of it
     * @return its number
     */
    long addVersion(long id, Content content, @Nullable String comment);

    /**
     * What was said about a version.
     *
     * @param id the number of the object
     * @param versionId the version
     * @return the comments
     */
    List<WireComment> comments(long id, long versionId);
}
