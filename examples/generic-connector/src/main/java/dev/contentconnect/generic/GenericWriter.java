package dev.contentconnect.generic;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import dev.contentconnect.core.spi.NotOffered;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes assets under keys and changes them; a key stands in the field that is mapped for it. */
final class GenericWriter implements AssetWriter {
    private final GenericConfig config;
    private final GenericClient client;
    private final GenericReader reader;
    private final LocalErrors refused;

    GenericWriter(GenericConfig config, GenericClient client, GenericReader reader) {
        this.config = config;
        this.client = client;
        this.reader = reader;
        this.refused = LocalErrors.of(config.system());
    }

    /** What the configuration has no path for, and versions, for which no key could be kept. */
    static Set<String> notOffered(GenericConfig config) {
        Set<String> out = new HashSet<>(Set.of("addVersion"));
        if (!config.has(GenericPath.UPLOAD)) {
            out.add("create.content");
        }
        if (!config.has(GenericPath.UPDATE)) {
            out.add("update");
        }
        return out;
    }

    @Override
    public Asset create(AssetDraft draft) {
        Content content = draft.content();
        if (content != null && !config.has(GenericPath.UPLOAD)) {
            throw NotOffered.by(config.system(), "assets.create.content", "no path \"upload\" is configured");
        }
        if (content != null && content.length() < 0) {
            throw refused.lengthUnknown("assets.create");
        }
        Asset made = reader.findByKey(draft.key()).orElseGet(() -> make(draft));
        if (content == null || hasBytes(made)) {
            return made;
        }
        client.upload(made.ref().id(), content);
        return reader.get(made.ref());
    }

    private Asset make(AssetDraft draft) {
        Object said;
        try {
            said = client.create(AssetBody.of(config, draft));
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.CONFLICT) {
                return reader.findByKey(draft.key()).orElseThrow(() -> e);
            }
            throw e;
        }
        return reader.get(identity(said, draft.key()));
    }

    /** Some systems say nothing of what they made but that they did; the key finds it. */
    private SourceRef identity(@Nullable Object said, String key) {
        Optional<SourceRef> told = reader.identity(said);
        return told.orElseGet(() -> reader.findByKey(key)
                .map(Asset::ref)
                .orElseThrow(() -> refused.undecodable("assets.create", "the system does not say what it made")));
    }

    private static boolean hasBytes(Asset asset) {
        AssetVersion version = asset.currentVersion();
        return version != null && version.sizeBytes() != null && version.sizeBytes() > 0;
    }

    @Override
    public Asset update(Asset asset) {
        String id = asset.ref().idIn(config.system());
        if (!config.has(GenericPath.UPDATE)) {
            throw NotOffered.by(config.system(), "assets.update", "no path \"update\" is configured");
        }
        Map<String, @Nullable Object> change = AssetBody.of(config, asset);
        if (!change.isEmpty()) {
            client.update(id, change);
        }
        return reader.get(asset.ref());
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        throw NotOffered.by(config.system(), "assets.addVersion", "there is no place for the key of a version");
    }
}
