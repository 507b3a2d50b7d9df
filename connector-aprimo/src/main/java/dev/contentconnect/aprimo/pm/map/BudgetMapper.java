package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.pm.PmConfig;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.wire.PmObject;
import dev.contentconnect.aprimo.pm.wire.WireCommitment;
import dev.contentconnect.aprimo.pm.wire.WireFundingAccount;
import dev.contentconnect.aprimo.pm.wire.WireFundingSummary;
import dev.contentconnect.aprimo.pm.wire.WireLineItem;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Budget;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Money;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commitments and funding accounts to budgets, with exact amounts. An amount whose currency is not known is no amount. */
public final class BudgetMapper {
    private static final Set<String> COMMITMENT =
            Set.of("committedid", "totalamount", "proposedtotalamount", "totalpaidinvoice", "currencycode");

    private BudgetMapper() {}

    /**
     * The budget that a commitment is: planned is what a change that waits would make of it, committed what it is about, actual
     * what was paid.
     *
     * @param in the commitment
     * @param config currencies, statuses and the zone
     * @return the budget, or what is wrong with the commitment
     */
    public static Either<MappingIssue, Budget> toBudget(WireCommitment in, PmConfig config) {
        Long id = in.id();
        if (id == null || id < 1) {
            return Either.left(MappingIssue.of("committedId", "is missing"));
        }
        Amounts amounts = new Amounts(in.currency(), config.currencies(), "commitments/" + id);
        Money planned = amounts.money(in.proposedTotal());
        Money committed = amounts.money(in.total());
        Money actual = amounts.money(in.paid());
        if (amounts.problem != null) {
            return Either.left(amounts.problem);
        }
        String status = in.status();
        return Either.right(new Budget(
                PmRef.of(PmRef.COMMITMENTS, id).in(AssetMapper.SYSTEM),
                Objects.requireNonNullElse(in.number(), "commitment " + id),
                activity(in),
                planned,
                committed,
                actual,
                status == null ? null : config.commitmentStatuses().getOrDefault(status, status),
                PmTimes.read(in.modifiedDate(), config.zone()),
                Extensions.of(AssetMapper.SYSTEM, in.in().without(COMMITMENT))));
    }

    /** What all lines are about, where they agree. */
    private static @Nullable SourceRef activity(WireCommitment in) {
        List<Long> activities = in.items().stream()
                .map(WireLineItem::activityId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return activities.size() == 1 && activities.get(0) > 0
                ? PmRef.of(PmRef.ACTIVITIES, activities.get(0)).in(AssetMapper.SYSTEM)
                : null;
    }

    /**
     * The budget that a funding account is: planned is what was set aside with transfers, committed what was promised, actual
     * what was paid.
     *
     * @param in the account
     * @param summary what became of it
     * @param config currencies
     * @return the budget, or what is wrong with the account
     */
    public static Either<MappingIssue, Budget> toBudget(
            WireFundingAccount in, WireFundingSummary summary, PmConfig config) {
        Long id = in.id();
        if (id == null || id < 1) {
            return Either.left(MappingIssue.of("fundingAccountId", "is missing"));
        }
        Amounts amounts = new Amounts(in.currency(), config.currencies(), "funding-accounts/" + id);
        BigDecimal adjusted = summary.adjustedBudget();
        Money planned = amounts.money(adjusted != null ? adjusted : summary.budget());
        Money committed = amounts.money(summary.totalCommit());
        Money actual = amounts.money(summary.paid());
        if (amounts.problem != null) {
            return Either.left(amounts.problem);
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>(in.in().without(Set.of("fundingaccountid")));
        PmObject rest = summary.in();
        own.put("summary", rest.without(Set.of()));
        return Either.right(new Budget(
                PmRef.of(PmRef.FUNDING_ACCOUNTS, id).in(AssetMapper.SYSTEM),
                Objects.requireNonNullElse(in.title(), "funding account " + id),
                null,
                planned,
                committed,
                actual,
                in.status(),
                null,
                Extensions.of(AssetMapper.SYSTEM, own)));
    }

    /** Amounts of one object. */
    private static final class Amounts {
        private final @Nullable String currencyId;
        private final @Nullable Currency currency;
        private final String item;
        private @Nullable MappingIssue problem;

        Amounts(@Nullable String currencyId, Map<String, Currency> currencies, String item) {
            this.currencyId = currencyId;
            this.currency = currencyId == null ? null : currencies.get(currencyId);
            this.item = item;
        }

        @Nullable Money money(@Nullable BigDecimal amount) {
            if (amount == null) {
                return null;
            }
            if (currency == null) {
                String why = currencyId == null
                        ? "is missing, and an amount without it is none"
                        : "is an id that the option pmCurrencies does not name";
                problem = new MappingIssue("currencyCode", why, item);
                return null;
            }
            return new Money(amount, currency);
        }
    }
}
