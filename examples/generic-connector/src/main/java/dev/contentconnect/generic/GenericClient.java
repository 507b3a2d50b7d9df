package dev.contentconnect.generic;

import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.spi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The system in its own words: items as they come, as maps, lists and scalars. Safe for several threads; after
 * {@link #close()} every call throws {@code IllegalStateException}. Each method is one request, and throws
 * {@link dev.contentconnect.core.error.ConnectorException} of any kind; Rejected with the code {@code not_offered} where the
 * configuration has no path for it.
 */
public interface GenericClient extends AutoCloseable {
    /**
     * Makes a client. Never touches the network.
     *
     * @param config how to reach the system
     * @return a client, open
     */
    static GenericClient create(GenericConfig config) {
        return new HttpGenericClient(config);
    }

    /**
     * One page of the list of assets.
     *
     * @param parameters further query parameters; null adds nothing, a collection adds one for each element
     * @param size how many items to ask for, where the system lets us say
     * @param cursor where the page begins, or null for the first
     * @return items as they came, each an object or something else
     */
    Page<Object> assets(Map<String, ? extends @Nullable Object> parameters, int size, @Nullable Cursor cursor);

    /**
     * One asset.
     *
     * @param id as the system gave it
     * @return what stands where the asset should, null where nothing stands
     */
    @Nullable Object asset(String id);

    /**
     * Makes an asset.
     *
     * @param members as the system wants them
     * @return what the system says it made, null where it says nothing
     */
    @Nullable Object create(Map<String, ? extends @Nullable Object> members);

    /**
     * Changes an asset.
     *
     * @param id as the system gave it
     * @param members as the system wants them; nulls are sent
     */
    void update(String id, Map<String, ? extends @Nullable Object> members);

    /**
     * Puts the bytes of an asset.
     *
     * @param id as the system gave it
     * @param content of known length
     */
    void upload(String id, Content content);

    /**
     * Opens the bytes of an asset. The caller closes the stream.
     *
     * @param id as the system gave it
     * @param version its id; looked at only where the path has a place for it
     * @return the bytes from the first one on
     */
    InputStream open(String id, String version);

    /**
     * Downloads the bytes of an asset. The file appears whole or not at all.
     *
     * @param id as the system gave it
     * @param version its id; looked at only where the path has a place for it
     * @param target the file, replaced if it exists
     * @return how many bytes
     * @throws IOException when the file cannot be written
     */
    long download(String id, String version, Path target) throws IOException;

    /**
     * Deletes an asset. One that is gone is a NotFound.
     *
     * @param id as the system gave it
     */
    void delete(String id);

    @Override
    void close();
}
