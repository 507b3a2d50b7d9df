package dev.contentconnect.tradinggrid.map;

import java.util.Map;
import java.util.Set;

/** What the partner directory calls things. Its shape is not published; the name is what the search by name calls it. */
public final class PartnerFields {
    /** What a partner is identified by. */
    public static final String ID = "id";

    /** What people call it. */
    public static final String NAME = "name";

    /** Where notices go. */
    public static final String EMAIL = "email";

    /** Its EDI address. */
    public static final String ADDRESS = "address";

    /** Whether the relation is in force. */
    public static final String STATUS = "status";

    /** The member that a partner can be asked for by. */
    public static final String SEARCHED = "partnerCompanyName";

    /** All names. */
    public static final Set<String> NAMES = Set.of(ID, NAME, EMAIL, ADDRESS, STATUS);

    /** Members until configured otherwise: a partner is known by its name, the only thing it can be asked for by. */
    public static final Map<String, String> DEFAULTS =
            Map.of(ID, SEARCHED, NAME, SEARCHED, EMAIL, "email", ADDRESS, "ediAddress", STATUS, "status");

    private PartnerFields() {}
}
