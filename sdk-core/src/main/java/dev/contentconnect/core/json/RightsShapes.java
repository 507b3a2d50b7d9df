package dev.contentconnect.core.json;

import static dev.contentconnect.core.json.CommonShapes.VALIDITY;
import static dev.contentconnect.core.json.Plain.FLAG;
import static dev.contentconnect.core.json.Plain.INSTANT;
import static dev.contentconnect.core.json.Plain.LONG;
import static dev.contentconnect.core.json.Plain.REF;
import static dev.contentconnect.core.json.Plain.TEXT;

import dev.contentconnect.core.model.Prohibition;
import dev.contentconnect.core.model.ReleaseState;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.UsageLimit;
import dev.contentconnect.core.model.Validity;
import java.util.LinkedHashSet;

/** The shape of a rights record and of what only rights records contain. */
final class RightsShapes {
    private static final Form<RightsStatus> STATUS = Plain.word(RightsStatus::value, RightsStatus::of);
    private static final Form<ReleaseState> RELEASE = Plain.word(ReleaseState::value, ReleaseState::of);
    private static final Form<Territory> TERRITORY = Plain.word(Territory::code, Territory::of);

    private static final Shape<Territories> TERRITORIES = Shape.of(
                    "set of territories",
                    f -> new Territories(f.list("allowed", TERRITORY), f.list("excluded", TERRITORY)))
            .list("allowed", Territories::allowed, TERRITORY)
            .list("excluded", Territories::excluded, TERRITORY);

    private static final Shape<Terms> TERMS = Shape.of(
                    "set of terms",
                    f -> new Terms(
                            new LinkedHashSet<>(f.list("allowed", TEXT)),
                            new LinkedHashSet<>(f.list("excluded", TEXT))))
            .list("allowed", Terms::allowed, TEXT)
            .list("excluded", Terms::excluded, TEXT);

    private static final Shape<UsageLimit> LIMIT = Shape.of(
                    "limit", f -> new UsageLimit(f.need("kind", TEXT), f.need("max", LONG), f.get("used", LONG)))
            .member("kind", UsageLimit::kind, TEXT)
            .member("max", UsageLimit::max, LONG)
            .member("used", UsageLimit::used, LONG);

    private static final Shape<Prohibition> PROHIBITION = Shape.of(
                    "prohibition",
                    f -> new Prohibition(
                            f.get("reason", TEXT, ""),
                            f.list("territories", TERRITORY),
                            f.map("words", RightsDimension::of, TERMS),
                            f.get("validity", VALIDITY, Validity.ALWAYS)))
            .member("reason", Prohibition::reason, TEXT)
            .list("territories", Prohibition::territories, TERRITORY)
            .map("words", Prohibition::words, RightsDimension::value, TERMS)
            .member("validity", Prohibition::validity, VALIDITY);

    private static final Shape<RightsGrant> GRANT = Shape.of(
                    "grant",
                    f -> new RightsGrant(
                            f.get("name", TEXT),
                            f.get("territories", TERRITORIES, Territories.unstated()),
                            f.map("terms", RightsDimension::of, TERMS),
                            f.get("validity", VALIDITY, Validity.ALWAYS),
                            f.get("firstUseBy", INSTANT),
                            f.get("editorialOnly", FLAG),
                            f.list("limits", LIMIT),
                            f.list("exclusivities", TEXT),
                            f.extensions()))
            .member("name", RightsGrant::name, TEXT)
            .member("territories", RightsGrant::territories, TERRITORIES)
            .map("terms", RightsGrant::terms, RightsDimension::value, TERMS)
            .member("validity", RightsGrant::validity, VALIDITY)
            .member("firstUseBy", RightsGrant::firstUseBy, INSTANT)
            .member("editorialOnly", RightsGrant::editorialOnly, FLAG)
            .list("limits", RightsGrant::limits, LIMIT)
            .list("exclusivities", RightsGrant::exclusivities, TEXT)
            .extensions(RightsGrant::extensions);

    static final Shape<RightsRecord> RIGHTS = Shape.of(
                    "rights record",
                    f -> new RightsRecord(
                            f.need("ref", REF),
                            f.need("asset", REF),
                            f.get("assetVersion", TEXT),
                            f.get("status", STATUS, RightsStatus.UNKNOWN),
                            f.get("holder", TEXT),
                            f.get("usageTerms", TEXT),
                            f.list("grants", GRANT),
                            f.list("prohibitions", PROHIBITION),
                            f.list("limits", LIMIT),
                            f.get("modelRelease", RELEASE),
                            f.get("propertyRelease", RELEASE),
                            f.list("documents", REF),
                            f.get("updatedAt", INSTANT),
                            f.extensions()))
            .member("schema", any -> CanonicalJson.RIGHTS_RECORD_SCHEMA, TEXT)
            .member("ref", RightsRecord::ref, REF)
            .member("asset", RightsRecord::asset, REF)
            .member("assetVersion", RightsRecord::assetVersion, TEXT)
            .member("status", RightsRecord::status, STATUS)
            .member("holder", RightsRecord::holder, TEXT)
            .member("usageTerms", RightsRecord::usageTerms, TEXT)
            .list("grants", RightsRecord::grants, GRANT)
            .list("prohibitions", RightsRecord::prohibitions, PROHIBITION)
            .list("limits", RightsRecord::limits, LIMIT)
            .member("modelRelease", RightsRecord::modelRelease, RELEASE)
            .member("propertyRelease", RightsRecord::propertyRelease, RELEASE)
            .list("documents", RightsRecord::documents, REF)
            .member("updatedAt", RightsRecord::updatedAt, INSTANT)
            .extensions(RightsRecord::extensions);

    private RightsShapes() {}
}
