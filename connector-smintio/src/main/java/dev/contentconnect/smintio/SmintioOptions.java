package dev.contentconnect.smintio;

import dev.contentconnect.core.auth.TokenStore;
import dev.contentconnect.core.config.ConfigCheck;
import dev.contentconnect.core.config.OptionReader;
import dev.contentconnect.core.config.Pairs;
import dev.contentconnect.core.config.Secret;
import dev.contentconnect.core.model.Segment;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads options that are more than a word, and checks all of them. */
final class SmintioOptions {
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
    private static final String PRIVATE =
            "is required: Smint.io does not publish this path; take it from the interface description that you get from them";

    private SmintioOptions() {}

    /** Where the parts of a tenant are until told otherwise. */
    record Hosts(URI identity, URI licensing, URI frontend, URI backend, URI admin) {
        static @Nullable Hosts of(@Nullable String tenant) {
            if (tenant == null || !TENANT.matcher(tenant).matches()) {
                return null;
            }
            return new Hosts(
                    URI.create("https://" + tenant + ".smint.io"),
                    URI.create("https://" + tenant + ".clapi.smint.io/consumer/v1"),
                    URI.create("https://" + tenant + ".portalsapife.smint.io/frontend/v1"),
                    URI.create("https://" + tenant + ".portalsapib.smint.io/backend/v1"),
                    URI.create("https://" + tenant + ".portal-api.smint.io/portal/v1"));
        }
    }

    /** What a login needs. */
    record Login(
            @Nullable String tenant,
            @Nullable String clientId,
            @Nullable Secret clientSecret,
            @Nullable URI redirectUri,
            @Nullable TokenStore tokens,
            @Nullable TokenStore portalTokens) {}

    static @Nullable List<String> list(OptionReader in, String name) {
        return in.optional(name, text -> List.copyOf(OptionReader.split(text)), "words with commas between them");
    }

    static @Nullable Map<Segment, String> audiences(OptionReader in) {
        return in.optional(
                "audiences",
                text -> Pairs.bySegment(text, Function.identity()),
                "pairs such as region/Austria=<user group> with commas between them");
    }

    static @Nullable Map<Segment, Map<String, Object>> filters(OptionReader in) {
        return in.optional(
                "segmentFilters",
                text -> Pairs.bySegment(text, SmintioOptions::filter),
                "pairs such as region/Austria=<filter>:<value> with commas between them");
    }

    /** For values that are plain words; others need the builder. */
    private static Map<String, Object> filter(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("not a filter");
        }
        return Map.of(
                "id",
                text.substring(0, colon),
                "dataType",
                "string_array",
                "stringArrayValue",
                List.of(text.substring(colon + 1)));
    }

    static ConfigCheck check(
            ConfigCheck check,
            Login login,
            @Nullable LicensingConfig licensing,
            @Nullable PortalConfig portal,
            AdminConfig admin) {
        check.required("tenant", login.tenant());
        if (login.tenant() != null && !TENANT.matcher(login.tenant()).matches()) {
            check.problem("tenant", "must be the first part of the tenant's address: letters, digits and dashes");
        }
        check.required("clientId", login.clientId());
        check.required("clientSecret", login.clientSecret());
        check.required("redirectUri", login.redirectUri());
        check.redirect("redirectUri", login.redirectUri());
        if (licensing == null && portal == null && login.tokens() == null) {
            check.problem("purchasesPath", "or portalUrl is required: there is nothing to reach yet");
        }
        if (licensing != null) {
            licensing(check, licensing);
            store(check, "tokens", login.tokens());
        }
        if (portal != null) {
            portal(check, portal);
            store(check, "portalTokens", login.portalTokens());
        }
        check.address("backendEndpoint", admin.backendEndpoint());
        check.address("adminEndpoint", admin.adminEndpoint());
        template(check, "backendGroupPath", admin.backendGroupPath(), "{userGroupUuid}");
        template(check, "frontendGroupPath", admin.frontendGroupPath(), "{userGroupUuid}", "{portalUuid}");
        return check;
    }

    private static void store(ConfigCheck check, String option, @Nullable TokenStore store) {
        if (store == null) {
            check.problem(option, "is required, or tokenFolder: somebody logs in once and the login is kept there");
        }
    }

    private static void licensing(ConfigCheck check, LicensingConfig licensing) {
        check.address("licensingEndpoint", licensing.endpoint());
        secretPath(check, "metadataPath", licensing.metadataPath());
        secretPath(check, "purchasesPath", licensing.purchasesPath());
        secretPath(
                check,
                "binariesPath",
                licensing.binariesPath(),
                "{cartPurchaseTransactionUuid}",
                "{licensePurchaseTransactionUuid}");
        check.range("scanPages", licensing.scanPages(), 1, 100_000);
    }

    private static void portal(ConfigCheck check, PortalConfig portal) {
        check.required("portalUrl", portal.portalUrl());
        check.address("portalUrl", portal.portalUrl());
        check.address("frontendEndpoint", portal.endpoint());
        check.word("portalUuid", portal.portalUuid());
        check.wordIfGiven("searchPageUuid", portal.searchPageUuid());
        check.wordIfGiven("reviewCollection", portal.reviewCollection());
        check.wordIfGiven("pendingCollection", portal.pendingCollection());
        template(check, "payloadPath", portal.payloadPath());
        check.range("collectionsFirstPage", portal.collectionsFirstPage(), 0, 1);
        // At least a second between two looks, and never longer and longer: the vendor asks for both.
        if (portal.pollEvery().compareTo(Duration.ofSeconds(1)) < 0
                || portal.pollEvery().compareTo(Duration.ofSeconds(60)) > 0) {
            check.problem("pollEvery", "must be from 1 to 60 seconds");
        }
        check.positive("taskTimeout", portal.taskTimeout());
        if (portal.publicationShare() != null) {
            check.positive("publicationShare", portal.publicationShare());
        }
        portal.segmentFilters().forEach((segment, filter) -> {
            if (!(filter.get("id") instanceof String) || !(filter.get("dataType") instanceof String)) {
                check.problem("segmentFilters", "must have id and dataType for " + segment.value());
            }
        });
    }

    private static void secretPath(ConfigCheck check, String option, @Nullable String path, String... names) {
        if (path == null || path.isBlank()) {
            check.problem(option, PRIVATE);
        } else {
            template(check, option, path, names);
        }
    }

    private static void template(ConfigCheck check, String option, @Nullable String path, String... names) {
        if (path == null) {
            return;
        }
        check.path(option, path);
        for (String name : names) {
            if (!path.contains(name)) {
                check.problem(option, "must hold " + name);
            }
        }
    }
}
