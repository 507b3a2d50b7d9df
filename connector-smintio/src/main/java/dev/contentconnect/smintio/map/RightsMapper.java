package dev.contentconnect.smintio.map;

import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.UsageLimit;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.smintio.wire.WireAsset;
import dev.contentconnect.smintio.wire.WireConstraints;
import dev.contentconnect.smintio.wire.WireContent;
import dev.contentconnect.smintio.wire.WireOffering;
import dev.contentconnect.smintio.wire.WirePurchase;
import dev.contentconnect.smintio.wire.WireTerm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rights of a purchase: one grant for each licence term, the counters against their limits, releases. Where the vendor is silent
 * nothing is assumed; what cannot be read leaves the whole undecided. Always show people the text of the licence too.
 */
public final class RightsMapper {
    private RightsMapper() {}

    /**
     * The rights of a purchase.
     *
     * @param in the purchase
     * @param asset what they are about
     * @param languages which of the texts
     * @param now the present, for the word {@code expired}
     * @return the rights
     */
    public static RightsRecord toRights(WirePurchase in, SourceRef asset, Languages languages, Instant now) {
        List<String> problems = new ArrayList<>();
        List<WireTerm> terms = terms(in);
        Boolean editorial = editorial(in, terms);
        TermMapper mapper = new TermMapper(languages, problems);
        List<RightsGrant> grants = new ArrayList<>();
        // A term that says nothing is as strict as what is said elsewhere, and no more.
        terms.forEach(term -> grants.add(mapper.toGrant(term, Boolean.TRUE.equals(editorial) ? editorial : null)));
        List<UsageLimit> limits = limits(in);
        WireContent content = in.content();
        WireContent.Releases releases = content == null ? null : content.releases();
        return RightsRecord.builder(asset, asset)
                .assetVersion(null)
                .status(problems.isEmpty() ? status(in, terms, grants, limits, now) : undecided(in))
                .holder(holder(content, languages))
                .usageTerms(usageTerms(in, languages))
                .grants(grants)
                .limits(limits)
                .modelRelease(release(releases == null ? null : releases.model()))
                .propertyRelease(release(releases == null ? null : releases.property()))
                .updatedAt(PurchaseMapper.updatedAt(in))
                .extensions(extensions(in, editorial, problems, grants, now))
                .build();
    }

    /** Those of the purchase, which have dates, before those of the offering. */
    private static List<WireTerm> terms(WirePurchase in) {
        List<WireTerm> own = Reading.list(in.licenseTerms());
        WireOffering offering = in.offering();
        return !own.isEmpty() || offering == null ? own : Reading.list(offering.licenseTerms());
    }

    /** True where anything says so, false where something says no and nothing yes, else unknown. */
    private static @Nullable Boolean editorial(WirePurchase in, List<WireTerm> terms) {
        List<@Nullable Boolean> said = new ArrayList<>();
        terms.forEach(term -> said.add(term.isEditorialUse()));
        said.add(in.content() == null ? null : in.content().isEditorialUse());
        said.add(in.offering() == null ? null : in.offering().isEditorialUse());
        if (said.contains(true)) {
            return Boolean.TRUE;
        }
        return said.contains(false) ? Boolean.FALSE : null;
    }

    private static RightsStatus status(
            WirePurchase in, List<WireTerm> terms, List<RightsGrant> grants, List<UsageLimit> limits, Instant now) {
        RightsStatus state = ofState(in.state());
        if (!state.equals(RightsStatus.CLEARED)) {
            return state;
        }
        boolean expired = !grants.isEmpty() && grants.stream().allMatch(grant -> isOver(grant, now));
        if (expired) {
            return RightsStatus.EXPIRED;
        }
        boolean restricted = Boolean.TRUE.equals(in.isPotentiallyRestrictive())
                || !limits.isEmpty()
                || terms.stream().anyMatch(RightsMapper::restricts);
        return restricted ? RightsStatus.RESTRICTED : RightsStatus.CLEARED;
    }

    private static boolean isOver(RightsGrant grant, Instant now) {
        Instant until = grant.validity().until();
        return until != null && !until.isAfter(now);
    }

    private static boolean restricts(WireTerm term) {
        return !Reading.words(term.restrictedUsages()).isEmpty()
                || !Reading.words(term.restrictedSizes()).isEmpty()
                || !Reading.words(term.restrictedPlacements()).isEmpty()
                || !Reading.words(term.restrictedDistributions()).isEmpty()
                || !Reading.words(term.restrictedGeographies()).isEmpty()
                || !Reading.words(term.restrictedIndustries()).isEmpty()
                || !Reading.words(term.restrictedLanguages()).isEmpty()
                || term.validFrom() != null
                || term.validUntil() != null
                || term.toBeUsedUntil() != null
                || Boolean.TRUE.equals(term.isEditorialUse());
    }

