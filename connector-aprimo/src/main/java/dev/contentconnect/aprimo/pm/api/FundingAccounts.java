package dev.contentconnect.aprimo.pm.api;

import dev.contentconnect.aprimo.pm.wire.WireFundingAccount;
import dev.contentconnect.aprimo.pm.wire.WireFundingSummary;

/** Budgets. No call lists them. */
public interface FundingAccounts {
    /**
     * One object.
     *
     * @param id the number of the object
     * @return the object
     */
    WireFundingAccount get(long id);

    /**
     * What became of a budget.
     *
     * @param id the number of the object
     * @return the amounts
     */
    WireFundingSummary summary(long id);
}
