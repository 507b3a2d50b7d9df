package dev.contentconnect.aprimo.pm.map;

import dev.contentconnect.aprimo.pm.api.CommitmentDraft;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds amounts to what the service keeps exactly: two decimals at most, and one currency that it knows. */
public final class MoneyRules {
    private static final int MOST_DECIMALS = 2;

    private MoneyRules() {}

    /**
     * What is wrong with an amount.
     *
     * @param code for programs
     * @param why for people
     */
    public record Problem(String code, String why) {}

    /**
     * The body of a commitment.
     *
     * @param draft the commitment
     * @param currencies the currencies that the service knows, by their ids
     * @return the members to send, or what is wrong
     */
    public static Either<Problem, Map<String, Object>> body(CommitmentDraft draft, Map<String, Currency> currencies) {
        String code = draft.currency();
        if (code == null || code.isBlank()) {
            return wrong("currency_missing", "an amount needs a currency");
        }
        if (draft.items().isEmpty()) {
            return wrong("items_missing", "a commitment has at least one line");
        }
        String id = idOf(code, currencies);
        if (id == null) {
            return wrong("currency_unknown", "the option pmCurrencies has no id for this currency");
        }
        for (CommitmentDraft.Line line : draft.items()) {
            Problem problem = problem(line.price(), currencies.get(id));
            if (problem == null && line.quantity().signum() < 0) {
                problem = new Problem("amount_negative", "a quantity below zero");
            }
            if (problem != null) {
                return Either.left(problem);
            }
        }
        Map<String, Object> out = new LinkedHashMap<>(draft.others());
        out.put("currencyCode", Long.valueOf(id));
        out.put("commitmentItems", lines(draft.items()));
        return Either.right(out);
    }

    private static List<Object> lines(List<CommitmentDraft.Line> items) {
        List<Object> out = new ArrayList<>();
        for (CommitmentDraft.Line one : items) {
            Map<String, Object> line = new LinkedHashMap<>(one.others());
            line.put("activityId", one.activityId());
            line.put("description", one.description());
            line.put("quantity", one.quantity());
            line.put("price", one.price());
            out.add(line);
        }
        return out;
    }

    /**
     * What is wrong with an amount.
     *
     * @param amount the amount
     * @param currency its currency, or null
     * @return the problem, or null when there is none
     */
    public static @Nullable Problem problem(BigDecimal amount, @Nullable Currency currency) {
        if (currency == null) {
            return new Problem("currency_missing", "an amount needs a currency");
        }
        int most = Math.min(MOST_DECIMALS, Math.max(0, currency.getDefaultFractionDigits()));
        if (amount.signum() != 0 && amount.stripTrailingZeros().scale() > most) {
            return new Problem("amount_decimals", "an amount of " + currency + " has at most " + most + " decimals");
        }
        return amount.signum() < 0 ? new Problem("amount_negative", "an amount below zero") : null;
    }

    private static @Nullable String idOf(String code, Map<String, Currency> currencies) {
        return currencies.entrySet().stream()
                .filter(one -> one.getValue().getCurrencyCode().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static <T> Either<Problem, T> wrong(String code, String why) {
        return Either.left(new Problem(code, why));
    }
}
