package dev.contentconnect.smintio.map;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.smintio.wire.WireCollection;
import dev.contentconnect.smintio.wire.WireShare;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Publications are collections. A collection has no place for a key but its name: {@code Launch [cc-publication 0a1b… launch]},
 * and {@code cc-draft} as long as not all is done.
 */
public final class PublicationMapper {
    /** What finds all of them by search. */
    public static final String WORD = "cc-publication";

    /** What finds those by search that are still being made. */
    public static final String DRAFT = "cc-draft";

    private static final Pattern NAME =
            Pattern.compile("(?s)(.*) \\[(" + WORD + "|" + DRAFT + ") ([0-9a-f]{16}) (.*)\\]");

    private PublicationMapper() {}

    /**
     * The name of a collection.
     *
     * @param title what people call it
     * @param key its key
     * @param isDraft whether something is still to be done
     * @return the name
     */
    public static String name(String title, String key, boolean isDraft) {
        return title + " [" + (isDraft ? DRAFT : WORD) + " " + Marks.of(key) + " " + key + "]";
    }

    /**
     * The name of the share of a publication.
     *
     * @param title what people call it
     * @param key the key of the publication
     * @return the name
     */
    public static String shareName(String title, String key) {
        return title + " [cc-share " + Marks.of(key) + "]";
    }

    /**
     * What finds the collection of a key by search.
     *
     * @param key the key
     * @return a word of its name
     */
    public static String word(String key) {
        return Marks.of(key);
    }

    private static @Nullable Matcher read(WireCollection in) {
        if (in.collectionId() == null || in.collectionId().isBlank() || in.name() == null) {
            return null;
        }
        Matcher name = NAME.matcher(in.name().strip());
        return name.matches() ? name : null;
    }

    /**
     * Whether a collection is a publication of ours, or is to become one.
     *
     * @param in the collection
     * @return true for ours
     */
    public static boolean isOurs(WireCollection in) {
        return read(in) != null;
    }

    /**
     * Whether a collection is a publication of ours and complete.
     *
     * @param in the collection
     * @return true for a complete one
     */
    public static boolean isComplete(WireCollection in) {
        Matcher name = read(in);
        return name != null && WORD.equals(name.group(2));
    }

    /**
     * Whether a collection was made under a key.
     *
     * @param in the collection
     * @param key the key
     * @return true for that of this key
     */
    public static boolean isUnder(WireCollection in, String key) {
        Matcher name = read(in);
        return name != null && Marks.of(key).equals(name.group(3));
    }

    /**
     * What finds the shares of a publication by search.
     *
     * @param in the collection; {@link #isOurs}
     * @return a word of its name
     */
    public static String markIn(WireCollection in) {
        Matcher name = read(in);
        return name == null ? WORD : name.group(3);
    }

    /**
     * Whether a share is that of a publication: it bears its key.
     *
     * @param share the share
     * @param in the collection; {@link #isOurs}
     * @return true for its share
     */
    public static boolean isShareOf(WireShare share, WireCollection in) {
        return isOurs(in) && share.name() != null && share.name().endsWith(" [cc-share " + markIn(in) + "]");
    }

    /**
     * The canonical form of a publication.
     *
     * @param in the collection; {@link #isOurs}
     * @param assets what is in it
     * @param audience for whom, where known
     * @param uri where people see it, or null
     * @return the publication
     */
    public static Publication toPublication(
            WireCollection in, List<SourceRef> assets, List<Segment> audience, @Nullable URI uri) {
        Matcher name = read(in);
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("name", in.name());
        own.put("permissionLevel", in.permissionLevel());
        String key = name == null ? null : Reading.text(name.group(4));
        return new Publication(
                Ids.collection(Objects.requireNonNull(in.collectionId())),
                key,
                assets,
                Map.of(),
                isComplete(in) ? AssetStatus.PUBLISHED : AssetStatus.DRAFT,
                audience,
                null,
                uri,
                Extensions.of(Ids.SYSTEM, own));
    }
}
