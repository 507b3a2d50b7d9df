package dev.contentconnect.iconik.map;

import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireValues;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rights are metadata that the tenant defines, and the block, which is iconik's own. */
public final class RightsMapper {
    private static final Set<String> LIMITS = Set.of("limit_download_to_groups");

    private RightsMapper() {}

    /**
     * The canonical form of the rights of an asset.
     *
     * @param id the asset
     * @param asset the asset, for the block
     * @param values its metadata in the view of rights, or null where there are none
     * @param fields canonical name to field, see {@link RightsFields}
     * @return the rights; a block goes before every status that would let
     */
    public static RightsRecord toRights(
            String id, WireAsset asset, @Nullable WireValues values, Map<String, String> fields) {
        SourceRef ref = SourceRef.of(AssetMapper.SYSTEM, id);
        RightsRecord.Builder out = fieldRights(ref, values, fields);
        RightsRecord read = out.build();
        if (Boolean.TRUE.equals(asset.isBlocked()) && !read.status().forbids()) {
            out.status(RightsStatus.BLOCKED);
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        if (Reading.text(asset.warning()) != null) {
            own.put("warning", asset.warning());
        }
        LIMITS.forEach(name -> {
            if (asset.rest().get(name) != null) {
                own.put(name, asset.rest().get(name));
            }
        });
        return out.updatedAt(later(
                        Reading.date(asset.dateModified()),
                        values == null ? null : Reading.date(values.dateModified())))
                .extensions(read.extensions().with(AssetMapper.SYSTEM, own))
                .build();
    }

    /** A block is a change of the asset, a field one of the metadata. */
    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static RightsRecord.Builder fieldRights(
            SourceRef ref, @Nullable WireValues values, Map<String, String> fields) {
        Map<String, List<Object>> all = values == null ? Map.of() : values.fields();
        return FlatRights.read(ref, name -> Reading.texts(all.get(fields.get(name))), kept(fields));
    }

    private static Set<String> kept(Map<String, String> fields) {
        Set<String> out = new LinkedHashSet<>(fields.keySet());
        out.remove(RightsFields.BLOCK);
        out.remove(RightsFields.WARNING);
        return out;
    }

    /**
     * The status that the fields say, without the block.
     *
     * @param id the id of the asset
     * @param values the metadata in the view of rights, or null where there are none
     * @param fields canonical name to field
     * @return the status
     */
    public static RightsStatus fieldStatus(String id, @Nullable WireValues values, Map<String, String> fields) {
        return fieldRights(SourceRef.of(AssetMapper.SYSTEM, id), values, fields)
                .build()
                .status();
    }

    /**
     * Whether the fields say afterwards what was to be written; the block stands apart.
     *
     * @param wanted what was to be written
     * @param values what the fields hold now
     * @param fields canonical names to fields
     * @return false where the view left a part of it out
     */
    public static boolean isKept(RightsRecord wanted, @Nullable WireValues values, Map<String, String> fields) {
        RightsRecord read = fieldRights(wanted.asset(), values, fields).build();
        return read.status().equals(wanted.status())
                && read.grants().equals(wanted.grants())
                && read.prohibitions().equals(wanted.prohibitions());
    }

    /**
     * The fields to write.
     *
     * @param rights all that should hold
     * @param fields canonical name to field
     * @return field to values; what iconik adds itself is left out
     */
    public static Map<String, List<String>> toMetadata(RightsRecord rights, Map<String, String> fields) {
        RightsRecord plain = rights.toBuilder()
                .extensions(rights.extensions().with(AssetMapper.SYSTEM, Map.of()))
                .build();
        Map<String, List<String>> out = new LinkedHashMap<>();
        FlatRights.of(plain).forEach((name, values) -> {
            String field = fields.get(name);
            if (field != null) {
                out.put(field, values);
            }
        });
        return out;
    }

    /**
     * Whether the fields can hold rights. Without a field for the whole record they hold a part of them only.
     *
     * @param rights all that should hold; the identity of an asset of this system
     * @param fields canonical name to field
     * @return true when reading them back would give the same
     */
    public static boolean holds(RightsRecord rights, Map<String, String> fields) {
        RightsRecord plain = rights.toBuilder()
                .updatedAt(null)
                .extensions(rights.extensions().with(AssetMapper.SYSTEM, Map.of()))
                .build();
        Map<String, List<String>> flat = FlatRights.of(plain);
        return FlatRights.read(rights.asset(), name -> flat.getOrDefault(name, List.of()), kept(fields))
                .build()
                .equals(plain);
    }
}
