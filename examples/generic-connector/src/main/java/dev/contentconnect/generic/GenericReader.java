package dev.contentconnect.generic;

import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.http.PathTemplate;
import dev.contentconnect.core.json.AssetField;
import dev.contentconnect.core.json.AssetFields;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetKind;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Rendition;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.time.Timestamps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assets at the places that the configuration names. */
final class GenericReader implements AssetReader {
    private final GenericConfig config;
    private final GenericClient client;
    private final AssetFields fields;
    private final LocalErrors refused;

    GenericReader(GenericConfig config, GenericClient client) {
        this.config = config;
        this.client = client;
        this.fields = new AssetFields(config.fields(), id -> SourceRef.of(config.system(), id));
        this.refused = LocalErrors.of(config.system());
    }

    /** What the configuration has no parameter or path for. */
    static Set<String> notOffered(GenericConfig config) {
        Set<String> out = new HashSet<>(Set.of("renditions", "content.rendition", "query.segments"));
        GenericChecks.FILTERS.stream()
                .filter(part -> config.filter(part) == null)
                .forEach(part -> out.add("query." + part));
        if (config.filter("key") == null || !config.fields().containsKey(AssetField.KEY)) {
            out.add("findByKey");
        }
        if (!config.has(GenericPath.CONTENT)) {
            out.add("content");
        } else if (!readsVersions(config)) {
            out.add("content.version");
        }
        return out;
    }

    private static boolean readsVersions(GenericConfig config) {
        PathTemplate template = config.paths().get(GenericPath.CONTENT);
        return template != null && template.names().contains(GenericPath.VERSION);
    }

    @Override
    public Asset get(SourceRef asset) {
        Object item = client.asset(asset.idIn(config.system()));
        return fields.read(item, "asset", issue -> {})
                .getOrElseThrow(issue -> refused.undecodable("assets.get", issue));
    }

    /** What an answer says it is about. */
    Optional<SourceRef> identity(@Nullable Object item) {
        return fields.read(item, "asset", issue -> {}).map(Asset::ref).toJavaOptional();
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        String parameter = config.filter("key");
        if (parameter == null || !config.fields().containsKey(AssetField.KEY)) {
            throw NotOffered.by(config.system(), "assets.findByKey", "no filter and field \"key\" are configured");
        }
        // Some systems pass a parameter over that they do not know, and some look for words in it.
        return query(AssetQuery.ALL.withKey(key)).stream()
                .filter(found -> key.equals(found.key()))
                .findFirst();
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        Map<String, @Nullable Object> parameters = parameters(query);
        int size = Math.min(query.pageSize(), config.options().pageSize());
        return Paged.of(config.system(), "assets.query", cursor -> page(parameters, size, cursor));
    }

    private Page<Asset> page(Map<String, @Nullable Object> parameters, int size, @Nullable Cursor cursor) {
        Page<Object> found = client.assets(parameters, size, cursor);
        List<Asset> assets = new ArrayList<>(found.items().size());
        List<MappingIssue> issues = new ArrayList<>();
        for (int i = 0; i < found.items().size(); i++) {
            fields.read(found.items().get(i), "items[" + i + "]", issues::add)
                    .peek(assets::add)
                    .peekLeft(issues::add);
        }
        return new Page<>(assets, found.next(), found.total(), issues);
    }

    private Map<String, @Nullable Object> parameters(AssetQuery query) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        put(out, "text", query.text());
        put(out, "key", query.key());
        put(out, "changedSince", query.changedSince() == null ? null : Timestamps.format(query.changedSince()));
        put(out, "statuses", query.statuses().stream().map(AssetStatus::value).toList());
        put(out, "kinds", query.kinds().stream().map(AssetKind::value).toList());
        put(out, "tags", query.tags());
        put(out, "segments", query.segments());
        return out;
    }

    private void put(Map<String, @Nullable Object> out, String part, @Nullable Object value) {
        if (value == null || List.of().equals(value)) {
            return;
        }
        String parameter = config.filter(part);
        if (parameter == null) {
            throw NotOffered.by(config.system(), "assets.query." + part, "no filter \"" + part + "\" is configured");
        }
        out.put(parameter, value);
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        AssetVersion only = get(asset).currentVersion();
        return only == null ? List.of() : List.of(only);
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        throw NotOffered.by(config.system(), "assets.renditions", "no path for renditions can be configured");
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        String id = asset.idIn(config.system());
        if (!config.has(GenericPath.CONTENT)) {
            throw NotOffered.by(config.system(), "assets.content", "no path \"content\" is configured");
        }
        if (rendition != null) {
            throw NotOffered.by(config.system(), "assets.content.rendition", "ask for the original");
        }
        if (version != null && !readsVersions(config)) {
            throw NotOffered.by(config.system(), "assets.content.version", "ask for the current version");
        }
        AssetVersion current = get(asset).currentVersion();
        String wanted = version != null ? version : current == null ? "" : current.id();
        // What is known of the current version says nothing of another.
        AssetVersion known = current != null && current.id().equals(wanted) ? current : null;
        return new GenericContent(
                client,
                id,
                wanted,
                known == null ? null : known.fileName(),
                known == null ? null : known.mediaType(),
                known == null || known.sizeBytes() == null ? -1 : known.sizeBytes());
    }
}
