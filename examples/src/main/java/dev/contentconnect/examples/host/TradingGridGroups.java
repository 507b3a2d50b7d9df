package dev.contentconnect.examples.host;

import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.tv.PartnerGroups;
import dev.contentconnect.tradinggrid.PartnerRules;

/**
 * Groups as rows of a cross-reference table of Cartographer, the one thing of Trading Grid that can be written:
 * {@code connector.rules().orElseThrow()}.
 *
 * @param rules the table
 */
public record TradingGridGroups(PartnerRules rules) implements PartnerGroups {

    @Override
    public void grant(SourceRef partner, Segment group, String note) {
        rules.grant(partner, group, note);
    }

    @Override
    public void revoke(SourceRef partner, Segment group) {
        rules.revoke(partner, group);
    }
}
