package dev.contentconnect.iconik.map;

import dev.contentconnect.core.json.FlatRights;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which metadata fields hold rights. iconik has none of its own but the block; tenants define theirs, and these are the names
 * we use until told others.
 */
public final class RightsFields {
    /** The overall word; text. */
    public static final String STATUS = FlatRights.STATUS;

    /** Who owns the rights; text. */
    public static final String HOLDER = FlatRights.HOLDER;

    /** The terms; text. */
    public static final String USAGE_TERMS = FlatRights.USAGE_TERMS;

    /** From when; date and time. */
    public static final String VALID_FROM = FlatRights.VALID_FROM;

    /** Until when; date and time. */
    public static final String VALID_UNTIL = FlatRights.VALID_UNTIL;

    /** Where; text, several values. */
    public static final String TERRITORIES = FlatRights.TERRITORIES;

    /** The whole record; text. */
    public static final String RECORD = FlatRights.RECORD;

    /** The field that restricts the use of an asset; boolean; not used until named. */
    public static final String BLOCK = "block";

    /** The field that says why; text; not used until named. */
    public static final String WARNING = "warning";

    /** All names. */
    public static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(
            List.of(STATUS, HOLDER, USAGE_TERMS, VALID_FROM, VALID_UNTIL, TERRITORIES, RECORD, BLOCK, WARNING)));

    /** The fields we use until told others. */
    public static final Map<String, String> DEFAULTS = Map.of(
            STATUS, "RightsStatus",
            HOLDER, "RightsHolder",
            USAGE_TERMS, "UsageTerms",
            VALID_FROM, "RightsValidFrom",
            VALID_UNTIL, "RightsValidUntil",
            TERRITORIES, "RightsTerritories",
            RECORD, "RightsRecord");

    private RightsFields() {}

    /**
     * The defaults with others in their place.
     *
     * @param given canonical name to field; a blank field is not used
     * @return canonical name to field
     */
    public static Map<String, String> merged(Map<String, String> given) {
        return AssetFields.merged(DEFAULTS, given);
    }
}
