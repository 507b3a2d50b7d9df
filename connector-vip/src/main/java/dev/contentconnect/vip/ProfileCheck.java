package dev.contentconnect.vip;

import dev.contentconnect.vip.map.Profile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks for what the server profile registers: its types, taxonomies, fields and filters. */
final class ProfileCheck {
    private static final int NAMED = 11;

    private static final List<String> OF_FILES = List.of(
            "meta." + Profile.ASSET_KEY,
            "meta." + Profile.ASSET_STATE,
            "meta." + Profile.ASSET_ROOT,
            "meta." + Profile.ASSET_CURRENT,
            "meta." + Profile.ASSET_PUBLISHED,
            "meta." + Profile.RIGHTS_STATUS,
            "meta." + Profile.RIGHTS_JSON,
            "regions",
            "brands",
            "markets",
            "partner_programs",
            "meta." + Profile.VERSION,
            "meta." + Profile.VERSION_KEY,
            "meta." + Profile.SHA256,
            "meta." + Profile.ORIGINAL_FILENAME,
            "meta." + Profile.STATE_NOTE,
            "meta." + Profile.RECORD_ONLY,
            "meta." + Profile.MARKET,
            "meta." + Profile.LANGUAGE,
            "meta." + Profile.MASTER,
            "meta." + Profile.RIGHTS_HOLDER,
            "meta." + Profile.USAGE_TERMS,
            "meta." + Profile.VALID_FROM,
            "meta." + Profile.VALID_UNTIL,
            "meta." + Profile.TERRITORIES);

    private static final List<String> OF_PACKAGES = List.of(
            "meta." + Profile.ITEM_KEY,
            "meta." + Profile.STATE,
            "meta." + Profile.ASSET_IDS,
            "meta." + Profile.ASSET_VERSIONS,
            "regions",
            "brands",
            "markets",
            "partner_programs",
            "filter.asset_id");

    private static final List<String> OF_DISTRIBUTIONS = List.of(
            "meta." + Profile.ITEM_KEY,
            "meta." + Profile.STATE,
            "meta." + Profile.PARTNER,
            "meta." + Profile.ASSET_REFS,
            "meta." + Profile.VERSION,
            "meta." + Profile.OCCURRED_AT,
            "meta." + Profile.DETAIL,
            "filter.asset_ref",
            "filter.partner",
            "filter.state");

    private ProfileCheck() {}

    /** What a site lacks, a request a type; the first few, to be read by people. */
    static List<String> missing(WordpressClient client) {
        List<String> all = new ArrayList<>();
        ofType(all, Profile.PACKAGES, client.posts(Profile.PACKAGES).schema(), OF_PACKAGES);
        ofType(all, Profile.DISTRIBUTIONS, client.posts(Profile.DISTRIBUTIONS).schema(), OF_DISTRIBUTIONS);
        Collection<String> files = client.media().schema();
        OF_FILES.stream().filter(name -> !files.contains(name)).forEach(all::add);
        if (all.size() <= NAMED) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, NAMED));
        some.add(all.size() - NAMED + " more");
        return some;
    }

    private static void ofType(List<String> missing, String route, Collection<String> there, List<String> needed) {
        if (there.isEmpty()) {
            missing.add(route);
            return;
        }
        needed.stream()
                .filter(name -> !there.contains(name))
                .map(name -> route + "." + name)
                .forEach(missing::add);
    }
}
