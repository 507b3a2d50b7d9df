package dev.contentconnect.vip.map;

import dev.contentconnect.core.model.SegmentKind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that the server profile registers, see the must-use plug-in of this module. */
public final class Profile {
    /** Route of packages. */
    public static final String PACKAGES = "packages";

    /** Route of the distribution log. */
    public static final String DISTRIBUTIONS = "distributions";

    /** The caller-chosen key of an asset. */
    public static final String ASSET_KEY = "asset_key";

    /** Number of the version that a file is. */
    public static final String VERSION = "version";

    /** The caller-chosen key of a version. */
    public static final String VERSION_KEY = "version_key";

    /** Digest of the file. */
    public static final String SHA256 = "sha256";

    /** The name of the file before the server changed it. */
    public static final String ORIGINAL_FILENAME = "original_filename";

    /** Where an asset stands; unset while it is being made. */
    public static final String ASSET_STATE = "asset_state";

    /** Why an asset stands there. */
    public static final String STATE_NOTE = "state_note";

    /** On a further version: the attachment that stands for the asset. */
    public static final String ASSET_ROOT = "asset_root";

    /** On the attachment that stands for the asset: the newest version, where that is another one. */
    public static final String ASSET_CURRENT = "asset_current";

    /** On the attachment that stands for the asset: the version that its audience gets. */
    public static final String ASSET_PUBLISHED = "asset_published";

    /** 1 where the attachment is a record without bytes of its own. */
    public static final String RECORD_ONLY = "record_only";

    /** The market of an asset. */
    public static final String MARKET = "market";

    /** The language of an asset. */
    public static final String LANGUAGE = "language";

    /** The asset, of any system, that an asset was derived from, as {@code system:id}. */
    public static final String MASTER = "master";

    /** Whether an asset may be used. */
    public static final String RIGHTS_STATUS = "rights_status";

    /** Whose the rights are. */
    public static final String RIGHTS_HOLDER = "rights_holder";

    /** The terms in words. */
    public static final String USAGE_TERMS = "usage_terms";

    /** First moment of use. */
    public static final String VALID_FROM = "valid_from";

    /** End of use. */
    public static final String VALID_UNTIL = "valid_until";

    /** Where an asset may be used. */
    public static final String TERRITORIES = "territories";

    /** The whole rights record in canonical JSON, for what the other fields have no place for. */
    public static final String RIGHTS_JSON = "rights_json";

    /** The caller-chosen key of a package or delivery. */
    public static final String ITEM_KEY = "item_key";

    /** Ids of the assets of a package. */
    public static final String ASSET_IDS = "asset_ids";

    /** Which version of which asset, as {@code asset=version}. */
    public static final String ASSET_VERSIONS = "asset_versions";

    /** Assets of a delivery, of any system, as {@code system:id}. */
    public static final String ASSET_REFS = "asset_refs";

    /** How far a package or delivery got. */
    public static final String STATE = "state";

    /** To whom something was delivered. */
    public static final String PARTNER = "partner";

    /** When something was delivered. */
    public static final String OCCURRED_AT = "occurred_at";

    /** More about a delivery, for people. */
    public static final String DETAIL = "detail";

    private static final Map<SegmentKind, String> TAXONOMIES = taxonomies();

    private static final Set<String> ROUTES = routesOf(TAXONOMIES.values());

    private Profile() {}

    private static Set<String> routesOf(Collection<String> taxonomies) {
        Set<String> out = new LinkedHashSet<>(List.of(PACKAGES, DISTRIBUTIONS));
        out.addAll(taxonomies);
        return Collections.unmodifiableSet(out);
    }

    private static Map<SegmentKind, String> taxonomies() {
        Map<SegmentKind, String> out = new LinkedHashMap<>();
        out.put(SegmentKind.REGION, "regions");
        out.put(SegmentKind.BRAND, "brands");
        out.put(SegmentKind.MARKET, "markets");
        out.put(SegmentKind.PARTNER_PROGRAM, "partner_programs");
        return Collections.unmodifiableMap(out);
    }

    /**
     * The routes that are there with the profile only.
     *
     * @return those of its types and taxonomies
     */
    public static Set<String> routes() {
        return ROUTES;
    }

    /**
     * Which taxonomy keeps which kind of segment.
     *
     * @return route by kind
     */
    public static Map<SegmentKind, String> segments() {
        return TAXONOMIES;
    }
}
