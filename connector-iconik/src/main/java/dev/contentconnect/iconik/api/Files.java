package dev.contentconnect.iconik.api;

import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireFileSet;
import dev.contentconnect.iconik.wire.WireFormat;
import dev.contentconnect.iconik.wire.WireKeyframe;
import dev.contentconnect.iconik.wire.WireProxy;
import dev.contentconnect.iconik.wire.WireStorage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Formats, files, proxies, keyframes and storages: service {@code files}. Lists are lazy; each page begins after the last id
 * of the one before. Addresses are not signed in lists unless said so; signed ones are secrets that hold for a short time.
 */
public interface Files {
    /**
     * Formats of an asset.
     *
     * @param asset the asset
     * @param allVersions whether those of earlier versions are wanted too
     * @return the formats
     */
    Paged<WireFormat> formats(String asset, boolean allVersions);

    /**
     * Makes a format.
     *
     * @param asset the asset
     * @param fields {@code name}, {@code storage_methods}, {@code metadata} and {@code version_id}
     * @return the format
     */
    WireFormat createFormat(String asset, Map<String, ?> fields);

    /**
     * File sets of an asset.
     *
     * @param asset the asset
     * @return the sets
     */
    Paged<WireFileSet> fileSets(String asset);

    /**
     * Makes a file set.
     *
     * @param asset the asset
     * @param fields {@code format_id}, {@code storage_id}, {@code base_dir}, {@code name} and {@code component_ids}
     * @return the set
     */
    WireFileSet createFileSet(String asset, Map<String, ?> fields);

    /**
     * Files of an asset.
     *
     * @param asset the asset
     * @param version one version only, or null
     * @return the files, without addresses
     */
    Paged<WireFile> files(String asset, @Nullable String version);

    /**
     * One file, with the addresses to which its bytes go while it is open.
     *
     * @param asset the asset
     * @param id its id
     * @return the file
     */
    WireFile file(String asset, String id);

    /**
     * Makes a file, which is open until its bytes are there.
     *
     * @param asset the asset
     * @param fields {@code original_name}, {@code directory_path}, {@code size}, {@code type}, {@code storage_id},
     *     {@code file_set_id}, {@code format_id} and {@code status}
     * @return the file, with the addresses to which its bytes go
     */
    WireFile createFile(String asset, Map<String, ?> fields);

    /**
     * Changes fields, for example {@code status} to {@code CLOSED} when the bytes are there.
     *
     * @param asset the asset
     * @param id its id
     * @param change fields by name
     * @return the file afterwards
     */
    WireFile updateFile(String asset, String id, Map<String, ?> change);

    /**
     * Where the bytes of a file are.
     *
     * @param asset the asset
     * @param id the file
     * @return a signed address
     */
    URI downloadUrl(String asset, String id);

    /**
     * Proxies of an asset, with signed addresses. There are none until the service has made them, and none of what it
     * cannot show.
     *
     * @param asset the asset
     * @param version one version only, or null
     * @return the proxies
     */
    Paged<WireProxy> proxies(String asset, @Nullable String version);

    /**
     * Stills of an asset, with signed addresses.
     *
     * @param asset the asset
     * @param version one version only, or null
     * @return the stills
     */
    Paged<WireKeyframe> keyframes(String asset, @Nullable String version);

    /**
     * Lets the service make proxies and stills of a file.
     *
     * @param asset the asset
     * @param file the file
     * @return the job, or null where there is nothing to make
     */
    @Nullable String makeProxies(String asset, String file);

    /**
     * The storage that fits a purpose.
     *
     * @param purpose for example {@code FILES}
     * @return the storage
     */
    WireStorage matchingStorage(String purpose);

    /**
     * One storage.
     *
     * @param id its id
     * @return the storage
     */
    WireStorage storage(String id);

    /**
     * Storages. By page number.
     *
     * @param query {@code purpose}, {@code method}, {@code status}
     * @return the storages
     */
    Paged<WireStorage> storages(ListQuery query);

    /**
     * Sends bytes to the storage of an open file, in the storage's own way: S3 in one piece or in parts, Google in a session,
     * Azure as a block blob. The credential is not sent there. Close the file afterwards with {@link #updateFile}.
     *
     * @param asset the asset
     * @param file the file, as {@link #createFile} gave it
     * @param method the method of the storage, for a file that does not say its own
     * @param content the bytes; read once
     * @throws dev.contentconnect.core.error.ConnectorException Rejected with the code {@code storage_method} for a storage that
     *     takes no uploads from here, such as one behind a gateway; and what sending may end with
     */
    void upload(String asset, WireFile file, String method, Content content);

    /**
     * Addresses for parts of an upload to S3.
     *
     * @param asset the asset
     * @param file the file
     * @param uploadId how the storage calls the upload
     * @param parts how many parts there are
     * @return part number to address; lazy, a request for each hundred
     */
    Paged<Map.Entry<Integer, URI>> partUrls(String asset, String file, String uploadId, int parts);

    /**
     * An address that ends an upload to S3.
     *
     * @param asset the asset
     * @param file the file
     * @param uploadId how the storage calls the upload
     * @param type {@code complete_url} or {@code abort_url}
     * @return the address
     */
    URI multipartUrl(String asset, String file, String uploadId, String type);

    /**
     * Opens bytes at a signed address. The credential is not sent there.
     *
     * @param source the address
     * @return the bytes; the caller closes them
     */
    InputStream open(URI source);

    /**
     * Writes bytes at a signed address to a file, going on where a transfer broke off.
     *
     * @param source the address
     * @param target appears whole or not at all
     * @return how many bytes
     * @throws IOException when the file cannot be written
     */
    long download(URI source, Path target) throws IOException;
}
