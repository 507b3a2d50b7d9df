package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.BudgetDesk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Budgets and decisions on them. */
record ReferenceBudgets(ReferenceClient client) implements BudgetDesk {
    @Override
    public Budget get(SourceRef budget) {
        return client.get("budgets.get", "budgets", budget, Budget.class);
    }

    @Override
    public Paged<Budget> budgets(@Nullable Instant changedSince) {
        Map<String, Object> filters = new LinkedHashMap<>();
        ReferenceApprovals.put(filters, "changedSince", changedSince);
        return client.list("budgets.list", "budgets", filters, 100, Budget.class);
    }

    @Override
    public Budget decide(SourceRef budget, Decision decision) {
        Map<String, @Nullable Object> read = client.get("budgets.decide", "budgets", budget);
        String wanted = decision.outcome().value();
        if (read.containsKey("decision")) {
            if (wanted.equals(read.get("status"))) {
                return client.to(Budget.class, "budgets.decide", read);
            }
            throw new ConnectorException(new ConnectorError.Conflict(Trace.local(
                    ReferenceConnector.SYSTEM, "budgets.decide", "decided already: " + read.get("status"))));
        }
        Map<String, Object> change = Map.of("status", wanted, "decision", PlainRecords.write(decision));
        return client.to(Budget.class, "budgets.decide", client.patch("budgets.decide", "budgets", read, change));
    }
}
