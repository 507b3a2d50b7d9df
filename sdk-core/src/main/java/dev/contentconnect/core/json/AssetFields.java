package dev.contentconnect.core.json;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Checksum;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.time.Timestamps;
import io.vavr.control.Either;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Assets out of items of a form that only a configuration knows: for each part of an asset the place where it stands. The
 * item rides along whole among the extensions of its system. Safe for several threads.
 */
public final class AssetFields {
    private static final String UNVERSIONED = "current";

    private final Map<AssetField, JsonPointer> fields;
    private final Function<String, SourceRef> identity;

    /**
     * Makes a reader.
     *
     * @param fields where to look for what; {@link AssetField#ID} is required
     * @param identity makes an identity of what stands at {@link AssetField#ID}
     */
    public AssetFields(Map<AssetField, JsonPointer> fields, Function<String, SourceRef> identity) {
        this.fields = Map.copyOf(fields);
        this.identity = identity;
    }

    /**
     * An asset. Never touches the network.
     *
     * @param item one element of a list, or an answer, as plain values
     * @param path where the item stands, for messages
     * @param parts is told about mapped fields that are missing or cannot be read; the asset is then without them
     * @return the asset, or why it is none
     */
    public Either<MappingIssue, Asset> read(@Nullable Object item, String path, Consumer<MappingIssue> parts) {
        if (!(item instanceof Map<?, ?> members)) {
            return Either.left(MappingIssue.of(path, "not an object"));
        }
        List<MappingIssue> found = new ArrayList<>();
        String id = new Reader(members, fields, path, null, found::add).text(AssetField.ID);
        if (id == null) {
            return Either.left(found.isEmpty() ? MappingIssue.of(path, "has no id") : found.get(0));
        }
        Reader read = new Reader(members, fields, path, id, parts);
        String mediaType = read.text(AssetField.MEDIA_TYPE);
        String kind = read.text(AssetField.KIND);
        String status = read.text(AssetField.STATUS);
        SourceRef ref = identity.apply(id);
        Asset.Builder out = Asset.builder(ref)
                .key(read.text(AssetField.KEY))
                .title(read.text(AssetField.TITLE))
                .description(read.text(AssetField.DESCRIPTION))
                .status(status == null ? AssetStatus.UNKNOWN : AssetStatus.of(status))
                .currentVersion(version(read, mediaType))
                .market(read.text(AssetField.MARKET))
                .language(read.text(AssetField.LANGUAGE))
                .creators(read.texts(AssetField.CREATORS))
                .tags(read.texts(AssetField.TAGS))
                .createdAt(read.moment(AssetField.CREATED_AT))
                .updatedAt(read.moment(AssetField.UPDATED_AT))
                .extensions(Extensions.of(ref.system(), plain(members)));
        if (kind != null) {
            out.kind(AssetKind.of(kind));
        } else if (mediaType != null) {
            out.kind(AssetKind.ofMediaType(mediaType));
        }
        return Either.right(out.build());
    }

    private static @Nullable AssetVersion version(Reader read, @Nullable String mediaType) {
        String version = read.text(AssetField.VERSION);
        String fileName = read.text(AssetField.FILE_NAME);
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
            Map<AssetField, JsonPointer> fields,
            String path,
            @Nullable String id,
            Consumer<MappingIssue> parts) {

        private @Nullable Object value(AssetField field) {
            JsonPointer pointer = fields.get(field);
            if (pointer == null) {
                return null;
            }
            Object value = pointer.in(item);
            if (value == JsonPointer.MISSING) {
                issue(field, field.word() + " is mapped to it and it is missing");
                return null;
            }
            return value;
        }

        private void issue(AssetField field, String problem) {
            parts.accept(new MappingIssue(path + fields.get(field), problem, id));
        }

        @Nullable String text(AssetField field) {
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

        List<String> texts(AssetField field) {
            List<String> out = new ArrayList<>();
            JsonPointer pointer = fields.get(field);
            if (pointer == null || value(field) == null) {
                return out;
            }
            for (Object one : pointer.all(item)) {
                if (!isScalar(one)) {
                    issue(field, "not a text or a list of texts");
                } else if (!one.toString().isBlank()) {
                    out.add(one.toString().strip());
                }
            }
            return out;
        }

        @Nullable Long size() {
            String text = text(AssetField.SIZE_BYTES);
            Long size = JsonPointer.WHOLE.count(text);
            if (text != null && size == null) {
                issue(AssetField.SIZE_BYTES, "not a number of bytes");
            }
            return size;
        }

        @Nullable Checksum sha256() {
            String text = text(AssetField.SHA256);
            if (text == null || text.matches("[0-9a-fA-F]{64}")) {
                return text == null ? null : Checksum.sha256(text);
            }
            issue(AssetField.SHA256, "not 64 hexadecimal digits");
            return null;
        }

        @Nullable Instant moment(AssetField field) {
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
