package dev.contentconnect.aprimo.map;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields hold approvals. Aprimo casts no votes by REST and knows no approved version; tenants define fields for it, so
 * none are assumed.
 */
public final class ApprovalFields {
    /** Where the latest version stands: pending, approved, rejected …; text or an option. */
    public static final String STATUS = "status";

    /** The approvals themselves, a line each; text of many lines. */
    public static final String RECORD = "record";

    /** The id of the version that the last decision is about; text. */
    public static final String VERSION = "version";

    /** Who decided last; text. */
    public static final String APPROVER = "approver";

    /** When the last decision was made; a date and time. */
    public static final String DECIDED_ON = "decidedOn";

    /** Those without which there are no approvals. */
    public static final Set<String> NEEDED = Collections.unmodifiableSet(new TreeSet<>(List.of(STATUS, RECORD)));

    /** All names. */
    public static final Set<String> NAMES =
            Collections.unmodifiableSet(new TreeSet<>(List.of(STATUS, RECORD, VERSION, APPROVER, DECIDED_ON)));

    private ApprovalFields() {}
}
