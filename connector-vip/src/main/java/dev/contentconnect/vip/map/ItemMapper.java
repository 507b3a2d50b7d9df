package dev.contentconnect.vip.map;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.Timestamps;
import dev.contentconnect.vip.api.VtinfoRestField;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Items of a private REST interface as assets, by the places that the configuration names. The item rides along whole. */
public final class ItemMapper {
    /** Stands before the id, because other services of the vendor count their own assets. */
    public static final String PREFIX = "rest:";

    private static final String UNVERSIONED = "current";

    private ItemMapper() {}

    /**
     * An asset.
     *
     * @param item one element of a list, or an answer
     * @param fields where to look for what
     * @param path where the item stands, for messages
     * @param parts is told about mapped fields that are missing or cannot be read; the asset is then without them
     * @return the asset, or why it is none
     */
    public static Either<MappingIssue, Asset> toAsset(
            @Nullable Object item, Map<VtinfoRestField, Pointer> fields, String path, Consumer<MappingIssue> parts) {
        if (!(item instanceof Map<?, ?> members)) {
            return Either.left(MappingIssue.of(path, "not an object"));
        }
        List<MappingIssue> found = new ArrayList<>();
        String id = new Reader(members, fields, path, null, found::add).text(VtinfoRestField.ID);
        if (id == null) {
            return Either.left(found.isEmpty() ? MappingIssue.of(path, "has no id") : found.get(0));
        }
        Reader read = new Reader(members, fields, path, id, parts);
        String mediaType = read.text(VtinfoRestField.MEDIA_TYPE);
        String kind = read.text(VtinfoRestField.KIND);
        String status = read.text(VtinfoRestField.STATUS);
        Asset.Builder out = Asset.builder(SourceRef.of(AssetMapper.SYSTEM, PREFIX + id))
                .key(read.text(VtinfoRestField.KEY))
                .title(read.text(VtinfoRestField.TITLE))
                .description(read.text(VtinfoRestField.DESCRIPTION))
                .status(status == null ? AssetStatus.UNKNOWN : AssetStatus.of(status))
                .currentVersion(version(read, mediaType))
                .market(read.text(VtinfoRestField.MARKET))
                .language(read.text(VtinfoRestField.LANGUAGE))
                .creators(read.texts(VtinfoRestField.CREATORS))
                .tags(read.texts(VtinfoRestField.TAGS))
                .createdAt(read.moment(VtinfoRestField.CREATED_AT))
                .updatedAt(read.moment(VtinfoRestField.UPDATED_AT))
                .extensions(Extensions.of(AssetMapper.SYSTEM, plain(members)));
        if (kind != null) {
            out.kind(AssetKind.of(kind));
        } else if (mediaType != null) {
            out.kind(AssetKind.ofMediaType(mediaType));
        }
        return Either.right(out.build());
    }

    private static @Nullable AssetVersion version(Reader read, @Nullable String mediaType) {
        String version = read.text(VtinfoRestField.VERSION);
        String fileName = read.text(VtinfoRestField.FILE_NAME);
        Long size = read.size();
        Checksum sha256 = read.sha256();
        boolean nothing = version == null && fileName == null && mediaType == null && size == null && sha256 == null;
        return nothing
                ? null
                : new AssetVersion(
                        version == null ? UNVERSIONED : version,
                        null,
                        fileName,
                        mediaType,
                        size,
                        sha256,
                        null,
                        null,
                        null);
    }

    private static Map<String, @Nullable Object> plain(Map<?, ?> members) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        members.forEach((name, value) -> out.put(String.valueOf(name), value));
        return out;
    }

    private record Reader(
            Object item,
            Map<VtinfoRestField, Pointer> fields,
            String path,
            @Nullable String id,
            Consumer<MappingIssue> parts) {

        private @Nullable Object value(VtinfoRestField field) {
            Pointer pointer = fields.get(field);
            if (pointer == null) {
                return null;
            }
            Object value = pointer.in(item);
            if (value == Pointer.MISSING) {
                issue(field, field.word() + " is mapped to it and it is missing");
                return null;
            }
            return value;
        }

        private void issue(VtinfoRestField field, String problem) {
            parts.accept(new MappingIssue(path + fields.get(field), problem, id));
        }

        @Nullable String text(VtinfoRestField field) {
            Object value = value(field);
            if (value == null) {
                return null;
            }
            if (isScalar(value)) {
                String text = value.toString().strip();
                return text.isEmpty() ? null : text;
            }
            issue(field, "not a text");
            return null;
        }

        List<String> texts(VtinfoRestField field) {
            List<String> out = new ArrayList<>();
            for (Object one : OutletMapper.list(value(field))) {
                if (!isScalar(one)) {
                    issue(field, "not a text or a list of texts");
                } else if (!one.toString().isBlank()) {
                    out.add(one.toString().strip());
                }
            }
            return out;
        }

        @Nullable Long size() {
            String text = text(VtinfoRestField.SIZE_BYTES);
            Long size = OutletMapper.count(text);
            if (text != null && size == null) {
                issue(VtinfoRestField.SIZE_BYTES, "not a number of bytes");
            }
            return size;
        }

        @Nullable Checksum sha256() {
            String text = text(VtinfoRestField.SHA256);
            if (text == null || text.matches("[0-9a-fA-F]{64}")) {
                return text == null ? null : Checksum.sha256(text);
            }
            issue(VtinfoRestField.SHA256, "not 64 hexadecimal digits");
            return null;
        }

        @Nullable Instant moment(VtinfoRestField field) {
            String text = text(field);
            try {
                return text == null ? null : Timestamps.parse(text);
            } catch (DateTimeException e) {
                issue(field, "not a date");
                return null;
            }
        }

        private static boolean isScalar(Object value) {
            return value instanceof String || value instanceof Number || value instanceof Boolean;
        }
    }
}
