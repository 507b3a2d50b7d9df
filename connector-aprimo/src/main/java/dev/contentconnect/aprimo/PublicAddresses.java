package dev.contentconnect.aprimo;

import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.FieldValues;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireItems;
import dev.contentconnect.aprimo.wire.WirePublicLink;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireRendition;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Under which addresses everybody gets the latest version of a record. */
final class PublicAddresses {
    /** A record with all that tells its publications. */
    static final Select RECORD =
            Library.ASSET.and("fileversion", "renditions", "publiclinks").and("rendition", "publiclinks");

    private PublicAddresses() {}

    /** The links that are published, of the version and of its renditions, each once. */
    static List<WirePublicLink> of(WireRecord in) {
        Map<String, WirePublicLink> out = new LinkedHashMap<>();
        WireFileVersion version = in.masterFileLatestVersion();
        if (version != null) {
            add(out, version.publicLinks());
            WireItems<WireRendition> renditions = version.renditions();
            if (renditions != null) {
                renditions.items().forEach(one -> add(out, one.publicLinks()));
            }
        }
        return List.copyOf(out.values());
    }

    private static void add(Map<String, WirePublicLink> out, @Nullable WireItems<WirePublicLink> links) {
        if (links != null) {
            links.items().stream().filter(PublicAddresses::isPublished).forEach(one -> out.putIfAbsent(id(one), one));
        }
    }

    static boolean isPublished(WirePublicLink link) {
        return link.id() != null && "Published".equalsIgnoreCase(link.status());
    }

    static String id(WirePublicLink link) {
        return FieldValues.id(String.valueOf(link.id()));
    }

    /** Whether the service itself serves what is behind a link; others only noted where they do. */
    static boolean isServed(WirePublicLink link) {
        return !"Api".equalsIgnoreCase(link.origin());
    }

    /** Whether the service serves the latest version itself. */
    static boolean isPublic(WireRecord in) {
        WireFileVersion version = in.masterFileLatestVersion();
        Map<String, WirePublicLink> own = new LinkedHashMap<>();
        add(own, version == null ? null : version.publicLinks());
        return own.values().stream().anyMatch(PublicAddresses::isServed);
    }

    static @Nullable URI first(WireRecord in) {
        return of(in).stream()
                .map(WirePublicLink::uri)
                .filter(Objects::nonNull)
                .map(PublicAddresses::uri)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }
}
