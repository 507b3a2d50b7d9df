package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was offered. What the purchase says itself goes before it.
 *
 * @param licenseType royalty_free, rights_managed or rights_ready
 * @param isEditorialUse whether for news and education only
 * @param licenseText the text of the licence
 * @param licenseUrls where the licence stands
 * @param licenseTerms terms without dates
 * @param constraints the most that the licence lets
 * @param rest members this SDK hands on as they are
 */
public record WireOffering(
        @JsonProperty("license_type") @Nullable String licenseType,
        @JsonProperty("is_editorial_use") @Nullable Boolean isEditorialUse,
        @JsonProperty("license_text") @Nullable WireLicenseText licenseText,
        @JsonProperty("license_urls") @Nullable List<@Nullable WireElement> licenseUrls,

        @JsonProperty("license_terms") @Nullable List<@Nullable WireTerm> licenseTerms,

        @JsonProperty("license_download_constraints") @Nullable WireConstraints constraints,

        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
