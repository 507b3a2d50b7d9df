package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.json.FlatRights;
import java.util.Map;
import java.util.Set;

/** Where the parts of rights stand in a row of a cross-reference table. */
public final class RightsColumns {
    /** Why the asset is blocked; with a value it is. */
    public static final String BLOCK = "block";

    /** Index of each value until configured otherwise. */
    public static final Map<String, Integer> DEFAULTS = Map.of(
            FlatRights.STATUS,
            1,
            FlatRights.HOLDER,
            2,
            FlatRights.USAGE_TERMS,
            3,
            FlatRights.VALID_FROM,
            4,
            FlatRights.VALID_UNTIL,
            5,
            FlatRights.TERRITORIES,
            6,
            FlatRights.RECORD,
            7,
            BLOCK,
            8);

    /** All names. */
    public static final Set<String> NAMES = DEFAULTS.keySet();

    private RightsColumns() {}
}
