package dev.contentconnect.xecm.api;

import dev.contentconnect.core.http.HttpBody;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.xecm.wire.WireVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions and content of documents.
 *
 * <p>Every call is one request unless it says otherwise and may be made by several threads. All throw
 * {@link dev.contentconnect.core.error.ConnectorException}: NotFound for what is absent or not visible to us, which the server
 * does not tell apart, Forbidden, Conflict, Rejected, RateLimited, Unauthenticated, Unavailable, TimedOut, Undecodable.
 */
public interface Versions {
    /**
     * The versions of a document. Lazy: each page is one request, made when reached.
     *
     * @param node its id
     * @return in the server's order
     */
    Paged<WireVersion> list(long node);

    /**
     * Adds a version, sending its content as it is read. Never repeated by itself.
     *
     * @param node its id
     * @param fileName the name of its file
     * @param content the bytes
     * @param fields for example {@code description}, at most 255 characters
     */
    void add(long node, String fileName, HttpBody content, Map<String, String> fields);

    /**
     * Opens the content of a version. The caller closes it.
     *
     * @param node its id
     * @param version its number; null for the current one
     * @return the bytes as they come, a page for people too
     */
    default InputStream open(long node, @Nullable Long version) {
        return open(node, version, true);
    }

    /**
     * Opens the content of a version. The caller closes it.
     *
     * @param node its id
     * @param version its number; null for the current one
     * @param mayBePage whether it may be HTML; where it may not, a page is Unavailable, as for other calls
     * @return the bytes as they come
     */
    InputStream open(long node, @Nullable Long version, boolean mayBePage);

    /**
     * Writes the content of a version to a file, which appears whole or not at all.
     *
     * @param node its id
     * @param version its number; null for the current one
     * @param target the file
     * @return the bytes written, a page for people too
     * @throws IOException when the file cannot be written
     */
    default long download(long node, @Nullable Long version, Path target) throws IOException {
        return download(node, version, target, true);
    }

    /**
     * Writes the content of a version to a file, which appears whole or not at all.
     *
     * @param node its id
     * @param version its number; null for the current one
     * @param target the file
     * @param mayBePage whether it may be HTML; where it may not, a page is Unavailable, as for other calls
     * @return the bytes written
     * @throws IOException when the file cannot be written
     */
    long download(long node, @Nullable Long version, Path target, boolean mayBePage) throws IOException;

    /**
     * Makes a minor version a major one.
     *
     * @param node its id
     * @param version its number
     * @param description what to say about it
     */
    void promote(long node, long version, String description);
}
