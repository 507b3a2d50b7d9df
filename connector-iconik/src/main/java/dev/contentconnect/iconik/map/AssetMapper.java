package dev.contentconnect.iconik.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.json.FlatAsset;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.iconik.wire.WireApproval;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireFile;
import dev.contentconnect.iconik.wire.WireVersion;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assets and their versions. */
public final class AssetMapper {
    /** The short name of the system. */
    public static final String SYSTEM = "iconik";

    /** The status of an asset about which nothing special is known. */
    public static final AssetStatus ACTIVE = AssetStatus.of("active");

    /** The metadata of an asset among its extensions: field to values. */
    public static final String METADATA = "metadata";

    private AssetMapper() {}

    /**
     * The canonical form of an asset.
     *
     * @param in the asset
     * @param metadata field to values
     * @param approval the approval of its current version, or null
     * @param fields canonical name to field, see {@link AssetFields}
     * @return the asset, or what is wrong with it
     */
    public static Either<MappingIssue, Asset> toAsset(
            WireAsset in,
            Map<String, ? extends List<?>> metadata,
            @Nullable WireApproval approval,
            Map<String, String> fields) {
        String id = Reading.text(in.id());
        if (id == null) {
            return Either.left(MappingIssue.of("id", "is missing"));
        }
        WireVersion current = current(in);
        String original = Reading.text(in.originalAssetId());
        return Either.right(Asset.builder(SourceRef.of(SYSTEM, id))
                .key(Reading.text(in.externalId()))
                .title(in.title())
                .description(first(metadata, fields, AssetFields.DESCRIPTION))
                .kind(kind(in.mediaType()))
                .status(status(in, first(metadata, fields, AssetFields.STATE), approval))
                .currentVersion(current == null ? null : toVersion(current, null))
                .market(first(metadata, fields, AssetFields.MARKET))
                .language(first(metadata, fields, AssetFields.LANGUAGE))
                .master(original == null ? null : SourceRef.of(SYSTEM, original))
                .creators(all(metadata, fields, AssetFields.CREATORS))
                .tags(all(metadata, fields, AssetFields.TAGS))
                .segments(FlatAsset.segments(fields, field -> Reading.texts(metadata.get(field))))
                .createdAt(Reading.date(in.dateCreated()))
                .updatedAt(Reading.date(in.dateModified()))
                .extensions(extensions(in, metadata))
                .build());
    }

    /** Everything else, under the names of the service. */
    private static Extensions extensions(WireAsset in, Map<String, ? extends List<?>> metadata) {
        Map<String, @Nullable Object> own = PlainAsset.of(in);
        if (!metadata.isEmpty()) {
            own.put(METADATA, metadata);
        }
        return Extensions.of(SYSTEM, own);
    }

    /**
     * Where an asset stands. What takes it out of use goes first; then what was published; then its approval.
     *
     * @param in the asset
     * @param state the word of the state field, or null
     * @param approval the approval of its current version, or null
     * @return the status
     */
    public static AssetStatus status(WireAsset in, @Nullable String state, @Nullable WireApproval approval) {
        if ("DELETED".equals(in.status())) {
            return AssetStatus.DELETED;
        }
        if ("ARCHIVED".equals(in.archiveStatus()) || "ARCHIVING".equals(in.archiveStatus())) {
            return AssetStatus.ARCHIVED;
        }
        if (Boolean.TRUE.equals(in.isBlocked())) {
            return AssetStatus.BLOCKED;
        }
        if (state != null && !state.isBlank()) {
            return AssetStatus.of(state.strip().toLowerCase(Locale.ROOT));
        }
        WireApproval known = approval != null ? approval : in.approval();
        return known == null ? ACTIVE : ofApproval(known.status());
    }

