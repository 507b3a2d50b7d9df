package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.xecm.map.AssetMapper;
import dev.contentconnect.xecm.map.AttributeKeys;
import dev.contentconnect.xecm.map.Names;
import dev.contentconnect.xecm.map.Remarks;
import dev.contentconnect.xecm.wire.WireNode;
import dev.contentconnect.xecm.wire.WireVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and changes documents and URL nodes of the asset folder. */
final class XecmWriter implements AssetWriter {
    private static final String CREATE = "assets.create";
    private static final String UPDATE = "assets.update";
    private static final String ADD_VERSION = "assets.addVersion";

    private final Archive archive;

    XecmWriter(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Asset create(AssetDraft draft) {
        Long folder = archive.config.assets().folder();
        if (folder == null) {
            throw NotOffered.by(XecmConnector.SYSTEM, CREATE, "needs an asset folder");
        }
        Object address = draft.metadata().extensions().get(XecmConnector.SYSTEM).get("url");
        Content content = draft.content();
        if (content == null && address == null) {
            throw REFUSED.rejected(
                    CREATE, null, "an asset without bytes is a URL node and needs its address as the extension url");
        }
        Optional<WireNode> there = archive.byKey(XecmReader.SCOPE, draft.key(), folder);
        WireNode node = there.isPresent() ? there.get() : make(folder, draft, content, address);
        return archive.asset(CREATE, node);
    }

    private WireNode make(long folder, AssetDraft draft, @Nullable Content content, @Nullable Object address) {
        String mark = Names.mark(XecmReader.SCOPE, draft.key());
        String title = draft.metadata().title();
        String fileName = Sending.fileName(content == null ? null : content.fileName(), draft.key());
        String name = Names.marked(title == null || title.isBlank() ? fileName : title, mark);
        Map<String, Object> body =
                Archive.draft(content == null ? AssetMapper.URL : AssetMapper.DOCUMENT, folder, name);
        if (draft.metadata().description() != null) {
            body.put("description", draft.metadata().description());
        }
        Map<String, Object> values = values(folder, draft);
        if (!values.isEmpty()) {
            // This call wants them flat, the older one and the one for workspaces want them by category.
            body.put("roles", Map.of("categories", values));
        }
        long made;
        try {
            if (content == null) {
                body.put("url", String.valueOf(address));
                made = archive.client.nodes().create(body).id();
            } else {
                made = archive.client
                        .nodes()
                        .createDocument(body, fileName, Sending.body(CREATE, content))
                        .id();
            }
        } catch (ConnectorException e) {
            // Somebody else was faster, or an answer was lost.
            return XecmErrors.isDuplicate(e)
                    ? archive.byMark(folder, mark).stream().findFirst().orElseThrow(() -> e)
                    : rethrow(e);
        }
        WireNode settled = archive.settle(XecmReader.SCOPE, draft.key(), folder, made);
        if (settled.id() == made) {
            takeBackUnlessKept(settled, values);
        }
        return settled;
    }

    /** Half of an asset must not keep the key. */
    private void takeBackUnlessKept(WireNode made, Map<String, ?> sent) {
        try {
            Archive.checkKept(CREATE, made, sent);
        } catch (ConnectorException dropped) {
            try {
                archive.client.nodes().delete(made.id());
            } catch (ConnectorException e) {
                dropped.addSuppressed(e);
            }
            throw dropped;
        }
    }

    private static WireNode rethrow(ConnectorException e) {
        throw e;
    }

    private Map<String, Object> values(long folder, AssetDraft draft) {
        Map<String, Object> out = new LinkedHashMap<>();
        AttributeKeys keys = archive.catalog.assetKeys(CREATE, folder);
        if (keys != null) {
            AssetMapper.put(out, keys, "key", draft.key());
            AssetMapper.put(out, keys, "source", draft.metadata().ref().toString());
            checkPlaces(CREATE, draft.metadata(), keys);
            out.putAll(AssetMapper.toValues(draft.metadata(), keys));
        }
        AssetMapper.ownValues(draft.metadata()).values().forEach(out::putAll);
        return out;
    }

    @Override
    public Asset update(Asset asset) {
        long id = Archive.id(UPDATE, asset.ref());
        WireNode node = archive.client.nodes().withState(id);
        Instant changed = archive.dates.instant(node.modifyDate());
        if (asset.updatedAt() != null && !asset.updatedAt().equals(changed)) {
            throw REFUSED.conflict(UPDATE, "node " + id + " was changed at " + changed + ", after this asset was read");
        }
        Map<Long, Map<String, Object>> values = values(node, asset);
        // First what the server checks by the rules of the category: when it refuses, nothing has changed.
        values.forEach((category, sent) ->
                archive.putCategory(node, category, sent, CategoryForm.token(node.state(), category)));
        Map<String, Object> change = new LinkedHashMap<>();
        String title = asset.title();
        if (title != null && !title.isBlank()) {
            String name = renamed(String.valueOf(node.name()), title);
            if (!name.equals(node.name())) {
                change.put("name", name);
            }
        }
        if (asset.description() != null && !asset.description().equals(node.description())) {
            change.put("description", asset.description());
        }
        if (!change.isEmpty()) {
            archive.client.nodes().update(id, change);
        }
        Object url = asset.extensions().get(XecmConnector.SYSTEM).get("url");
        if (url != null && node.type() == AssetMapper.URL && !url.equals(node.url())) {
            archive.client.nodes().update(id, Map.of("url", url));
        }
        WireNode stored = archive.client.nodes().get(id);
        values.values().forEach(sent -> Archive.checkKept(UPDATE, stored, sent));
        return archive.asset(UPDATE, stored);
    }

    /** What changes, by category: a second write of one category would not have the newest token any more. */
    private Map<Long, Map<String, Object>> values(WireNode node, Asset asset) {
        Map<Long, Map<String, Object>> out = new LinkedHashMap<>();
        AttributeKeys keys = archive.catalog.assetKeys(UPDATE, node.id());
        if (keys != null) {
            checkPlaces(UPDATE, asset, keys);
            out.put(keys.category(), AssetMapper.toValues(asset, keys));
        }
        AssetMapper.ownValues(asset)
                .forEach((category, own) -> out.computeIfAbsent(category, any -> new LinkedHashMap<>())
                        .putAll(changed(node, own)));
        return out;
    }

    /** A value for which an attribute is configured that the category lacks would be lost without a word. */
    private void checkPlaces(String operation, Asset asset, AttributeKeys keys) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(AssetMapper.STATE, asset.status().equals(AssetStatus.UNKNOWN) ? null : asset.status());
        values.put("market", asset.market());
        values.put("language", asset.language());
        Map<String, String> names = archive.config.assets().fields();
        values.forEach((part, value) -> {
            String name = names.getOrDefault(part, "");
            if (value != null && !name.isBlank() && keys.key(part) == null) {
                throw REFUSED.rejected(
                        operation,
                        "fields_missing",
                        "category " + keys.category() + " has no attribute " + name + " for the " + part
                                + "; name another in assetFields, or leave it out there");
            }
        });
    }

