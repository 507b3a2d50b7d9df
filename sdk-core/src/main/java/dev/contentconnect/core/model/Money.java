package dev.contentconnect.core.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of a currency. Never a binary fraction, never without its currency.
 *
 * @param amount the amount, with as many decimals as were given
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
    private static final int MAX_SCALE = 100;

    /**
     * Makes an amount of a currency.
     *
     * @param amount the amount, with as many decimals as were given
     * @param currency ISO 4217
     * @throws IllegalArgumentException when the amount has more than 100 decimals, or ends in more than 100 zeros that are
     *     not written out
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        // 1E+2000000000 is short to read and two gigabytes to write out.
        if (amount.scale() < -MAX_SCALE || amount.scale() > MAX_SCALE) {
            throw new IllegalArgumentException("not an amount of money: more than " + MAX_SCALE + " zeros or decimals");
        }
    }

    /**
     * Money from text.
     *
     * @param amount a decimal number such as {@code 1250.00}
     * @param currency an ISO 4217 code such as {@code EUR}
     * @return the money
     * @throws IllegalArgumentException when the amount is not a decimal number or the code not a currency
     */
    public static Money of(String amount, String currency) {
        try {
            return new Money(new BigDecimal(amount.strip()), Currency.getInstance(currency));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a decimal amount: " + Words.quoted(amount), e);
        }
    }

    /**
     * The sum.
     *
     * @param other money of the same currency
     * @return this plus the other, exactly
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /**
     * Whether this is more.
     *
     * @param other money of the same currency
     * @return true when this amount is the larger one; {@code 1.0} and {@code 1.00} are equal
     * @throws IllegalArgumentException when the currencies differ
     */
    public boolean exceeds(Money other) {
        return amount.compareTo(sameCurrency(other).amount) > 0;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot compare " + currency + " with " + other.currency);
        }
        return other;
    }

    /** For example {@code 1250.00 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
