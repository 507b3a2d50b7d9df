package dev.contentconnect.core.spi;

import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Knows budgets, and records decisions on them.
 */
public interface BudgetDesk {
    /**
     * One budget.
     *
     * @param budget its identity in this system
     * @return the budget, with exact amounts
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Budget get(SourceRef budget);

    /**
     * Budgets that changed. Lazy.
     *
     * @param changedSince at or after; null for all; {@link NotOffered} where the system cannot narrow by it
     * @return the budgets
     * @throws dev.contentconnect.core.error.ConnectorException Rejected, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Paged<Budget> budgets(@Nullable Instant changedSince);

    /**
     * Records a decision on an overrun. The same decision again changes nothing.
     *
     * @param budget its identity in this system
     * @param decision what, by whom and why
     * @return the budget afterwards
     * @throws dev.contentconnect.core.error.ConnectorException NotFound, Rejected, Conflict, RateLimited, Unauthenticated, Forbidden, Unavailable, TimedOut, Undecodable
     */
    Budget decide(SourceRef budget, Decision decision);
}
