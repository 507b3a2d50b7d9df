package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One licence term: a grant of its own. A list that is missing was not stated.
 *
 * @param sequenceNumber its place
 * @param name what it is called, by culture
 * @param exclusivities what is granted to this licensee alone
 * @param allowedUsages what it may be used for
 * @param restrictedUsages what it may not be used for
 * @param allowedSizes how large
 * @param restrictedSizes how large not
 * @param allowedPlacements where in the medium
 * @param restrictedPlacements where not in the medium
 * @param allowedDistributions how it may reach people
 * @param restrictedDistributions how it may not
 * @param allowedGeographies where in the world
 * @param restrictedGeographies where not in the world
 * @param allowedIndustries for whose trade
 * @param restrictedIndustries for whose trade not
 * @param allowedLanguages in which languages
 * @param restrictedLanguages in which not
 * @param usageLimits limits in words
 * @param validFrom its first moment
 * @param validUntil its end
 * @param toBeUsedUntil by when the first use must have been made
 * @param isEditorialUse whether for news and education only
 * @param rest members this SDK does not know
 */
public record WireTerm(
        @JsonProperty("sequence_number") @Nullable Integer sequenceNumber,
        @Nullable List<@Nullable WireText> name,
        @Nullable List<@Nullable String> exclusivities,
        @JsonProperty("allowed_usages") @Nullable List<@Nullable String> allowedUsages,

        @JsonProperty("restricted_usages") @Nullable List<@Nullable String> restrictedUsages,

        @JsonProperty("allowed_sizes") @Nullable List<@Nullable String> allowedSizes,
        @JsonProperty("restricted_sizes") @Nullable List<@Nullable String> restrictedSizes,

        @JsonProperty("allowed_placements") @Nullable List<@Nullable String> allowedPlacements,

        @JsonProperty("restricted_placements") @Nullable List<@Nullable String> restrictedPlacements,

        @JsonProperty("allowed_distributions") @Nullable List<@Nullable String> allowedDistributions,

        @JsonProperty("restricted_distributions") @Nullable List<@Nullable String> restrictedDistributions,

        @JsonProperty("allowed_geographies") @Nullable List<@Nullable String> allowedGeographies,

        @JsonProperty("restricted_geographies") @Nullable List<@Nullable String> restrictedGeographies,

        @JsonProperty("allowed_industries") @Nullable List<@Nullable String> allowedIndustries,

        @JsonProperty("restricted_industries") @Nullable List<@Nullable String> restrictedIndustries,

        @JsonProperty("allowed_languages") @Nullable List<@Nullable String> allowedLanguages,

        @JsonProperty("restricted_languages") @Nullable List<@Nullable String> restrictedLanguages,

        @JsonProperty("usage_limits") @Nullable List<@Nullable String> usageLimits,
        @JsonProperty("valid_from") @Nullable Object validFrom,
        @JsonProperty("valid_until") @Nullable Object validUntil,
        @JsonProperty("to_be_used_until") @Nullable Object toBeUsedUntil,
        @JsonProperty("is_editorial_use") @Nullable Boolean isEditorialUse,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
