package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.RequestUri;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WireMedia;
import io.vavr.control.Either;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attachments as assets. */
public final class AssetMapper {
    private static final Set<String> ADDRESSES = Set.of("link", "permalink_template");

    /** The short name of the system. */
    public static final String SYSTEM = "vip";

    /** State of an asset that is visible as soon as its package is. */
    public static final String SCHEDULED = "scheduled";

    private AssetMapper() {}

    /**
     * The canonical form of an asset.
     *
     * @param root the attachment that stands for it
     * @param current the newest version; the same one where there is no other
     * @param segments its terms
     * @return the asset, or what is wrong with it
     */
    public static Either<MappingIssue, Asset> toAsset(WireMedia root, WireMedia current, List<Segment> segments) {
        if (root.id() <= 0) {
            return Either.left(MappingIssue.of("id", "missing"));
        }
        Fields meta = new Fields(root.metaFields());
        boolean hasBytes = hasBytes(current);
        Asset.Builder out = Asset.builder(SourceRef.of(SYSTEM, Long.toString(root.id())))
                .key(meta.text(Profile.ASSET_KEY))
                .title(PlainText.of(root.title()))
                .description(PlainText.of(root.description()))
                .kind(kind(current))
                .status(status(root))
                .currentVersion(hasBytes ? toVersion(current) : null)
                .market(meta.text(Profile.MARKET))
                .language(meta.text(Profile.LANGUAGE))
                .master(SourceRef.parseOrNull(meta.text(Profile.MASTER)))
                .segments(segments)
                .renditions(hasBytes ? renditions(current) : List.of())
                .createdAt(Fields.date(root.dateGmt()))
                .updatedAt(Fields.date(root.modifiedGmt()))
                .extensions(Extensions.of(SYSTEM, members(root, current)));
        return Either.right(out.build());
    }

    /**
     * Whether an attachment is more than a record that waits for its first version.
     *
     * @param media the attachment
     * @return false for a record without bytes
     */
    public static boolean hasBytes(WireMedia media) {
        return new Fields(media.metaFields()).number(Profile.RECORD_ONLY) == 0;
    }

    private static AssetKind kind(WireMedia current) {
        return current.mimeType() == null || !hasBytes(current)
                ? AssetKind.OTHER
                : AssetKind.ofMediaType(current.mimeType());
    }

    /**
     * Where an asset stands. What people do to the file in WordPress counts too: a published one that they made private
     * is held.
     *
     * @param root the attachment that stands for it
     * @return the status
     */
    public static AssetStatus status(WireMedia root) {
        Fields meta = new Fields(root.metaFields());
        String state = meta.text(Profile.ASSET_STATE);
        boolean isPrivate = "private".equals(root.status());
        if ("trash".equals(root.status())) {
            return AssetStatus.DELETED;
        }
        if (state == null) {
            return isPrivate ? AssetStatus.DRAFT : "inherit".equals(root.status()) ? AssetStatus.PUBLISHED : word(root);
        }
        boolean published = state.equals(AssetStatus.PUBLISHED.value());
        boolean isOwnFile = meta.number(Profile.ASSET_PUBLISHED) == root.id();
        return published && isPrivate && isOwnFile ? AssetStatus.HELD : AssetStatus.of(state);
    }

    private static AssetStatus word(WireMedia root) {
        return root.status() == null || root.status().isBlank() ? AssetStatus.UNKNOWN : AssetStatus.of(root.status());
    }

