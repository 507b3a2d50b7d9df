package dev.contentconnect.examples.flows.localisation;

import dev.contentconnect.core.model.Segment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one market needs.
 *
 * @param market the sales market, for example {@code AT}; never blank
 * @param language IETF language tag such as {@code de-AT}; never blank
 * @param audience to whom the localised version may be distributed, in the kinds of segments that the library keeps; its
 *     regions, or without any the market, are where the rights of the master are passed on
 * @param legalCheck whether legal of the market decides as well
 * @param translateBy when the translation is due, or null
 * @param adaptBy when the adaptation is due, or null
 * @param approveBy when the market's decision is due, or null
 */
public record MarketPlan(
        String market,
        String language,
        List<Segment> audience,
        boolean legalCheck,
        @Nullable Instant translateBy,
        @Nullable Instant adaptBy,
        @Nullable Instant approveBy) {

    /**
     * Makes a plan; the list is copied.
     *
     * @throws IllegalArgumentException when {@code market} or {@code language} is blank
     */
    public MarketPlan {
        audience = List.copyOf(audience);
        if (market.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a plan names a market and a language");
        }
    }

    /**
     * Tells the plans of an order apart: a market may need several languages.
     *
     * @return market and language, for example {@code AT/de-AT}
     */
    public String id() {
        return market + "/" + language;
    }

    /** Who decides. */
    List<String> stakeholders() {
        return legalCheck ? List.of("legal", "regional") : List.of("regional");
    }
}
