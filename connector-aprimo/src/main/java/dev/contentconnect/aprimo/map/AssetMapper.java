package dev.contentconnect.aprimo.map;

import dev.contentconnect.aprimo.wire.WireField;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.FlatAsset;
import dev.contentconnect.core.json.Json;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records to assets. */
public final class AssetMapper {
    /** The short name of the system. */
    public static final String SYSTEM = "aprimo";

    /** The member of the extensions that holds the values of all fields: name to list of values by language. */
    public static final String FIELDS = "fields";

    private static final int SHA256_DIGITS = 64;
    private static final Map<String, AssetStatus> STATUSES = Map.of(
            "draft", AssetStatus.DRAFT,
            "active", AssetStatus.DRAFT,
            "released", AssetStatus.PUBLISHED,
            "archived", AssetStatus.ARCHIVED);
    private static final Map<AssetKind, Set<String>> ENDINGS = Map.of(
            AssetKind.IMAGE, Set.of("jpg", "jpeg", "png", "gif", "tif", "tiff", "psd", "webp", "svg", "eps", "bmp"),
            AssetKind.VIDEO, Set.of("mp4", "mov", "avi", "mkv", "webm", "mxf", "wmv"),
            AssetKind.AUDIO, Set.of("mp3", "wav", "aac", "flac", "ogg", "m4a"),
            AssetKind.DOCUMENT, Set.of("pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx", "txt", "indd"),
            AssetKind.ARCHIVE, Set.of("zip", "7z", "tar", "gz"));

    private AssetMapper() {}

    /**
     * The canonical form of a record.
     *
     * @param in the record, with title, fields and latest version selected
     * @param values name of a field to its values in words; only the mapped fields are looked at
     * @param fields canonical name to field, see {@link AssetFields}
     * @param keyField the field that holds our keys, or null
     * @return the asset, or what is wrong with the record
     */
    public static Either<MappingIssue, Asset> toAsset(
            WireRecord in, Map<String, List<String>> values, Map<String, String> fields, @Nullable String keyField) {
        String id = FieldValues.text(in.id());
        if (id == null) {
            return Either.left(MappingIssue.of("id", "is missing"));
        }
        WireFileVersion version = in.masterFileLatestVersion();
        return Either.right(Asset.builder(SourceRef.of(SYSTEM, FieldValues.id(id)))
                .key(keyField == null ? null : first(values.get(keyField)))
                .title(title(in, mapped(values, fields, AssetFields.TITLE)))
                .description(first(mapped(values, fields, AssetFields.DESCRIPTION)))
                .kind(kind(in))
                .status(status(in.status(), first(mapped(values, fields, AssetFields.STATE))))
                .currentVersion(version == null || FieldValues.text(version.id()) == null ? null : toVersion(version))
                .market(first(mapped(values, fields, AssetFields.MARKET)))
                .language(first(mapped(values, fields, AssetFields.LANGUAGE)))
                .creators(mapped(values, fields, AssetFields.CREATORS))
                .tags(mapped(values, fields, AssetFields.TAGS))
                .segments(FlatAsset.segments(fields, field -> values.getOrDefault(field, List.of())))
                .createdAt(FieldValues.date(in.createdOn()))
                .updatedAt(FieldValues.date(in.modifiedOn()))
                .extensions(extensions(in))
                .build());
    }

    private static @Nullable String title(WireRecord in, List<String> field) {
        if (!field.isEmpty()) {
            return field.get(0);
        }
        WireFileVersion version = in.masterFileLatestVersion();
        return FieldValues.text(in.title()) != null
                ? in.title()
                : version == null ? null : FieldValues.text(version.fileName());
    }

