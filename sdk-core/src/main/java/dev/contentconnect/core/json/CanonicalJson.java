package dev.contentconnect.core.json;

import dev.contentconnect.core.internal.JsonCodec;
import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.RightsRecord;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versioned JSON form of the four canonical types. A JSON Schema (draft 2020-12) of each lies in this library as
 * {@code dev/contentconnect/core/schema/asset.schema.json}, {@code approval.schema.json},
 * {@code rights-record.schema.json} and {@code case-event.schema.json}.
 *
 * <p>Every document begins with the member {@code schema}, such as {@code contentconnect/asset/1}. The number goes up
 * only when an older reader could misunderstand a document; new members come without. What is absent is left out.
 * Instants are UTC with all their digits. Words of open vocabularies are kept as they are.
 *
 * <p>Members that this version does not know are kept from reading to writing, at every level. They ride in the
 * extensions of the nearest object that has extensions, under {@link #UNKNOWN_MEMBERS}. Those of the object itself go
 * back whatever was changed about it; those of a smaller value inside it, such as a rendition, go back while that value
 * is unchanged and in its place.
 *
 * <p>Reading what was written gives an equal value; numbers among the extensions come back in the smallest type that
 * holds them. Safe for several threads; never touches the network.
 */
public final class CanonicalJson {
    /** Marks an asset. */
    public static final String ASSET_SCHEMA = "contentconnect/asset/1";

    /** Marks an approval. */
    public static final String APPROVAL_SCHEMA = "contentconnect/approval/1";

    /** Marks a rights record. */
    public static final String RIGHTS_RECORD_SCHEMA = "contentconnect/rights-record/1";

    /** Marks a case event. */
    public static final String CASE_EVENT_SCHEMA = "contentconnect/case-event/1";

    /** The namespace of extensions under which unknown members ride. Never written as a namespace of its own. */
    public static final String UNKNOWN_MEMBERS = "contentconnect.unknown";

    private static final Pattern MARK = Pattern.compile("(contentconnect/[a-z-]+)/([1-9][0-9]{0,5})(?:\\.[0-9]{1,6})?");

    private CanonicalJson() {}

    /**
     * Writes an asset.
     *
     * @param asset the asset
     * @return UTF-8 text on one line
     */
    public static byte[] write(Asset asset) {
        return Json.encodeWithNulls(AssetShapes.ASSET.write(asset));
    }

    /**
     * Writes an approval.
     *
     * @param approval the approval
     * @return UTF-8 text on one line
     */
    public static byte[] write(Approval approval) {
        return Json.encodeWithNulls(ApprovalShapes.APPROVAL.write(approval));
    }

    /**
     * Writes a rights record.
     *
     * @param rights the rights
     * @return UTF-8 text on one line
     */
    public static byte[] write(RightsRecord rights) {
        return Json.encodeWithNulls(RightsShapes.RIGHTS.write(rights));
    }

    /**
     * Writes a case event.
     *
     * @param event the event
     * @return UTF-8 text on one line
     */
    public static byte[] write(CaseEvent event) {
        return Json.encodeWithNulls(plain(event));
    }

    /**
     * Reads an asset.
     *
     * @param json UTF-8 text
     * @return the asset
     * @throws JsonException when it is not JSON, marked otherwise, of a newer major version, or a member is missing or
     *     of another form; the message names the place
     */
    public static Asset readAsset(byte[] json) {
        return read(json, AssetShapes.ASSET, ASSET_SCHEMA);
    }

    /**
     * Reads an approval.
     *
     * @param json UTF-8 text
     * @return the approval
     * @throws JsonException as {@link #readAsset}
     */
    public static Approval readApproval(byte[] json) {
        return read(json, ApprovalShapes.APPROVAL, APPROVAL_SCHEMA);
    }

    /**
     * Reads a rights record.
     *
     * @param json UTF-8 text
     * @return the rights
     * @throws JsonException as {@link #readAsset}
     */
    public static RightsRecord readRightsRecord(byte[] json) {
        return read(json, RightsShapes.RIGHTS, RIGHTS_RECORD_SCHEMA);
    }

    /**
     * Reads a case event.
     *
     * @param json UTF-8 text
     * @return the event
     * @throws JsonException as {@link #readAsset}
     */
    public static CaseEvent readCaseEvent(byte[] json) {
        return read(json, CaseEventShapes.CASE_EVENT, CASE_EVENT_SCHEMA);
    }

    static Map<String, @Nullable Object> plain(CaseEvent event) {
        return CaseEventShapes.CASE_EVENT.write(event);
    }

    static CaseEvent caseEvent(Object plain, Place at) {
        return read(plain, at, CaseEventShapes.CASE_EVENT, CASE_EVENT_SCHEMA);
    }

    private static <T> T read(byte[] json, Shape<T> shape, String schema) {
        Place root = Place.root();
        Object plain = JsonCodec.decodeOwn(json);
        if (plain == null) {
            throw root.refusal("null instead of an object");
        }
        return read(plain, root, shape, schema);
    }

    private static <T> T read(Object plain, Place at, Shape<T> shape, String schema) {
        Object mark = Fields.object(plain, at).get("schema");
        Place place = at.child("schema");
        Matcher found = MARK.matcher(mark instanceof String text ? text : "");
        Matcher wanted = MARK.matcher(schema);
        if (!found.matches() || !wanted.matches() || !found.group(1).equals(wanted.group(1))) {
            throw place.refusal("not " + schema);
        }
        if (Integer.parseInt(found.group(2)) > Integer.parseInt(wanted.group(2))) {
            throw place.refusal("written in version " + found.group(2) + " of the form; this library reads " + schema);
        }
        return shape.read(plain, at);
    }
}
