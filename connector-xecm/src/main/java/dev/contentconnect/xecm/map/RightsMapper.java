package dev.contentconnect.xecm.map;

import dev.contentconnect.core.json.CanonicalJson;
import dev.contentconnect.core.json.JsonException;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.RightsDimension;
import dev.contentconnect.core.model.RightsGrant;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.RightsStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Terms;
import dev.contentconnect.core.model.Territories;
import dev.contentconnect.core.model.Territory;
import dev.contentconnect.core.model.Validity;
import dev.contentconnect.xecm.wire.WireAttribute;
import dev.contentconnect.xecm.wire.WireFields;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireValues;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rights as attributes of a category. Some attributes are for people; one, where there is one, holds the whole record, which
 * counts only as far as the others still say what it says: what people changed goes before.
 */
public final class RightsMapper {
    private static final String STATUS = "status";
    private static final String FROM = "validFrom";
    private static final String UNTIL = "validUntil";
    private static final String TERRITORY = "territories";
    private static final String CHANNEL = "channels";
    private static final String LICENSE = "licenseType";
    private static final String RECORD = "record";
    private static final String AGREEMENTS = "agreements";
    private static final String NODE = "agreementNode";

    private RightsMapper() {}

    /**
     * The canonical form of the rights of a node.
     *
     * @param node the node with properties and categories
     * @param keys where the parts of rights stand
     * @param dates reads its dates
     * @return the rights; a date that cannot be read, or an end before the beginning, makes their status unknown and is kept
     *     among the extensions
     */
    public static RightsRecord toRights(WireNode node, AttributeKeys keys, Dates dates) {
        SourceRef ref = AssetMapper.ref(node.id());
        WireValues values = node.categories();
        Instant updated = dates.instant(node.modifyDate());
        RightsRecord whole = whole(keys.text(values, RECORD), ref);
        if (whole != null && says(whole, values, keys, dates)) {
            return whole.toBuilder().updatedAt(updated).build();
        }
        return byFields(whole, ref, values, keys, dates).updatedAt(updated).build();
    }

    private static RightsRecord.Builder byFields(
            @Nullable RightsRecord whole, SourceRef ref, WireValues values, AttributeKeys keys, Dates dates) {
        RightsRecord.Builder out = whole == null ? RightsRecord.builder(ref, ref) : whole.toBuilder();
        String status = keys.text(values, STATUS);
        out.status(status == null ? RightsStatus.UNKNOWN : RightsStatus.of(AttributeKeys.canonical(status)))
                .holder(keys.text(values, "holder"))
                .usageTerms(keys.text(values, "usageTerms"))
                .documents(documents(values, keys));
        if (whole == null || !saysGrant(whole, values, keys, dates)) {
            grant(out, whole == null ? Extensions.none() : whole.extensions(), values, keys, dates);
        }
        return out;
    }

    private static void grant(
            RightsRecord.Builder out, Extensions kept, WireValues values, AttributeKeys keys, Dates dates) {
        String from = keys.text(values, FROM);
        String until = keys.text(values, UNTIL);
        LocalDate first = dates.day(from);
        LocalDate last = dates.day(until);
        boolean unreadable = (from != null && first == null) || (until != null && last == null);
        if (unreadable || (first != null && last != null && last.isBefore(first))) {
            Map<String, @Nullable Object> raw = new LinkedHashMap<>(kept.get(AssetMapper.SYSTEM));
            raw.put(FROM, from);
            raw.put(UNTIL, until);
            out.status(RightsStatus.UNKNOWN).grants(List.of()).extensions(kept.with(AssetMapper.SYSTEM, raw));
            return;
        }
        List<Territory> places =
                keys.texts(values, TERRITORY).stream().map(Territory::of).toList();
        Set<String> channels = new LinkedHashSet<>(keys.texts(values, CHANNEL));
        String license = keys.text(values, LICENSE);
        if (from == null && until == null && places.isEmpty() && channels.isEmpty() && license == null) {
            out.grants(List.of());
            return;
        }
        Map<RightsDimension, Terms> terms =
                channels.isEmpty() ? Map.of() : Map.of(RightsDimension.CHANNEL, new Terms(channels, Set.of()));
        RightsGrant plain =
                RightsGrant.of(new Territories(places, List.of()), terms, Validity.ofDays(first, last, dates.zone()));
        out.grants(List.of(new RightsGrant(
                license,
                plain.territories(),
                plain.terms(),
                plain.validity(),
                null,
                null,
                List.of(),
                List.of(),
                Extensions.none())));
    }