    private static AssetStatus ofApproval(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "APPROVED" -> AssetStatus.APPROVED;
            case "NOT_APPROVED" -> AssetStatus.REJECTED;
            case "REQUESTED", "MIXED" -> AssetStatus.IN_REVIEW;
            default -> ACTIVE;
        };
    }

    private static AssetKind kind(@Nullable String mediaType) {
        if (mediaType == null || mediaType.isBlank()) {
            return AssetKind.OTHER;
        }
        return mediaType.indexOf('/') > 0
                ? AssetKind.ofMediaType(mediaType)
                : AssetKind.of(mediaType.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The current version: the one the service names, else the active one with the highest number, else the first.
     *
     * @param in the asset
     * @return the version, or null where there is none
     */
    public static @Nullable WireVersion current(WireAsset in) {
        List<WireVersion> usable = in.versions().stream()
                .filter(one -> Reading.text(one.id()) != null)
                .toList();
        for (WireVersion one : usable) {
            if (Objects.equals(one.id(), in.defaultVersionId())) {
                return one;
            }
        }
        return usable.stream()
                .filter(one -> "ACTIVE".equals(one.status()) && one.versionNumber() != null)
                .max(Comparator.comparing(one -> Objects.requireNonNullElse(one.versionNumber(), 0)))
                .orElseGet(() -> usable.isEmpty() ? null : usable.get(0));
    }

    /**
     * The versions of an asset.
     *
     * @param in the asset
     * @return those that are not deleted, newest first; those without a number last
     */
    public static List<WireVersion> versions(WireAsset in) {
        List<WireVersion> out = new ArrayList<>(in.versions());
        out.removeIf(one ->
                Reading.text(one.id()) == null || "DELETED".equals(one.status()) || "DELETING".equals(one.status()));
        out.sort(Comparator.comparing(
                one -> Objects.requireNonNullElse(one.versionNumber(), 0), Comparator.reverseOrder()));
        return out;
    }

    /**
     * The canonical form of a version that has an id.
     *
     * @param in the version
     * @param file its original, where known
     * @return the version
     */
    public static AssetVersion toVersion(WireVersion in, @Nullable WireFile file) {
        Integer number = in.versionNumber();
        Long size = file == null ? null : file.size();
        return new AssetVersion(
                Objects.requireNonNull(in.id()),
                number == null || number < 1 ? null : number,
                file == null ? null : fileName(file),
                null,
                size == null || size < 0 ? null : size,
                null,
                in.status() == null || in.status().isBlank()
                        ? null
                        : AssetStatus.of(in.status().strip().toLowerCase(Locale.ROOT)),
                Reading.date(in.dateCreated()),
                Reading.actor(in.createdByUser(), in.createdByUserInfo()));
    }

    /**
     * How a file is called.
     *
     * @param file the file
     * @return the name, or null
     */
    public static @Nullable String fileName(WireFile file) {
        String original = Reading.text(file.originalName());
        return original != null ? original : Reading.text(file.name());
    }

    /**
     * The fields to write for an asset.
     *
     * @param asset the wanted metadata; what is null or empty is left out
     * @param fields canonical name to field, see {@link AssetFields}
     * @return field to values; a field of the extensions that is null or empty there is cleared
     */
    public static Map<String, List<Object>> toMetadata(Asset asset, Map<String, String> fields) {
        Map<String, List<Object>> out = new LinkedHashMap<>();
        if (asset.extensions().get(SYSTEM).get(METADATA) instanceof Map<?, ?> own) {
            own.forEach((name, values) -> {
                List<Object> all = new ArrayList<>();
                List<?> given = values instanceof List<?> list ? list : values == null ? List.of() : List.of(values);
                given.forEach(one -> {
                    if (one != null) {
                        all.add(one);
                    }
                });
                out.put(String.valueOf(name), all);
            });
        }
        FlatAsset.of(asset, fields).forEach((field, values) -> out.put(field, List.copyOf(values)));
        return out;
    }

    private static @Nullable String first(
            Map<String, ? extends List<?>> metadata, Map<String, String> fields, String name) {
        List<String> all = all(metadata, fields, name);
        return all.isEmpty() ? null : all.get(0);
    }

    private static List<String> all(Map<String, ? extends List<?>> metadata, Map<String, String> fields, String name) {
        String field = fields.get(name);
        return field == null ? List.of() : Reading.texts(metadata.get(field));
    }
}