    /**
     * The version that an attachment is.
     *
     * @param media the attachment
     * @return the version; its id is that of the attachment
     */
    public static AssetVersion toVersion(WireMedia media) {
        Fields meta = new Fields(media.metaFields());
        Fields details = new Fields(media.details());
        String name = meta.text(Profile.ORIGINAL_FILENAME);
        long size = isScaled(details) ? 0 : details.number("filesize");
        String sha = meta.text(Profile.SHA256);
        return new AssetVersion(
                Long.toString(media.id()),
                (int) Math.max(1, Math.min(Integer.MAX_VALUE, meta.number(Profile.VERSION))),
                name != null ? name : fileName(source(media)),
                media.mimeType() == null || media.mimeType().isBlank() ? null : media.mimeType(),
                size > 0 ? size : null,
                sha != null && sha.matches("[0-9a-fA-F]{64}") ? Checksum.sha256(sha) : null,
                null,
                Fields.date(media.dateGmt()),
                media.author() == null || media.author() == 0 ? null : Actor.of(Long.toString(media.author())));
    }

    /**
     * Where the bytes are that were uploaded. Of a picture above 2560 pixels, PNG excepted, and of one that lies on its
     * side, WordPress shows a copy of its own as the file, size included, and names the original beside it.
     *
     * @param media the attachment
     * @return the address, or null where it says none
     */
    public static @Nullable String source(WireMedia media) {
        String shown = media.sourceUrl();
        String original = new Fields(media.details()).text("original_image");
        if (shown == null || original == null) {
            return shown;
        }
        return shown.substring(0, shown.lastIndexOf('/') + 1) + Names.base(original);
    }

    private static boolean isScaled(Fields details) {
        return details.text("original_image") != null;
    }

    private static @Nullable String fileName(@Nullable String address) {
        String name = address == null ? "" : Names.base(address.replaceAll("[?#].*", ""));
        return name.isEmpty() ? null : name;
    }

    private static List<Rendition> renditions(WireMedia media) {
        List<Rendition> out = new ArrayList<>();
        if (!(media.details().get("sizes") instanceof Map<?, ?> sizes)) {
            return out;
        }
        sizes.forEach((name, value) -> {
            if (name instanceof String id && !id.isBlank() && value instanceof Map<?, ?> plain) {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                plain.forEach((key, one) -> members.put(String.valueOf(key), one));
                Fields size = new Fields(members);
                out.add(new Rendition(
                        id,
                        id,
                        size.text("mime_type"),
                        pixels(size, "width"),
                        pixels(size, "height"),
                        size.number("filesize") > 0 ? size.number("filesize") : null,
                        address(size.text("source_url"))));
            }
        });
        return out;
    }

    private static @Nullable Integer pixels(Fields size, String name) {
        long value = size.number(name);
        return value > 0 && value <= Integer.MAX_VALUE ? (int) value : null;
    }

    /**
     * The address of a file as the server writes it, which may hold raw blanks.
     *
     * @param text the address, or null
     * @return null when there is none or it is no http address
     */
    public static @Nullable URI address(@Nullable String text) {
        try {
            return text == null ? null : RequestUri.lenient(URI.create("http://none.invalid/"), text);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /**
     * What rides along: members that have no record of ours, without the addresses of other routes and of pages, which change
     * with the settings of the site and say nothing of the item.
     */
    static Map<String, @Nullable Object> others(Map<String, @Nullable Object> rest) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(rest);
        out.keySet().removeIf(name -> name.startsWith("_") || ADDRESSES.contains(name));
        return out;
    }

    private static Map<String, @Nullable Object> members(WireMedia root, WireMedia current) {
        Map<String, @Nullable Object> out = others(root.rest());
        put(out, "caption", PlainText.of(root.caption()));
        put(out, "alt_text", root.altText());
        put(out, "slug", root.slug());
        put(out, "status", root.status());
        put(out, "source_url", current.sourceUrl());
        put(out, "state_note", new Fields(root.metaFields()).text(Profile.STATE_NOTE));
        put(out, "width", current.details().get("width"));
        put(out, "height", current.details().get("height"));
        if (root.post() != null && root.post() > 0) {
            out.put("post", root.post());
        }
        return out;
    }

    private static void put(Map<String, @Nullable Object> out, String name, @Nullable Object value) {
        if (value instanceof Number || (value instanceof String text && !text.isBlank())) {
            out.put(name, value);
        }
    }
}
