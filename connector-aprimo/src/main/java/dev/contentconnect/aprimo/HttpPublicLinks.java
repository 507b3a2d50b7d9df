package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.PublicLinkDraft;
import dev.contentconnect.aprimo.api.PublicLinks;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import java.util.List;

/** Public links over HTTP. */
record HttpPublicLinks(AprimoHttp http) implements PublicLinks {
    @Override
    public WirePublicLink get(String id) {
        return http.get("publicLinks.get", http.core("publiclink", id).build(), Select.NOTHING, WirePublicLink.class);
    }

    @Override
    public List<WirePublicLink> ofVersion(String version) {
        return http.items(
                "publicLinks.ofVersion",
                http.core("fileversion", version, "publiclinks").build(),
                Select.NOTHING,
                WirePublicLink.class);
    }

    @Override
    public List<WirePublicLink> ofRendition(String rendition) {
        return http.items(
                "publicLinks.ofRendition",
                http.core("rendition", rendition, "publiclinks").build(),
                Select.NOTHING,
                WirePublicLink.class);
    }

    @Override
    public String create(PublicLinkDraft draft) {
        return http.create("publicLinks.create", http.core("publiclinks"), draft.toBody());
    }

    @Override
    public void delete(String id) {
        http.delete("publicLinks.delete", http.core("publiclink", id));
    }
}
