package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireAnnotation;
import dev.contentconnect.aprimo.pm.wire.WireComment;
import dev.contentconnect.aprimo.pm.wire.WireDigitalAsset;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import java.util.List;

/** Assets under review. */
public interface DigitalAssets {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireDigitalAsset get(long id);

    /**
     * Changes an object: reads it, changes it and writes it back whole, as the vendor advises; campaigns in parts. Three requests.
     *
     * @param id the number of the object
     * @param change what is to be different
     * @return the object afterwards
     */
    WireDigitalAsset update(long id, PmChange change);

    /**
     * Deletes an object.
     *
     * @param id the number of the object
     */
    void delete(long id);

    /**
     * Makes an object.
     *
     * @param change what it is
     * @return its number
     */
    long create(PmChange change);

    /**
     * The versions of an asset.
     *
     * @param id the number of the object
     * @return the versions
     */
    List<WireVersion> versions(long id);

    /**
     * What was said about a version; it can be read alone.
     *
     * @param id the number of the object
     * @param versionId the version
     * @return the comments
     */
    List<WireComment> comments(long id, long versionId);

    /**
     * The marks on a version.
     *
     * @param id the number of the object
     * @param versionId the version
     * @return the marks
     */
    List<WireAnnotation> annotations(long id, long versionId);

    /**
     * Makes a mark with words.
     *
     * @param id the number of the object
     * @param versionId the version
     * @param page the page, 1 or more
     * @param type what kind of mark, for example {@code rectangle}
     * @param comment the words
     * @return its id; empty when the answer names none
     */
    String annotate(long id, long versionId, int page, String type, String comment);

    /**
     * Deletes a mark.
     *
     * @param id the number of the object
     * @param versionId the version
     * @param annotationId the mark
     */
    void deleteAnnotation(long id, long versionId, String annotationId);
}
