package dev.contentconnect.smintio.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.smintio.wire.WireAsset;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assets of a portal. What is missing is unknown. */
public final class PortalAssetMapper {
    /** The status of an asset that the portal shows and about which nothing more is known. */
    public static final AssetStatus AVAILABLE = AssetStatus.of("available");

    private static final String URL = "Url";

    private PortalAssetMapper() {}

    /**
     * The canonical form of an asset.
     *
     * @param in the asset
     * @param languages which of the texts
     * @param now the present, for what is published later or no more
     * @param known its status as the host knows it, or null
     * @return the asset, or what is wrong with it
     */
    public static Either<MappingIssue, Asset> toAsset(
            WireAsset in, Languages languages, Instant now, @Nullable AssetStatus known) {
        String id = Reading.text(in.id());
        if (id == null) {
            return Either.left(MappingIssue.of("uuid", "is missing"));
        }
        Map<String, @Nullable Object> has = in.properties();
        String author = file(in, "creator") instanceof String creator ? creator : null;
        return Either.right(Asset.builder(Ids.asset(id))
                .title(languages.portal(has.get("name")))
                .description(languages.portal(has.get("description")))
                .kind(kind(in))
                .status(known != null ? known : status(in, now))
                .currentVersion(version(in))
                .language(Reading.text(file(in, "language")))
                .creators(author == null || author.isBlank() ? List.of() : List.of(author))
                .tags(languages.portalList(has.get("localizedTags")))
                .createdAt(Reading.date(has.get("createdAt")))
                .updatedAt(Reading.date(has.get("modifiedAt")))
                .extensions(extensions(has))
                .build());
    }

    /** Addresses do not last, and are secrets. */
    private static Extensions extensions(Map<String, @Nullable Object> has) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(has);
        own.keySet().removeIf(name -> name.endsWith(URL));
        return own.isEmpty() ? Extensions.none() : Extensions.of(Ids.SYSTEM, own);
    }

    /**
     * Where an asset stands, by the times between which it is published.
     *
     * @param in the asset
     * @param now the present
     * @return held before them, withdrawn after them, else {@link #AVAILABLE}
     */
    public static AssetStatus status(WireAsset in, Instant now) {
        Instant until = Reading.date(in.properties().get("publishUntil"));
        Instant from = Reading.date(in.properties().get("publishFrom"));
        if (until != null && !now.isBefore(until)) {
            return AssetStatus.WITHDRAWN;
        }
        return from != null && now.isBefore(from) ? AssetStatus.HELD : AVAILABLE;
    }

    private static AssetKind kind(WireAsset in) {
        return PurchaseMapper.kind(word(in.properties().get("contentType")));
    }

    /** An enumeration: an object with an id, or the id alone. */
    static @Nullable String word(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            for (String name : new String[] {"smintIoId", "Id", "id"}) {
                String word = Reading.text(object.get(name));
                if (word != null) {
                    return word;
                }
            }
            return null;
        }
        return Reading.text(value);
    }

    private static @Nullable Object file(WireAsset in, String name) {
        return in.properties().get("fileMetadata") instanceof Map<?, ?> file ? file.get(name) : null;
    }

    /**
     * The version of an asset: the one that the source states, else its tag.
     *
     * @param in the asset
     * @return the version, or null where the source states none
     */
    public static @Nullable AssetVersion version(WireAsset in) {
        Object stated = in.properties().get("version");
        String id = stated instanceof Number number ? number.toString() : Reading.text(stated);
        id = id != null ? id : Reading.text(in.properties().get("eTag"));
        if (id == null) {
            return null;
        }
        Long size = file(in, "fileSizeInBytes") instanceof Number bytes ? (Long) bytes.longValue() : null;
        String type = Reading.text(file(in, "mediaType"));
        Integer number = id.matches("[1-9]\\d{0,8}") ? Integer.valueOf(id) : null;
        return new AssetVersion(
                id,
                number,
                Reading.text(file(in, "fileName")),
                type,
                size == null || size < 0 ? null : size,
                null,
                null,
                Reading.date(in.properties().get("modifiedAt")),
                null);
    }

    /**
     * What changes when anything about an asset does.
     *
     * @param in the asset
     * @return version, tag, date of change and number of comments
     */
    public static String fingerprint(WireAsset in) {
        List<String> parts = new ArrayList<>();
        for (String name :
                new String[] {"version", "eTag", "modifiedAt", "publishFrom", "publishUntil", "totalCommentCount"}) {
            Object value = in.properties().get(name);
            parts.add(value == null ? "" : value.toString());
        }
        return Marks.of(String.join("\n", parts));
    }

    /**
     * Pictures and the like that the portal shows, without their addresses.
     *
     * @param in the asset
     * @return id is the name of the property without {@code Url}
     */
    public static List<Rendition> renditions(WireAsset in) {
        List<Rendition> out = new ArrayList<>();
        in.properties().forEach((name, value) -> {
            if (name.endsWith(URL) && name.length() > URL.length() && Reading.text(value) != null) {
                String id = name.substring(0, name.length() - URL.length());
                out.add(new Rendition(
                        id, id.contains("humbnail") ? "thumbnail" : "preview", null, null, null, null, null));
            }
        });
        return out;
    }

    /**
     * The address of a rendition; a secret.
     *
     * @param in the asset
     * @param rendition its id
     * @return the address, or null
     */
    public static @Nullable String address(WireAsset in, String rendition) {
        return Reading.text(in.properties().get(rendition + URL));
    }
}
