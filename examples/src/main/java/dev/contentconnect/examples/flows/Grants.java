package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Validity;

/** Grants made of others. */
public final class Grants {
    private Grants() {}

    /**
     * The same grant in other places and at other times.
     *
     * @param grant what is granted
     * @param where in which places instead
     * @param when at which times instead
     * @return a copy
     */
    public static RightsGrant within(RightsGrant grant, Territories where, Validity when) {
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
