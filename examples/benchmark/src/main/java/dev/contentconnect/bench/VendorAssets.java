package dev.contentconnect.bench;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assets out of decoded items, as somebody writes it who knows what comes. */
final class VendorAssets {
    private static final Set<String> ELSEWHERE =
            Set.of("id", "title", "external_id", "date_created", "date_modified", "_sort");

    private VendorAssets() {}

    static Asset ofHit(Map<String, Object> hit) {
        Map<String, Object> metadata = object(hit, "metadata");
        Map<String, Object> version = first(hit, "versions");
        Map<String, Object> rest = new LinkedHashMap<>();
        hit.forEach((name, value) -> {
            boolean nothing = value == null || (value instanceof List<?> list && list.isEmpty());
            if (!nothing && !ELSEWHERE.contains(name)) {
                rest.put(name, value);
            }
        });
        return Asset.builder(SourceRef.of("iconik", text(hit, "id")))
                .key(text(hit, "external_id"))
                .title(text(hit, "title"))
                .description(firstText(metadata, "Description"))
                .kind(AssetKind.of(text(hit, "media_type").toLowerCase(Locale.ROOT)))
                .status(AssetStatus.of("active"))
                .currentVersion(new AssetVersion(
                        text(version, "id"),
                        number(version, "version_number").intValue(),
                        null,
                        null,
                        null,
                        null,
                        AssetStatus.of(text(version, "status").toLowerCase(Locale.ROOT)),
                        OffsetDateTime.parse(text(version, "date_created")).toInstant(),
                        Actor.of(text(version, "created_by_user"))))
                .market(firstText(metadata, "Market"))
                .language(firstText(metadata, "Language"))
                .tags(texts(metadata, "Tags"))
                .creators(texts(metadata, "Creators"))
                .createdAt(OffsetDateTime.parse(text(hit, "date_created")).toInstant())
                .updatedAt(OffsetDateTime.parse(text(hit, "date_modified")).toInstant())
                .extensions(Extensions.of("iconik", rest))
                .build();
    }

    static Asset ofNode(Map<String, Object> data, Map<String, String> keys) {
        Map<String, Object> properties = object(data, "properties");
        Map<String, Object> values = first(data, "categories");
        Map<String, Object> version = object(data, "versions");
        Map<String, Object> own = new LinkedHashMap<>(properties);
        own.put("categories", values);
        return Asset.builder(SourceRef.of("xecm", number(properties, "id").toString()))
                .key(text(values, keys.get("Key")))
                .title(text(values, keys.get("Title")))
                .description(text(properties, "description"))
                .kind(AssetKind.ofMediaType(text(properties, "mime_type")))
                .status(AssetStatus.of(text(values, keys.get("Status")).toLowerCase(Locale.ROOT)))
                .market(text(values, keys.get("Market")))
                .language(text(values, keys.get("Language")))
                .currentVersion(new AssetVersion(
                        number(version, "version_number").toString(),
                        number(version, "version_number").intValue(),
                        text(version, "file_name"),
                        text(version, "mime_type"),
                        number(version, "file_size").longValue(),
                        null,
                        null,
                        Instant.parse(text(version, "create_date")),
                        Actor.of(number(version, "owner_id").toString())))
                .createdAt(Instant.parse(text(properties, "create_date")))
                .updatedAt(Instant.parse(text(properties, "modify_date")))
                .extensions(Extensions.of("xecm", own))
                .build();
    }

    private static String text(Map<String, Object> members, @Nullable String name) {
        return (String) Objects.requireNonNull(members.get(name));
    }

    private static Number number(Map<String, Object> members, String name) {
        return (Number) Objects.requireNonNull(members.get(name));
    }

    private static @Nullable String firstText(Map<String, Object> metadata, String name) {
        List<String> all = texts(metadata, name);
        return all.isEmpty() ? null : all.get(0);
    }

    @SuppressWarnings("unchecked") // the server is ours
    private static List<String> texts(Map<String, Object> metadata, String name) {
        return (List<String>) metadata.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked") // the server is ours
    private static Map<String, Object> object(Map<String, Object> members, String name) {
        return (Map<String, Object>) Objects.requireNonNull(members.get(name));
    }

    @SuppressWarnings("unchecked") // the server is ours
    private static Map<String, Object> first(Map<String, Object> members, String name) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(members.get(name))).get(0);
    }
}
