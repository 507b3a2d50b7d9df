package dev.contentconnect.aprimo.pm.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A commitment to be made or to be written anew. What is wrong with its amounts is said before anything is sent: see
 * {@link Commitments#create}.
 *
 * @param currency an ISO 4217 code such as {@code EUR}; the service knows currencies by ids, which the option {@code pmCurrencies}
 *     lists
 * @param items its lines, one at least
 * @param others further members by the service's names, for example {@code supplierId}; no amounts
 */
public record CommitmentDraft(@Nullable String currency, List<Line> items, Map<String, Object> others) {
    /**
     * Makes the draft; collections are copied.
     *
     * @param currency an ISO 4217 code such as {@code EUR}
     * @param items its lines
     * @param others further members by the service's names
     */
    public CommitmentDraft {
        items = List.copyOf(items);
        others = Map.copyOf(others);
    }

    /**
     * A line.
     *
     * @param activityId the campaign that pays
     * @param description what is paid for
     * @param quantity how many
     * @param price what one costs, in the currency of the draft
     * @param others further members by the service's names, for example {@code fiscalYearId}
     */
    public record Line(
            long activityId, String description, BigDecimal quantity, BigDecimal price, Map<String, Object> others) {
        /**
         * Makes the line; the map is copied.
         *
         * @param activityId the campaign that pays
         * @param description what is paid for
         * @param quantity how many
         * @param price what one costs
         * @param others further members by the service's names
         */
        public Line {
            others = Map.copyOf(others);
        }

        /**
         * A line of one piece.
         *
         * @param activityId the campaign that pays
         * @param description what is paid for
         * @param price what it costs
         * @return the line
         */
        public static Line of(long activityId, String description, BigDecimal price) {
            return new Line(activityId, description, BigDecimal.ONE, price, Map.of());
        }
    }
}
