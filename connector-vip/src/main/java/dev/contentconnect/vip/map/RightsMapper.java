package dev.contentconnect.vip.map;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.vip.wire.WireMedia;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rights as registered meta. Six fields are for people and other programs; a seventh holds the whole record, which counts
 * only as far as the six still say what it says: what people changed goes before.
 */
public final class RightsMapper {
    private RightsMapper() {}

    /**
     * The canonical form of the rights of an asset.
     *
     * @param root the attachment that stands for it
     * @return the rights; a date that cannot be read makes their status unknown, and is kept among the extensions
     */
    public static RightsRecord toRights(WireMedia root) {
        SourceRef ref = SourceRef.of(AssetMapper.SYSTEM, Long.toString(root.id()));
        Fields meta = new Fields(root.metaFields());
        RightsRecord whole = whole(meta.text(Profile.RIGHTS_JSON), ref);
        RightsRecord.Builder out = (whole == null ? RightsRecord.builder(ref, ref) : whole.toBuilder())
                .updatedAt(Fields.date(root.modifiedGmt()));
        Map<String, Object> written = whole == null ? Map.of() : fields(whole);
        if (whole != null && agrees(written, meta)) {
            return out.build();
        }
        out.status(status(meta.text(Profile.RIGHTS_STATUS)))
                .holder(meta.text(Profile.RIGHTS_HOLDER))
                .usageTerms(meta.text(Profile.USAGE_TERMS));
        if (whole == null || !agreesOn(written, meta, Profile.VALID_FROM, Profile.VALID_UNTIL, Profile.TERRITORIES)) {
            grant(out, meta);
        }
        return out.build();
    }

    private static void grant(RightsRecord.Builder out, Fields meta) {
        String from = meta.text(Profile.VALID_FROM);
        String until = meta.text(Profile.VALID_UNTIL);
        List<Territory> places =
                meta.texts(Profile.TERRITORIES).stream().map(Territory::of).toList();
        try {
            Validity validity = new Validity(date(from), date(until));
            boolean saysSomething = from != null || until != null || !places.isEmpty();
            out.grants(
                    saysSomething
                            ? List.of(RightsGrant.of(new Territories(places, List.of()), Map.of(), validity))
                            : List.of());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            Map<String, @Nullable Object> raw = new LinkedHashMap<>();
            raw.put(Profile.RIGHTS_STATUS, meta.text(Profile.RIGHTS_STATUS));
            raw.put(Profile.VALID_FROM, from);
            raw.put(Profile.VALID_UNTIL, until);
            RightsRecord so = out.grants(List.of()).build();
            // What forbids use goes on forbidding it.
            boolean forbids = Set.of(RightsStatus.BLOCKED, RightsStatus.REVOKED, RightsStatus.EXPIRED)
                    .contains(so.status());
            Map<String, @Nullable Object> own =
                    new LinkedHashMap<>(so.extensions().get(AssetMapper.SYSTEM));
            own.putAll(raw);
            out.status(forbids ? so.status() : RightsStatus.UNKNOWN)
                    .extensions(so.extensions().with(AssetMapper.SYSTEM, own));
        }
    }

    /** A day without a time is its beginning in UTC, so that a last day ends the rights early and never late. */
    private static @Nullable Instant date(@Nullable String text) {
        return text == null ? null : Timestamps.parse(text);
    }

    private static RightsStatus status(@Nullable String word) {
        return word == null
                ? RightsStatus.UNKNOWN
                : RightsStatus.of(word.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable RightsRecord whole(@Nullable String json, SourceRef ref) {
        if (json == null) {
            return null;
        }
        try {
            RightsRecord read = CanonicalJson.readRightsRecord(json.getBytes(StandardCharsets.UTF_8));
            return read.asset().equals(ref) ? read : null;
        } catch (JsonException changedByHand) {
            return null;
        }
    }

    private static boolean agrees(Map<String, Object> written, Fields meta) {
        return agreesOn(written, meta, written.keySet().toArray(String[]::new));
    }

    private static boolean agreesOn(Map<String, Object> written, Fields meta, String... names) {
        for (String name : names) {
            Object wanted = written.get(name);
            boolean same = wanted instanceof List<?> list
                    ? list.equals(meta.texts(name))
                    : Objects.equals(wanted, Objects.requireNonNullElse(meta.text(name), ""));
            if (!same && !name.equals(Profile.RIGHTS_JSON)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The fields to write.
     *
     * @param rights all that should hold
     * @return meta by name; what the six fields have no place for is in the seventh alone
     */
    public static Map<String, Object> toMeta(RightsRecord rights) {
        RightsRecord kept = rights.toBuilder().updatedAt(null).build();
        Map<String, Object> out = new LinkedHashMap<>(fields(kept));
        out.put(Profile.RIGHTS_JSON, new String(CanonicalJson.write(kept), StandardCharsets.UTF_8));
        return out;
    }

    /** The six fields; those of place and time speak only for a single grant without exceptions. */
    private static Map<String, Object> fields(RightsRecord rights) {
        Map<String, Object> out = new LinkedHashMap<>();
        RightsGrant first = rights.grants().size() == 1 ? rights.grants().get(0) : null;
        RightsGrant only = first != null && first.territories().excluded().isEmpty() ? first : null;
        out.put(
                Profile.RIGHTS_STATUS,
                rights.status().equals(RightsStatus.UNKNOWN)
                        ? ""
                        : rights.status().value());
        out.put(Profile.RIGHTS_HOLDER, Objects.requireNonNullElse(rights.holder(), ""));
        out.put(Profile.USAGE_TERMS, Objects.requireNonNullElse(rights.usageTerms(), ""));
        out.put(Profile.VALID_FROM, only != null ? text(only.validity().from()) : "");
        out.put(Profile.VALID_UNTIL, only != null ? text(only.validity().until()) : "");
        out.put(
                Profile.TERRITORIES,
                only != null
                        ? only.territories().allowed().stream()
                                .map(Territory::code)
                                .toList()
                        : List.of());
        return out;
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }
}
