package dev.contentconnect.smintio.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A licence purchase transaction. A member that is missing is unknown, and neither false nor zero.
 *
 * @param uuid its id
 * @param cartUuid the id of the cart, which its binaries are asked by
 * @param reusedUuid the purchase that is used once more, or null
 * @param state purchase_phase_1, purchase_phase_2, downloading, finalizing, completed, error, cancelled
 * @param projectUuid the campaign or client's project
 * @param projectName by culture
 * @param collectionUuid the collection it was bought from
 * @param collectionName by culture
 * @param totalPriceEur exact, of up to 28 digits
 * @param totalPriceUsd exact, of up to 28 digits
 * @param content what was bought; nothing is known of a purchase without
 * @param offering what was offered
 * @param purchasedAt when it was bought
 * @param completedAt when the purchase was complete
 * @param purchasedBy who bought it
 * @param purchasedByName the buyer's name
 * @param licenseeUuid the legal entity that holds the licence
 * @param licenseeName its name
 * @param licenseText the text of the licence
 * @param licenseTerms the terms, as they were when it was bought
 * @param constraints the most that the licence lets
 * @param currentDownloads downloads so far
 * @param currentUsers users so far
 * @param currentReuses reuses so far
 * @param isPotentiallyRestrictive whether the service sees restrictions
 * @param canBeSynced whether there are binaries to fetch
 * @param version counts changes
 * @param createdAt when it appeared
 * @param lastUpdatedAt when it last changed
 * @param rest members this SDK hands on as they are
 */
public record WirePurchase(
        @Nullable String uuid,

        @JsonProperty("cart_purchase_transaction_uuid") @Nullable String cartUuid,

        @JsonProperty("reused_license_purchase_transaction_uuid") @Nullable String reusedUuid,

        @Nullable String state,
        @JsonProperty("project_uuid") @Nullable String projectUuid,
        @JsonProperty("project_name") @Nullable List<@Nullable WireText> projectName,
        @JsonProperty("collection_uuid") @Nullable String collectionUuid,
        @JsonProperty("collection_name") @Nullable List<@Nullable WireText> collectionName,
        @JsonProperty("total_price_eur") @Nullable BigDecimal totalPriceEur,
        @JsonProperty("total_price_usd") @Nullable BigDecimal totalPriceUsd,
        @JsonProperty("content_element") @Nullable WireContent content,
        @Nullable WireOffering offering,
        @JsonProperty("purchased_at") @Nullable Object purchasedAt,
        @JsonProperty("completed_at") @Nullable Object completedAt,
        @JsonProperty("purchased_by_user_uuid") @Nullable String purchasedBy,
        @JsonProperty("purchased_by_user_name") @Nullable String purchasedByName,
        @JsonProperty("licensee_uuid") @Nullable String licenseeUuid,
        @JsonProperty("licensee_name") @Nullable String licenseeName,
        @JsonProperty("license_text") @Nullable WireLicenseText licenseText,
        @JsonProperty("license_terms") @Nullable List<@Nullable WireTerm> licenseTerms,

        @JsonProperty("license_download_constraints") @Nullable WireConstraints constraints,

        @JsonProperty("current_downloads") @Nullable Long currentDownloads,
        @JsonProperty("current_users") @Nullable Long currentUsers,
        @JsonProperty("current_reuses") @Nullable Long currentReuses,

        @JsonProperty("has_potentially_restrictive_license_terms") @Nullable Boolean isPotentiallyRestrictive,

        @JsonProperty("can_be_synced") @Nullable Boolean canBeSynced,
        @Nullable Long version,
        @JsonProperty("created_at") @Nullable Object createdAt,
        @JsonProperty("last_updated_at") @Nullable Object lastUpdatedAt,
        @JsonAnySetter @JsonAnyGetter @Nullable Map<String, @Nullable Object> rest) {}