    /** What an asset was read with comes back with it. */
    private static Map<String, Object> changed(WireNode node, Map<String, Object> values) {
        Map<String, Object> out = new LinkedHashMap<>(values);
        out.entrySet().removeIf(one -> {
            Object now = node.categories().fields().get(one.getKey());
            return one.getValue().equals(now == null ? "" : now);
        });
        return out;
    }

    /** A name keeps its mark. */
    private static String renamed(String name, String title) {
        int mark = name.lastIndexOf("[cc-");
        String unmarked = Names.unmarked(name);
        if (Names.isShortFor(unmarked, title)) {
            return name;
        }
        return mark < 0 || unmarked.equals(name)
                ? Names.clean(title)
                : Names.marked(title, name.substring(mark + 1, name.indexOf(']', mark)));
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        long id = Archive.id(ADD_VERSION, asset);
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        WireNode node = archive.client.nodes().get(id);
        if (node.type() != AssetMapper.DOCUMENT) {
            throw REFUSED.rejected(ADD_VERSION, null, "node " + id + " is no document");
        }
        String mark = Names.mark("version " + id, key);
        Optional<WireVersion> known = version(XecmReader.versions(archive, id), mark);
        if (known.isEmpty()) {
            String fileName = Sending.fileName(content.fileName(), String.valueOf(node.name()));
            // The only field of a version that takes a text.
            archive.client
                    .versions()
                    .add(
                            id,
                            fileName,
                            Sending.body(ADD_VERSION, content),
                            Map.of("description", Remarks.write(null, mark, null)));
            known = version(XecmReader.versions(archive, id), mark);
        }
        return known.map(one -> AssetMapper.toVersion(one, archive.dates))
                .orElseThrow(() -> REFUSED.conflict(ADD_VERSION, "somebody removed the new version of node " + id));
    }

    /** The oldest one, should two have been added in the same moment. */
    private static Optional<WireVersion> version(List<WireVersion> newestFirst, String mark) {
        return newestFirst.stream()
                .filter(one -> mark.equals(Remarks.reference(one.description())))
                .reduce((newer, older) -> older);
    }
}
