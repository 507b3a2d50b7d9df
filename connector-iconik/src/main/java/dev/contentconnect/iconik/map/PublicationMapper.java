package dev.contentconnect.iconik.map;

import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.wire.WireCollection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publications are collections with a key. */
public final class PublicationMapper {
    /** Before the key, so that it is told from other ids elsewhere. */
    public static final String KEY = "cc-publication:";

    private PublicationMapper() {}

    /**
     * Whether a collection is a publication of ours.
     *
     * @param in the collection
     * @return true when it carries a key
     */
    public static boolean isOne(WireCollection in) {
        return in.id() != null && in.externalId() != null && in.externalId().startsWith(KEY);
    }

    /**
     * The canonical form of a publication.
     *
     * @param in the collection; {@link #isOne}
     * @param assets what is in it
     * @param audience for whom
     * @param uri where people see it
     * @return the publication
     */
    public static Publication toPublication(
            WireCollection in, List<SourceRef> assets, List<Segment> audience, URI uri) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("title", in.title());
        own.put("parent_id", in.parentId());
        String key = Objects.requireNonNullElse(in.externalId(), KEY);
        return new Publication(
                SourceRef.of(AssetMapper.SYSTEM, Objects.requireNonNull(in.id())),
                key.startsWith(KEY) && key.length() > KEY.length() ? key.substring(KEY.length()) : null,
                assets,
                Map.of(),
                status(in.status()),
                audience,
                Reading.date(in.dateCreated()),
                uri,
                Extensions.of(AssetMapper.SYSTEM, own));
    }

    private static AssetStatus status(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return AssetStatus.UNKNOWN;
        }
        return switch (word) {
            case "ACTIVE" -> AssetStatus.PUBLISHED;
            case "HIDDEN" -> AssetStatus.DRAFT;
            case "DELETED" -> AssetStatus.WITHDRAWN;
            default -> AssetStatus.of(word.toLowerCase(Locale.ROOT));
        };
    }
}
