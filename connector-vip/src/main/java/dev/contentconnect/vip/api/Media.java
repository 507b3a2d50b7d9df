package dev.contentconnect.vip.api;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.vip.wire.WireMedia;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files: {@code /wp/v2/media}. Everything is read with {@code context=edit}, private items included. */
public interface Media {
    /**
     * Attachments, private ones too. Lazy.
     *
     * @param query filters
     * @return the attachments
     */
    Paged<WireMedia> list(WordpressQuery query);

    /**
     * One attachment.
     *
     * @param id its id
     * @return the attachment
     */
    WireMedia get(long id);

    /**
     * Sends a file as a form. Terms of taxonomies among the fields would be dropped by the server.
     *
     * @param fileName ASCII, with the extension by which the server knows the type
     * @param bytes the file
     * @param fields for example {@code title} and {@code meta[asset_key]}
     * @return the attachment
     */
    WireMedia uploadMultipart(String fileName, HttpBody bytes, Map<String, String> fields);

    /**
     * Sends a file as the bytes alone, with the fields in the query. Not bound by PHP's limits for uploaded files.
     *
     * @param fileName ASCII, with the extension by which the server knows the type
     * @param bytes the file
     * @param fields as for {@link #uploadMultipart}
     * @return the attachment
     */
    WireMedia uploadRaw(String fileName, HttpBody bytes, Map<String, String> fields);

    /**
     * Changes fields; those not named stay as they are. What the server does not know it ignores.
     *
     * @param id its id
     * @param change fields by name
     * @return the attachment afterwards
     */
    WireMedia update(long id, Map<String, ? extends @Nullable Object> change);

    /**
     * Finishes the derived images of an upload that broke off after the file was stored.
     *
     * @param id its id
     * @return the attachment afterwards
     */
    WireMedia createImages(long id);

    /**
     * Deletes an attachment and its files for good; WordPress has no bin for files.
     *
     * @param id its id
     */
    void delete(long id);

    /**
     * Which of some attachments are still there: a request for each hundred.
     *
     * @param ids the ids to look for
     * @return those that are there
     */
    Set<Long> existing(Collection<Long> ids);

    /**
     * The fields of files: the properties of the schema, {@code meta.} before those of registered meta, and {@code filter.}
     * before the parameters by which lists can be narrowed.
     *
     * @return the names
     */
    List<String> schema();

    /**
     * Asks the web server how long a file is, where the attachment does not say it.
     *
     * @param source its address, as the attachment has it
     * @return in bytes; -1 where the server does not say
     */
    long length(URI source);

    /**
     * Opens a file.
     *
     * @param source its address, as the attachment has it
     * @return the bytes; the caller closes them
     */
    InputStream open(URI source);

    /**
     * Writes a file, going on where a transfer broke off when the web server has ranges.
     *
     * @param source its address, as the attachment has it
     * @param target appears whole or not at all
     * @return how many bytes
     * @throws java.io.IOException when the file cannot be written
     */
    long download(URI source, Path target) throws java.io.IOException;
}
