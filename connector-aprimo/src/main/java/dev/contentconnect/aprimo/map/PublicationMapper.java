package dev.contentconnect.aprimo.map;

import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.aprimo.wire.WireValue;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.SourceRef;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publications as they stand in a list of texts. The first asset of a publication has its key; the others say that they belong
 * to it, and those that were brought out for it alone say so from the moment in which they are; one that was withdrawn says that
 * it did. Whatever else people write there is let be.
 */
public final class PublicationMapper {
    private static final String LEAD = "cc-publication:";
    private static final String PART = "cc-publication-part:";
    private static final String RELEASED = "cc-publication-released:";
    private static final String WITHDRAWN = "cc-publication-withdrawn:";

    private PublicationMapper() {}

    /**
     * What the first asset of a publication says.
     *
     * @param key the key of the publication
     * @return an entry
     */
    public static String lead(String key) {
        return LEAD + key;
    }

    /**
     * What the other assets of a publication say that were out before it.
     *
     * @param key the key of the publication
     * @return an entry
     */
    public static String part(String key) {
        return PART + key;
    }

    /**
     * What the other assets of a publication say that were released for it, and the first one until it is a publication.
     *
     * @param key the key of the publication
     * @return an entry
     */
    public static String released(String key) {
        return RELEASED + key;
    }

    /**
     * What an asset says that was withdrawn from a publication.
     *
     * @param key the key of the publication
     * @return an entry
     */
    public static String withdrawn(String key) {
        return WITHDRAWN + key;
    }

    /**
     * The publication that has an asset in it, as an entry of the asset names it.
     *
     * @param entry a value of the field
     * @return its key; null for what people wrote, and where the asset was withdrawn
     */
    public static @Nullable String key(String entry) {
        String rest = Stream.of(LEAD, PART, RELEASED)
                .filter(entry::startsWith)
                .map(word -> entry.substring(word.length()))
                .findFirst()
                .orElse("");
        return rest.isBlank() ? null : rest;
    }

    /**
     * The canonical form of a publication.
     *
     * @param key its key
     * @param assets what is in it, the first one first; what was in it, where all was withdrawn
     * @param status whether the first one is published at present
     * @param at since when, or null
     * @param uri where everybody gets the first one, or null
     * @return the publication
     */
    public static Publication toPublication(
            String key, List<SourceRef> assets, AssetStatus status, @Nullable Instant at, @Nullable URI uri) {
        return new Publication(
                SourceRef.of(AssetMapper.SYSTEM, "publication:" + key),
                key,
                assets,
                Map.of(),
                status,
                List.of(),
                at,
                uri,
                Extensions.none());
    }

    /**
     * When the field of publications was changed.
     *
     * @param in the record
     * @param field the name of the field
     * @return the moment, or null
     */
    public static @Nullable Instant changedAt(WireRecord in, String field) {
        WireField found = FieldValues.field(in, field);
        WireValue value = found == null ? null : FieldValues.value(found, null);
        return value == null ? null : FieldValues.date(value.modifiedOn());
    }
}
