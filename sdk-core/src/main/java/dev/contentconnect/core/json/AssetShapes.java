package dev.contentconnect.core.json;

import static dev.contentconnect.core.json.CommonShapes.ACTOR;
import static dev.contentconnect.core.json.Plain.ADDRESS;
import static dev.contentconnect.core.json.Plain.INSTANT;
import static dev.contentconnect.core.json.Plain.INTEGER;
import static dev.contentconnect.core.json.Plain.LONG;
import static dev.contentconnect.core.json.Plain.REF;
import static dev.contentconnect.core.json.Plain.TEXT;

import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SegmentKind;

/** The shape of an asset and of what only assets contain. */
final class AssetShapes {
    private static final Form<AssetKind> KIND = Plain.word(AssetKind::value, AssetKind::of);
    private static final Form<AssetStatus> STATUS = Plain.word(AssetStatus::value, AssetStatus::of);
    private static final Form<SegmentKind> SEGMENT_KIND = Plain.word(SegmentKind::value, SegmentKind::of);

    private static final Shape<Checksum> CHECKSUM = Shape.of(
                    "checksum", f -> new Checksum(f.need("algorithm", TEXT), f.need("hex", TEXT)))
            .member("algorithm", Checksum::algorithm, TEXT)
            .member("hex", Checksum::hex, TEXT);

    private static final Shape<AssetVersion> VERSION = Shape.of(
                    "version",
                    f -> new AssetVersion(
                            f.need("id", TEXT),
                            f.get("number", INTEGER),
                            f.get("fileName", TEXT),
                            f.get("mediaType", TEXT),
                            f.get("sizeBytes", LONG),
                            f.get("checksum", CHECKSUM),
                            f.get("status", STATUS),
                            f.get("createdAt", INSTANT),
                            f.get("createdBy", ACTOR)))
            .member("id", AssetVersion::id, TEXT)
            .member("number", AssetVersion::number, INTEGER)
            .member("fileName", AssetVersion::fileName, TEXT)
            .member("mediaType", AssetVersion::mediaType, TEXT)
            .member("sizeBytes", AssetVersion::sizeBytes, LONG)
            .member("checksum", AssetVersion::checksum, CHECKSUM)
            .member("status", AssetVersion::status, STATUS)
            .member("createdAt", AssetVersion::createdAt, INSTANT)
            .member("createdBy", AssetVersion::createdBy, ACTOR);

    private static final Shape<Rendition> RENDITION = Shape.of(
                    "rendition",
                    f -> new Rendition(
                            f.need("id", TEXT),
                            f.need("purpose", TEXT),
                            f.get("mediaType", TEXT),
                            f.get("width", INTEGER),
                            f.get("height", INTEGER),
                            f.get("sizeBytes", LONG),
                            f.get("uri", ADDRESS)))
            .member("id", Rendition::id, TEXT)
            .member("purpose", Rendition::purpose, TEXT)
            .member("mediaType", Rendition::mediaType, TEXT)
            .member("width", Rendition::width, INTEGER)
            .member("height", Rendition::height, INTEGER)
            .member("sizeBytes", Rendition::sizeBytes, LONG)
            .member("uri", Rendition::uri, ADDRESS);

    private static final Shape<Segment> SEGMENT = Shape.of(
                    "segment", f -> new Segment(f.need("kind", SEGMENT_KIND), f.need("value", TEXT)))
            .member("kind", Segment::kind, SEGMENT_KIND)
            .member("value", Segment::value, TEXT);

    static final Shape<Asset> ASSET = Shape.of(
                    "asset",
                    f -> new Asset(
                            f.need("ref", REF),
                            f.get("key", TEXT),
                            f.get("title", TEXT),
                            f.get("description", TEXT),
                            f.get("kind", KIND, AssetKind.OTHER),
                            f.get("status", STATUS, AssetStatus.UNKNOWN),
                            f.get("currentVersion", VERSION),
                            f.get("market", TEXT),
                            f.get("language", TEXT),
                            f.get("master", REF),
                            f.list("creators", TEXT),
                            f.list("tags", TEXT),
                            f.list("segments", SEGMENT),
                            f.list("renditions", RENDITION),
                            f.get("createdAt", INSTANT),
                            f.get("updatedAt", INSTANT),
                            f.extensions()))
            .member("schema", any -> CanonicalJson.ASSET_SCHEMA, TEXT)
            .member("ref", Asset::ref, REF)
            .member("key", Asset::key, TEXT)
            .member("title", Asset::title, TEXT)
            .member("description", Asset::description, TEXT)
            .member("kind", Asset::kind, KIND)
            .member("status", Asset::status, STATUS)
            .member("currentVersion", Asset::currentVersion, VERSION)
            .member("market", Asset::market, TEXT)
            .member("language", Asset::language, TEXT)
            .member("master", Asset::master, REF)
            .list("creators", Asset::creators, TEXT)
            .list("tags", Asset::tags, TEXT)
            .list("segments", Asset::segments, SEGMENT)
            .list("renditions", Asset::renditions, RENDITION)
            .member("createdAt", Asset::createdAt, INSTANT)
            .member("updatedAt", Asset::updatedAt, INSTANT)
            .extensions(Asset::extensions);

    private AssetShapes() {}
}
