package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WireFile;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRendition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Files, their versions and renditions, and the bytes behind signed addresses. */
public interface Files {
    /**
     * A file.
     *
     * @param id the file
     * @return the file
     */
    WireFile file(String id);

    /**
     * The versions of a file.
     *
     * @param file the file
     * @param select which parts of them
     * @return the versions, in no order to rely on
     */
    List<WireFileVersion> versions(String file, Select select);

    /**
     * A version.
     *
     * @param id the version
     * @param select which parts of it
     * @return the version
     */
    WireFileVersion version(String id, Select select);

    /**
     * The renditions of a version.
     *
     * @param version the version
     * @param select which parts of them; {@code uri} and {@code publishedUri} come only when selected
     * @return the renditions
     */
    List<WireRendition> renditions(String version, Select select);

    /**
     * Holds a file for editing. A Conflict when another user holds it.
     *
     * @param file the file
     */
    void checkOut(String file);

    /**
     * Lets a file go.
     *
     * @param file the file
     */
    void checkIn(String file);

    /**
     * Opens what lies at a signed address. The token is not sent there.
     *
     * @param address from an order or a rendition
     * @return the bytes, to be closed; Forbidden when the address has expired
     */
    InputStream open(URI address);

    /**
     * Fetches what lies at a signed address, going on where a transfer broke off. The token is not sent there.
     *
     * @param address from an order or a rendition
     * @param target where to put it; replaced in one step when all has arrived
     * @return how many bytes
     * @throws IOException when the file cannot be written
     */
    long download(URI address, Path target) throws IOException;
}
