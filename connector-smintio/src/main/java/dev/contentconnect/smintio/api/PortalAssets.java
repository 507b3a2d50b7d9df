package dev.contentconnect.smintio.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireDownload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets of a portal. The source system keeps them: nothing of an asset can be written here. */
public interface PortalAssets {
    /**
     * One asset; not counted as a view by a person.
     *
     * @param id the scoped id, as the server sent it
     * @return the asset
     */
    WireAsset get(String id);

    /**
     * Several assets.
     *
     * @param ids scoped ids
     * @return those that are there, in the portal's order
     */
    List<WireAsset> getAll(Collection<String> ids);

    /**
     * Searches. Lazy. What one of several sources failed with is an issue of its page.
     *
     * @param query what for
     * @return the assets, without the raw data of their source
     */
    Paged<WireAsset> search(PortalQuery query);

    /**
     * What can be searched for: filters and their values.
     *
     * @param query what is narrowed already
     * @return the filter model as plain values
     */
    Map<String, @Nullable Object> filters(PortalQuery query);

    /**
     * What can be downloaded of assets, and what a person must accept before.
     *
     * @param ids scoped ids
     * @return groups of items as plain values; items go back to {@link #download} as they are
     */
    List<Map<String, @Nullable Object>> downloads(Collection<String> ids);

    /**
     * Has a download made.
     *
     * @param ids scoped ids
     * @param items what of them, as {@link #downloads} gave it
     * @return where it is, for a short time
     */
    WireDownload download(Collection<String> ids, List<? extends Map<String, ? extends @Nullable Object>> items);

    /**
     * Opens a file; no token goes there.
     *
     * @param address a signed address
     * @return its bytes; close it
     */
    InputStream open(URI address);

    /**
     * Copies a file; it appears whole or not at all.
     *
     * @param address a signed address
     * @param target the file
     * @return how many bytes
     * @throws IOException when the file cannot be written
     */
    long copy(URI address, Path target) throws IOException;
}
