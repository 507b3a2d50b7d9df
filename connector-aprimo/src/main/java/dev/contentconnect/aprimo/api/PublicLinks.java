package dev.contentconnect.aprimo.api;

import dev.contentconnect.aprimo.wire.WirePublicLink;
import java.util.List;

/** Addresses under which everybody gets a file. */
public interface PublicLinks {
    /**
     * A public link.
     *
     * @param id the link
     * @return the link
     */
    WirePublicLink get(String id);

    /**
     * The public links of a file version.
     *
     * @param version the version
     * @return the links, published or not
     */
    List<WirePublicLink> ofVersion(String version);

    /**
     * The public links of a rendition.
     *
     * @param rendition the rendition
     * @return the links, published or not
     */
    List<WirePublicLink> ofRendition(String rendition);

    /**
     * Notes an address that the caller serves. Never repeated when its fate is unknown.
     *
     * @param draft the address
     * @return the id of the link
     */
    String create(PublicLinkDraft draft);

    /**
     * Deletes a link; those that orders made end to work.
     *
     * @param id the link
     */
    void delete(String id);
}
