package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;

/** Grants made of others. */
final class Grants {
    private Grants() {}

    /** The same grant in other places and at other times. */
    static RightsGrant within(RightsGrant grant, Territories where, Validity when) {
        return new RightsGrant(
                grant.name(),
                where,
                grant.terms(),
                when,
                grant.firstUseBy(),
                grant.editorialOnly(),
                grant.limits(),
                grant.exclusivities(),
                grant.extensions());
    }
}
