package dev.contentconnect.vip.map;

import dev.contentconnect.core.json.FlatRights;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.vip.wire.WireMedia;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Rights as registered meta. Six fields are for people and other programs; a seventh holds the whole record, which counts
 * only as far as the six still say what it says: what people changed goes before.
 */
public final class RightsMapper {
    private static final Map<String, String> FIELDS = Map.of(
            FlatRights.STATUS, Profile.RIGHTS_STATUS,
            FlatRights.HOLDER, Profile.RIGHTS_HOLDER,
            FlatRights.USAGE_TERMS, Profile.USAGE_TERMS,
            FlatRights.VALID_FROM, Profile.VALID_FROM,
            FlatRights.VALID_UNTIL, Profile.VALID_UNTIL,
            FlatRights.TERRITORIES, Profile.TERRITORIES,
            FlatRights.RECORD, Profile.RIGHTS_JSON);

    private RightsMapper() {}

    /**
     * The canonical form of the rights of an asset.
     *
     * @param root the attachment that stands for it
     * @return the rights; a date that cannot be read makes a status unknown that does not forbid, and is kept among the
     *     extensions
     */
    public static RightsRecord toRights(WireMedia root) {
        SourceRef ref = SourceRef.of(AssetMapper.SYSTEM, Long.toString(root.id()));
        Fields meta = new Fields(root.metaFields());
        return FlatRights.read(ref, name -> values(meta, name), FIELDS.keySet())
                .updatedAt(Fields.date(root.modifiedGmt()))
                .build();
    }

    private static List<String> values(Fields meta, String name) {
        String field = field(name);
        if (name.equals(FlatRights.TERRITORIES)) {
            return meta.texts(field);
        }
        String text = meta.text(field);
        return text == null ? List.of() : List.of(text);
    }

    private static String field(String name) {
        return Objects.requireNonNull(FIELDS.get(name), name);
    }

    /**
     * The fields to write.
     *
     * @param rights all that should hold
     * @return meta by name; what the six fields have no place for is in the seventh alone
     */
    public static Map<String, Object> toMeta(RightsRecord rights) {
        Map<String, Object> out = new LinkedHashMap<>();
        FlatRights.of(rights)
                .forEach((name, values) -> out.put(
                        field(name),
                        name.equals(FlatRights.TERRITORIES) ? values : values.isEmpty() ? "" : values.get(0)));
        return out;
    }
}
