package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireHistory;
import dev.contentconnect.iconik.wire.WireVersion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets, their versions and their history: service {@code assets}. */
public interface Assets {
    /**
     * One asset, with its versions.
     *
     * @param id its id
     * @param withCollections whether to ask for the ids of its collections as well
     * @return the asset
     */
    WireAsset get(String id, boolean withCollections);

    /**
     * Assets as the index has them. Lazy; by page number, so at most ten thousand pages: search goes further.
     *
     * @param query {@code sort}
     * @return the assets
     */
    Paged<WireAsset> list(ListQuery query);

    /**
     * Makes an asset, without files. Not safe to repeat: look for its {@code external_id} first.
     *
     * @param fields at least {@code title}
     * @return the asset
     */
    WireAsset create(Map<String, ? extends @Nullable Object> fields);

    /**
     * Changes fields; those not named stay as they are, and null clears one.
     *
     * @param id its id
     * @param change fields by name
     * @return the asset afterwards
     */
    WireAsset update(String id, Map<String, ? extends @Nullable Object> change);

    /**
     * Puts an asset into the bin.
     *
     * @param id its id
     */
    void delete(String id);

    /**
     * Puts assets into the bin, 500 per request.
     *
     * @param ids their ids
     */
    void deleteAll(Collection<String> ids);

    /**
     * Takes assets out of the bin, 500 per request. The service calls this DELETE of the bin.
     *
     * @param ids their ids
     */
    void restoreAll(Collection<String> ids);

    /**
     * Adds a version, without files.
     *
     * @param id the asset
     * @param options for example {@code copy_metadata}; may be empty
     * @return all versions afterwards
     */
    List<WireVersion> createVersion(String id, Map<String, ?> options);

    /**
     * Makes the content of another asset a version of this one. The service works on; look at the versions.
     *
     * @param id the asset
     * @param source the other asset
     * @param options for example {@code copy_previous_version_segments}; may be empty
     */
    void createVersionFrom(String id, String source, Map<String, ?> options);

    /**
     * Makes a version the latest.
     *
     * @param id the asset
     * @param version the version
     */
    void promoteVersion(String id, String version);

    /**
     * Deletes a version.
     *
     * @param id the asset
     * @param version the version
     */
    void deleteVersion(String id, String version);

    /**
     * What happened to an asset. Lazy; by page number.
     *
     * @param id the asset
     * @param query {@code sort}, {@code filter}
     * @return the entries
     */
    Paged<WireHistory> history(String id, ListQuery query);

    /**
     * Adds an entry to the history. Not safe to repeat.
     *
     * @param id the asset
     * @param operationType for example {@code CUSTOM}
     * @param description more about it, or null
     * @return the entry
     */
    WireHistory addHistory(String id, String operationType, @Nullable String description);
}
