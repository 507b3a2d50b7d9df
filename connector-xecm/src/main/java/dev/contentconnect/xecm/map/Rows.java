package dev.contentconnect.xecm.map;

import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of sets: {@code category_set_row_attribute}, rows from 1 without gaps. */
public final class Rows {
    private Rows() {}

    /**
     * The rows of a set.
     *
     * @param values values of a node
     * @param set the set
     * @return each row by the keys of its attributes as the set has them; rows without any value are left out
     */
    public static List<WireFields> read(WireValues values, WireAttribute set) {
        List<WireFields> out = new ArrayList<>();
        for (long row : values.rows(setKey(set))) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            boolean any = false;
            for (WireAttribute member : set.members()) {
                Object value = values.fields().get(key(member, row));
                members.put(member.key(), value);
                any |= value != null && !value.toString().isBlank();
            }
            if (any) {
                out.add(WireFields.of(members));
            }
        }
        return List.copyOf(out);
    }

    /**
     * What to send so that a set holds some rows and no others.
     *
     * @param present how many rows it has now
     * @param set the set
     * @param rows each row by the keys of its attributes as the set has them
     * @return values by key; an empty text for each row that goes
     */
    public static Map<String, Object> write(long present, WireAttribute set, List<? extends Map<String, ?>> rows) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (WireAttribute member : set.members()) {
                Object value = rows.get(i).get(member.key());
                out.put(key(member, i + 1L), value == null ? "" : value);
            }
        }
        // The last one first: removing one moves those behind it.
        for (long row = present; row > rows.size(); row--) {
            out.put(setKey(set) + "_" + row, "");
        }
        return out;
    }

    /**
     * The key of a set without the row.
     *
     * @param set the set
     * @return {@code category_set}
     */
    public static String setKey(WireAttribute set) {
        String[] parts =
                (set.members().isEmpty() ? set.key() : set.members().get(0).key()).split("_", -1);
        return parts.length < 2 ? set.key() : parts[0] + "_" + parts[1];
    }

    private static String key(WireAttribute member, long row) {
        String[] parts = member.key().split("_", -1);
        return parts.length == 4 ? parts[0] + "_" + parts[1] + "_" + row + "_" + parts[3] : member.key();
    }
}