    private static Extensions extensions(WireRecord in) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        put(own, "contentType", in.contentType());
        put(own, "tag", in.tag());
        put(own, "aiInfluenced", in.aiInfluenced());
        put(own, "hasImageOverlay", in.hasImageOverlay());
        in.rest().forEach((name, value) -> {
            if (value != null && !name.startsWith("_")) {
                own.put(name, value);
            }
        });
        if (in.fields() != null) {
            Map<String, Object> all = new LinkedHashMap<>();
            for (WireField field : in.fields().items()) {
                String name = FieldValues.text(field.fieldName());
                if (name != null) {
                    all.put(name, plain(field));
                }
            }
            if (!all.isEmpty()) {
                own.put(FIELDS, all);
            }
        }
        return Extensions.of(SYSTEM, own);
    }

    /**
     * The values of a field as they stand in the extensions.
     *
     * @param field the field
     * @return one map for each language
     */
    public static List<Map<?, ?>> plain(WireField field) {
        List<Map<?, ?>> out = new ArrayList<>();
        field.localizedValues().forEach(value -> out.add(Json.convert(value, Map.class)));
        return out;
    }

    private static void put(Map<String, @Nullable Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    /**
     * The canonical word for a status.
     *
     * @param word the service's word, or null
     * @return draft, published for released, archived, or the word
     */
    public static AssetStatus status(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return AssetStatus.UNKNOWN;
        }
        String low = word.strip().toLowerCase(Locale.ROOT);
        return STATUSES.getOrDefault(low, AssetStatus.of(low));
    }

    /**
     * The canonical word for a status with the word of the field for states beside it. What is released is published whatever
     * the field says; what is archived may have been withdrawn.
     *
     * @param word the service's word, or null
     * @param state the word of the field, or null
     * @return the status
     */
    public static AssetStatus status(@Nullable String word, @Nullable String state) {
        AssetStatus own = status(word);
        if (state == null || state.isBlank()) {
            return own;
        }
        AssetStatus said = AssetStatus.of(state.strip().toLowerCase(Locale.ROOT));
        boolean counts = own.equals(AssetStatus.ARCHIVED)
                ? said.equals(AssetStatus.WITHDRAWN)
                : own.equals(AssetStatus.DRAFT)
                        && !said.equals(AssetStatus.PUBLISHED)
                        && !said.equals(AssetStatus.ARCHIVED);
        return counts ? said : own;
    }

    private static AssetKind kind(WireRecord in) {
        String type = in.contentType() == null ? "" : in.contentType().strip().toLowerCase(Locale.ROOT);
        for (AssetKind one : ENDINGS.keySet()) {
            if (one.value().equals(type)) {
                return one;
            }
        }
        WireFileVersion version = in.masterFileLatestVersion();
        String ending = version == null || version.fileExtension() == null
                ? ""
                : version.fileExtension().strip().toLowerCase(Locale.ROOT);
        return ENDINGS.entrySet().stream()
                .filter(one -> one.getValue().contains(ending))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(AssetKind.OTHER);
    }

    /**
     * The canonical form of a version that has an id.
     *
     * @param in the version
     * @return the version
     */
    public static AssetVersion toVersion(WireFileVersion in) {
        Integer number = in.versionNumber();
        Long size = in.fileSize();
        return new AssetVersion(
                FieldValues.id(String.valueOf(in.id())),
                number == null || number < 1 ? null : number,
                FieldValues.text(in.fileName()),
                null,
                size == null || size < 0 ? null : size,
                checksum(in),
                FieldValues.text(in.fileState()) == null
                        ? null
                        : AssetStatus.of(String.valueOf(in.fileState()).strip().toLowerCase(Locale.ROOT)),
                FieldValues.date(in.createdOn()),
                null);
    }

    private static @Nullable Checksum checksum(WireFileVersion in) {
        String sha = in.sha256() == null ? "" : in.sha256().strip();
        if (sha.length() == SHA256_DIGITS && sha.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
            return Checksum.sha256(sha);
        }
        // It is a signed number of 32 bits.
        return in.crc32() == null
                ? null
                : new Checksum("CRC-32", String.format(Locale.ROOT, "%08x", in.crc32() & 0xffff_ffffL));
    }

    private static List<String> mapped(Map<String, List<String>> values, Map<String, String> fields, String name) {
        String field = fields.get(name);
        return field == null ? List.of() : values.getOrDefault(field, List.of());
    }

    private static @Nullable String first(@Nullable List<String> all) {
        return all == null || all.isEmpty() ? null : all.get(0);
    }

    /**
     * What of an asset goes into fields. What the asset does not say is left out.
     *
     * @param asset the asset
     * @param fields canonical name to field, see {@link AssetFields}
     * @return name of a field to its values in words
     */
    public static Map<String, List<String>> toValues(Asset asset, Map<String, String> fields) {
        return FlatAsset.of(asset, fields);
    }
}
