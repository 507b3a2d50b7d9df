package dev.contentconnect.tradinggrid;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import java.util.Map;

/** Writes which partner belongs to which audience into the table of Cartographer. Safe for several threads. */
public final class PartnerRules {
    private final Audiences.Table table;

    PartnerRules(Audiences.Table table) {
        this.table = table;
    }

    /**
     * Lets a partner have what an audience gets. Doing so twice changes nothing.
     *
     * @param partner the partner
     * @param segment the audience
     * @param note why, for people; stands at index 1 of the row
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, also with the code {@code header_config}; Conflict,
     *     RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    public void grant(SourceRef partner, Segment segment, String note) {
        String key = table.key(partner.idIn(TradingGridConnector.SYSTEM), segment);
        table.client().crossReferences().write(table.solution(), table.entity(), key, Map.of(1, note));
    }

    /**
     * Takes an audience away from a partner. Doing so twice changes nothing.
     *
     * @param partner the partner
     * @param segment the audience
     * @throws dev.contentconnect.core.error.ConnectorException as for {@link #grant}
     */
    public void revoke(SourceRef partner, Segment segment) {
        String key = table.key(partner.idIn(TradingGridConnector.SYSTEM), segment);
        table.client().crossReferences().delete(table.solution(), table.entity(), key);
    }
}