    private static RightsStatus ofState(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "completed" -> RightsStatus.CLEARED;
            case "purchase_phase_1", "purchase_phase_2", "downloading", "finalizing" -> RightsStatus.PENDING;
            case "cancelled" -> RightsStatus.REVOKED;
            case "error" -> RightsStatus.BLOCKED;
            default -> RightsStatus.UNKNOWN;
        };
    }

    /** What forbids, forbids; nothing else is believed of a licence that cannot be read. */
    private static RightsStatus undecided(WirePurchase in) {
        RightsStatus state = ofState(in.state());
        return state.forbids() ? state : RightsStatus.UNKNOWN;
    }

    private static @Nullable String holder(@Nullable WireContent content, Languages languages) {
        if (content == null) {
            return null;
        }
        String notice = languages.best(content.copyrightNotices());
        return notice != null ? notice : Reading.text(content.provider());
    }

    private static @Nullable String usageTerms(WirePurchase in, Languages languages) {
        String own = in.licenseText() == null
                ? null
                : languages.best(in.licenseText().text());
        WireOffering offering = in.offering();
        if (own != null || offering == null || offering.licenseText() == null) {
            return own;
        }
        return languages.best(offering.licenseText().text());
    }

    private static List<UsageLimit> limits(WirePurchase in) {
        WireConstraints own = in.constraints();
        WireConstraints other = in.offering() == null ? null : in.offering().constraints();
        List<UsageLimit> out = new ArrayList<>();
        limit(out, "downloads", max(own, other, 0), in.currentDownloads());
        limit(out, "users", max(own, other, 1), in.currentUsers());
        limit(out, "reuses", max(own, other, 2), in.currentReuses());
        return out;
    }

    private static @Nullable Long max(@Nullable WireConstraints own, @Nullable WireConstraints other, int which) {
        Long first = own == null ? null : of(own, which);
        return first != null || other == null ? first : of(other, which);
    }

    private static @Nullable Long of(WireConstraints in, int which) {
        return which == 0 ? in.maxDownloads() : which == 1 ? in.maxUsers() : in.maxReuses();
    }

    private static void limit(List<UsageLimit> out, String kind, @Nullable Long max, @Nullable Long used) {
        if (max != null && max > 0) {
            out.add(new UsageLimit(kind, max, used == null || used < 0 ? null : used));
        }
    }

    /** The vendor has a place for it, so that silence is a doubt. */
    private static ReleaseState release(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "released" -> ReleaseState.RELEASED;
            case "no_release_required" -> ReleaseState.NOT_REQUIRED;
            case "not_released" -> ReleaseState.MISSING;
            default -> ReleaseState.UNKNOWN;
        };
    }

    private static Extensions extensions(
            WirePurchase in,
            @Nullable Boolean editorial,
            List<String> problems,
            List<RightsGrant> grants,
            Instant now) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("state", in.state());
        own.put("editorial_use", editorial);
        own.put("licensee_uuid", in.licenseeUuid());
        own.put("licensee_name", in.licenseeName());
        own.put("project_uuid", in.projectUuid());
        own.put("reused_license_purchase_transaction_uuid", in.reusedUuid());
        own.put("partially_expired", grants.stream().anyMatch(one -> isOver(one, now)));
        WireOffering offering = in.offering();
        if (offering != null) {
            own.put("license_type", offering.licenseType());
            own.put("license_urls", PurchaseMapper.urls(offering.licenseUrls()));
        }
        own.put("potentially_restrictive", in.isPotentiallyRestrictive());
        own.put("current_downloads", in.currentDownloads());
        own.put("current_users", in.currentUsers());
        own.put("current_reuses", in.currentReuses());
        WireContent content = in.content();
        if (content != null && content.releases() != null) {
            own.put("release_details", Json.convert(content.releases(), Map.class));
        }
        if (!problems.isEmpty()) {
            own.put("unreadable", List.copyOf(problems));
        }
        own.values().removeIf(Objects::isNull);
        return Extensions.of(Ids.SYSTEM, own);
    }

    /**
     * What a portal says of the rights of an asset: between which moments it is published there, and nothing else. Whether it
     * may be used within them is unknown. A moment that is no date is named in the extension {@code unreadable}.
     *
     * @param in the asset
     * @param asset its identity
     * @param languages which of the texts
     * @return the rights
     */
    public static RightsRecord ofPortal(WireAsset in, SourceRef asset, Languages languages) {
        Object from = in.properties().get("publishFrom");
        Object until = in.properties().get("publishUntil");
        Instant begin = Reading.date(from);
        Instant end = Reading.date(until);
        List<RightsGrant> grants = new ArrayList<>();
        if (begin != null || end != null) {
            boolean turned = begin != null && end != null && end.isBefore(begin);
            Validity window = turned ? new Validity(end, end) : new Validity(begin, end);
            grants.add(new RightsGrant(
                    "publication",
                    Territories.unstated(),
                    Map.of(),
                    window,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Extensions.none()));
        }
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        own.put("permissionUuids", in.properties().get("permissionUuids"));
        List<String> problems = Stream.of("publishFrom", "publishUntil")
                .filter(name -> Reading.isOdd(in.properties().get(name)))
                .map(name -> name + " is no date")
                .toList();
        own.put("unreadable", problems.isEmpty() ? null : problems);
        own.values().removeIf(Objects::isNull);
        Object file = in.properties().get("fileMetadata");
        String holder = file instanceof Map<?, ?> data ? languages.portal(data.get("copyright")) : null;
        return RightsRecord.builder(asset, asset)
                .status(RightsStatus.UNKNOWN)
                .holder(holder)
                .grants(grants)
                .updatedAt(Reading.date(in.properties().get("modifiedAt")))
                .extensions(own.isEmpty() ? Extensions.none() : Extensions.of(Ids.SYSTEM, own))
                .build();
    }
}
