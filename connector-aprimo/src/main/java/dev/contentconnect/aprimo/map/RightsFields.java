package dev.contentconnect.aprimo.map;

import dev.contentconnect.core.json.FlatRights;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which fields hold rights. Aprimo has no rights of its own; tenants define fields, so none are assumed. */
public final class RightsFields {
    /** The overall word; text or an option. */
    public static final String STATUS = FlatRights.STATUS;

    /** Who owns the rights; text. */
    public static final String HOLDER = FlatRights.HOLDER;

    /** The terms; text. */
    public static final String USAGE_TERMS = FlatRights.USAGE_TERMS;

    /** From when; a date, or a date and time. */
    public static final String VALID_FROM = FlatRights.VALID_FROM;

    /** Until when; a date, which is the last day, or a date and time. */
    public static final String VALID_UNTIL = FlatRights.VALID_UNTIL;

    /** Where; a list of texts, options or classifications. */
    public static final String TERRITORIES = FlatRights.TERRITORIES;

    /** The whole record; text of many lines. */
    public static final String RECORD = FlatRights.RECORD;

    /** Why the asset is blocked; text. Empty while it is not. */
    public static final String BLOCK = "block";

    /** All names. */
    public static final Set<String> NAMES = Collections.unmodifiableSet(
            new TreeSet<>(List.of(STATUS, HOLDER, USAGE_TERMS, VALID_FROM, VALID_UNTIL, TERRITORIES, RECORD, BLOCK)));

    private RightsFields() {}
}
