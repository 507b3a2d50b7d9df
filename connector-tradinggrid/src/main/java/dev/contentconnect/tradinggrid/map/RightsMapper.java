package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireXrefEntry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a cross-reference table as rights. */
public final class RightsMapper {
    private static final String BETWEEN = ";";

    private RightsMapper() {}

    /**
     * The rights that a row holds.
     *
     * @param asset whose they are
     * @param row the row, or null where there is none: the rights are then unknown
     * @param columns canonical name to index
     * @return the rights; blocked where the row says why
     */
    public static RightsRecord toRights(SourceRef asset, @Nullable WireXrefEntry row, Map<String, Integer> columns) {
        RightsRecord.Builder out = underneath(asset, row, columns);
        String block = blockReason(row, columns);
        RightsRecord read = out.build();
        if (block == null) {
            return read;
        }
        return out.status(read.status().forbids() ? read.status() : RightsStatus.BLOCKED)
                .extensions(read.extensions().with(Meaning.SYSTEM, Map.of("block", block)))
                .build();
    }

    private static RightsRecord.Builder underneath(
            SourceRef asset, @Nullable WireXrefEntry row, Map<String, Integer> columns) {
        String key = row == null ? null : row.key();
        SourceRef own = key == null ? asset : ofRow(key);
        return FlatRights.read(own, name -> values(row, columns, name), kept(columns)).build().toBuilder(asset);
    }

    /** Many files carry one asset: the row is the asset's, whichever of them it was read for. */
    private static SourceRef ofRow(String key) {
        return SourceRef.of(Meaning.SYSTEM, key);
    }

    private static List<String> values(@Nullable WireXrefEntry row, Map<String, Integer> columns, String name) {
        Integer index = columns.get(name);
        String value = row == null || index == null ? null : row.at(index);
        if (value == null) {
            return List.of();
        }
        return name.equals(FlatRights.TERRITORIES)
                ? Stream.of(value.split(BETWEEN, -1))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList()
                : List.of(value);
    }

    private static Set<String> kept(Map<String, Integer> columns) {
        Set<String> out = new LinkedHashSet<>(columns.keySet());
        out.remove(RightsColumns.BLOCK);
        return out;
    }

    /**
     * Why an asset is blocked.
     *
     * @param row the row, or null
     * @param columns canonical name to index
     * @return the reason; null when it is not
     */
    public static @Nullable String blockReason(@Nullable WireXrefEntry row, Map<String, Integer> columns) {
        Integer index = columns.get(RightsColumns.BLOCK);
        return row == null || index == null ? null : row.at(index);
    }

    /**
     * The word under a block.
     *
     * @param asset whose rights they are
     * @param row the row, or null
     * @param columns canonical name to index
     * @return the status that counts when the block is lifted
     */
    public static RightsStatus statusUnderneath(
            SourceRef asset, @Nullable WireXrefEntry row, Map<String, Integer> columns) {
        return underneath(asset, row, columns).build().status();
    }

    /**
     * The values to write.
     *
     * @param key of the row
     * @param rights all that should hold, without a block
     * @param block why the asset is blocked, or null when it is not
     * @param columns canonical name to index
     * @return index to value; an empty one clears it
     */
    public static Map<Integer, String> toValues(
            String key, RightsRecord rights, @Nullable String block, Map<String, Integer> columns) {
        Map<Integer, String> out = new LinkedHashMap<>();
        FlatRights.of(plain(rights).toBuilder(ofRow(key)).build()).forEach((name, values) -> {
            Integer index = columns.get(name);
            if (index != null) {
                out.put(index, String.join(BETWEEN, values));
            }
        });
        Integer index = columns.get(RightsColumns.BLOCK);
        if (index != null) {
            out.put(index, block == null ? "" : block);
        }
        return out;
    }

    /**
     * Whether a table has a place for rights.
     *
     * @param rights the rights, without a block
     * @param columns canonical name to index
     * @return true when what is read back is what was written
     */
    public static boolean holds(RightsRecord rights, Map<String, Integer> columns) {
        RightsRecord plain = plain(rights);
        Map<String, List<String>> flat = FlatRights.of(plain);
        return FlatRights.read(rights.asset(), name -> flat.getOrDefault(name, List.of()), kept(columns))
                .build()
                .equals(plain);
    }

    private static RightsRecord plain(RightsRecord rights) {
        return rights.toBuilder()
                .updatedAt(null)
                .extensions(rights.extensions().with(Meaning.SYSTEM, Map.of()))
                .build();
    }
}