    private static List<SourceRef> documents(WireValues values, AttributeKeys keys) {
        WireAttribute member = keys.attributes().get(NODE);
        if (member == null) {
            return List.of();
        }
        List<SourceRef> out = new ArrayList<>();
        for (WireFields row : keys.rows(values, AGREEMENTS)) {
            String id = row.text(member.key());
            if (id != null) {
                out.add(SourceRef.of(AssetMapper.SYSTEM, id.strip()));
            }
        }
        return out;
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

    /** Whether the attributes for people still say what the whole record says. */
    private static boolean says(RightsRecord whole, WireValues values, AttributeKeys keys, Dates dates) {
        return texts(whole, List.of(STATUS, "holder", "usageTerms"), values, keys, dates)
                && saysGrant(whole, values, keys, dates)
                && (keys.key(AGREEMENTS) == null || documents(values, keys).equals(own(whole.documents())));
    }

    private static boolean saysGrant(RightsRecord whole, WireValues values, AttributeKeys keys, Dates dates) {
        Map<String, Object> written = fields(whole, keys, dates);
        for (String meaning : List.of(TERRITORY, CHANNEL)) {
            String key = keys.key(meaning);
            if (key != null && !Objects.equals(written.get(key), keys.texts(values, meaning))) {
                return false;
            }
        }
        return texts(whole, List.of(LICENSE, FROM, UNTIL), values, keys, dates);
    }

    private static boolean texts(
            RightsRecord whole, List<String> meanings, WireValues values, AttributeKeys keys, Dates dates) {
        Map<String, Object> written = fields(whole, keys, dates);
        for (String meaning : meanings) {
            String key = keys.key(meaning);
            if (key != null && !same(meaning, written.get(key), keys.text(values, meaning), dates)) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String meaning, @Nullable Object wanted, @Nullable String there, Dates dates) {
        String text = wanted == null || wanted.toString().isEmpty() ? null : wanted.toString();
        if (meaning.equals(FROM) || meaning.equals(UNTIL)) {
            // A day comes back with a midnight.
            return Objects.equals(dates.day(text), dates.day(there)) && (there == null) == (text == null);
        }
        return Objects.equals(text, there);
    }

    private static List<SourceRef> own(List<SourceRef> documents) {
        return documents.stream()
                .filter(one -> one.system().equals(AssetMapper.SYSTEM))
                .toList();
    }

    /**
     * The values to write.
     *
     * @param rights all that should hold
     * @param keys where the parts of rights stand
     * @param dates writes dates
     * @param rows how many rows the set of agreements has now
     * @return values by key; the whole record among them where there is an attribute for it
     */
    public static Map<String, Object> toValues(RightsRecord rights, AttributeKeys keys, Dates dates, long rows) {
        RightsRecord kept = rights.toBuilder().updatedAt(null).build();
        Map<String, Object> out = fields(kept, keys, dates);
        AssetMapper.put(out, keys, RECORD, new String(CanonicalJson.write(kept), StandardCharsets.UTF_8));
        WireAttribute set = keys.attributes().get(AGREEMENTS);
        WireAttribute member = keys.attributes().get(NODE);
        if (set != null && member != null) {
            List<Map<String, Object>> documents = own(kept.documents()).stream()
                    .map(one -> Map.<String, Object>of(member.key(), one.id()))
                    .toList();
            out.putAll(Rows.write(rows, set, documents));
        }
        return out;
    }

    private static Map<String, Object> fields(RightsRecord rights, AttributeKeys keys, Dates dates) {
        Map<String, Object> out = new LinkedHashMap<>();
        RightsGrant grant = rights.grants().isEmpty() ? null : rights.grants().get(0);
        boolean unknown = rights.status().equals(RightsStatus.UNKNOWN);
        AssetMapper.put(
                out,
                keys,
                STATUS,
                unknown ? "" : keys.word(STATUS, rights.status().value()));
        AssetMapper.put(out, keys, "holder", Objects.requireNonNullElse(rights.holder(), ""));
        AssetMapper.put(out, keys, "usageTerms", Objects.requireNonNullElse(rights.usageTerms(), ""));
        String license = grant == null ? null : grant.name();
        AssetMapper.put(out, keys, LICENSE, license == null ? "" : keys.word(LICENSE, license));
        Validity validity = grant == null ? Validity.ALWAYS : grant.validity();
        AssetMapper.put(out, keys, FROM, day(validity.from(), dates, 0));
        AssetMapper.put(out, keys, UNTIL, day(validity.until(), dates, 1));
        AssetMapper.put(
                out, keys, TERRITORY, grant == null ? List.of() : words(keys, TERRITORY, codes(grant.territories())));
        AssetMapper.put(out, keys, CHANNEL, grant == null ? List.of() : words(keys, CHANNEL, channels(grant)));
        return out;
    }

    /** The last day is the one before the moment from which nothing is allowed any more. */
    private static String day(@Nullable Instant moment, Dates dates, long back) {
        if (moment == null) {
            return "";
        }
        Instant within = back == 0 ? moment : moment.minusNanos(1);
        return dates.dayOf(within).toString();
    }

    private static List<String> words(AttributeKeys keys, String meaning, List<String> words) {
        return words.stream().map(one -> keys.word(meaning, one)).toList();
    }

    private static List<String> codes(Territories territories) {
        return territories.allowed().stream().map(Territory::code).toList();
    }

    private static List<String> channels(RightsGrant grant) {
        Terms terms = grant.terms().get(RightsDimension.CHANNEL);
        return terms == null ? List.of() : terms.allowed().stream().sorted().toList();
    }

    /**
     * Whether the attributes for people alone can hold rights, so that reading them back gives the same.
     *
     * @param rights all that should hold
     * @param keys where the parts of rights stand
     * @param dates writes and reads dates
     * @return false when something would be lost
     */
    public static boolean fits(RightsRecord rights, AttributeKeys keys, Dates dates) {
        Map<String, WireAttribute> plain = new LinkedHashMap<>(keys.attributes());
        plain.remove(RECORD);
        AttributeKeys without = new AttributeKeys(keys.category(), plain);
        Map<String, Object> values = toValues(rights, without, dates, 0);
        WireNode back = new WireNode(
                WireFields.of(Map.of(
                        "properties",
                        Map.of("id", rights.asset().id()),
                        AssetMapper.CATEGORIES,
                        Map.of(Long.toString(keys.category()), values))),
                WireFields.NONE);
        return toRights(back, without, dates)
                .equals(rights.toBuilder().updatedAt(null).build());
    }
}
