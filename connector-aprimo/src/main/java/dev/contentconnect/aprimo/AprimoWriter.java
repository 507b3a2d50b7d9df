package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;

import dev.contentconnect.aprimo.api.RecordChange;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.AssetFields;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetStatus;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetDraft;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.Content;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes records. A new one comes with its key, fields and file in one request, after the bytes were sent: there is
 * no half of it. Its key is in a field that the service keeps unique; a version's key is in its comment.
 */
final class AprimoWriter implements AssetWriter {
    private static final String CREATE = "assets.create";
    private static final String UPDATE = "assets.update";
    private static final String ADD_VERSION = "assets.addVersion";
    private static final Select FILE = Select.record("masterfile");

    private final Library library;
    private final String keyField;

    AprimoWriter(Library library, String keyField) {
        this.library = library;
        this.keyField = keyField;
    }

    @Override
    public Asset create(AssetDraft draft) {
        Optional<WireRecord> there = library.byKey(keyField, draft.key());
        WireRecord record = there.isPresent() ? there.get() : make(draft);
        return library.asset(CREATE, record);
    }

    private WireRecord make(AssetDraft draft) {
        RecordChange change = new RecordChange().status("draft");
        if (library.config.contentType() != null) {
            change.contentType(library.config.contentType());
        }
        if (library.config.classification() != null) {
            change.file(library.config.classification());
        }
        library.writer.put(CREATE, change, keyField, List.of(draft.key()));
        AssetMapper.toValues(draft.metadata(), library.config.assetFields())
                .forEach((field, words) -> library.writer.put(CREATE, change, field, words));
        Content content = draft.content();
        if (content != null) {
            change.master(library.client.uploads().send(content), FileNames.of(content), null);
        }
        String id;
        try {
            id = library.client.records().create(change);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.REJECTED && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            // The key is unique: somebody may have been faster.
            return library.byKey(keyField, draft.key()).orElseThrow(() -> e);
        }
        return library.client.records().get(id, Library.ASSET);
    }

    @Override
    public Asset update(Asset asset) {
        String id = Library.id(asset.ref());
        WireRecord before = library.client.records().get(id, Library.ASSET);
        Asset there = library.asset(UPDATE, before);
        if (asset.updatedAt() != null && !asset.updatedAt().equals(there.updatedAt())) {
            throw REFUSED.conflict(
                    UPDATE, "record " + id + " was changed at " + there.updatedAt() + ", after this asset was read");
        }
        RecordChange change = new RecordChange();
        if (!asset.status().equals(AssetStatus.UNKNOWN) && !asset.status().equals(there.status())) {
            checkWay(there.status(), asset.status());
            new States(library).put(UPDATE, change, before, asset.status());
        }
        Map<String, List<String>> wanted = AssetMapper.toValues(asset, library.config.assetFields());
        Map<String, List<String>> now = library.words(before, wanted.keySet());
        // What did not change is not sent: whoever else changes it at the same time keeps their word.
        wanted.forEach((field, words) -> {
            if (!words.equals(now.getOrDefault(field, List.of()))) {
                library.writer.put(UPDATE, change, field, words);
            }
        });
        Set<String> written = new HashSet<>(wanted.keySet());
        // The status decides about it, and the fields among the extensions may be older.
        Optional.ofNullable(library.config.assetFields().get(AssetFields.STATE)).ifPresent(written::add);
        new OwnFields(library, written).put(UPDATE, asset, before, change);
        if (change.isEmpty()) {
            return there;
        }
        library.client.records().update(id, change);
        return library.asset(UPDATE, library.client.records().get(id, Library.ASSET));
    }

    /** The publisher looks at block and version and keeps count of what is out, and it alone takes public links back. */
    private void checkWay(AssetStatus now, AssetStatus wanted) {
        boolean out = now.equals(AssetStatus.PUBLISHED) && library.config.publicationField() != null;
        if (out || wanted.equals(AssetStatus.PUBLISHED)) {
            throw REFUSED.rejected(
                    UPDATE,
                    null,
                    "from " + now + " to " + wanted
                            + " leads another way: the publisher, see the option publicationField");
        }
    }

    @Override
    public AssetVersion addVersion(SourceRef asset, String key, Content content) {
        String id = Library.id(asset);
        if (key.isBlank()) {
            throw new IllegalArgumentException("key must not be blank");
        }
        WireRecord record = library.client.records().get(id, FILE);
        String mark = "ContentConnect version " + key;
        Optional<WireFileVersion> there = marked(record, mark);
        if (there.isPresent()) {
            return AssetMapper.toVersion(there.get());
        }
        String name = FileNames.of(content);
        String file = file(record);
        String token = library.client.uploads().send(content);
        RecordChange change = new RecordChange();
        if (file == null || library.config.versionForm() == AprimoConfig.VersionForm.MASTER) {
            change.master(token, name, mark);
        } else {
            change.version(file, token, name, mark);
        }
        ConnectorException refused = null;
        try {
            library.client.records().update(id, change);
        } catch (ConnectorException e) {
            // A token of an upload works once: a repeat after a lost answer is refused although the version is there.
            if (e.kind() != ErrorKind.REJECTED && e.kind() != ErrorKind.CONFLICT) {
                throw e;
            }
            refused = e;
        }
        Optional<WireFileVersion> added = marked(library.client.records().get(id, FILE), mark);
        if (added.isEmpty() && refused != null) {
            throw refused;
        }
        return added.map(AssetMapper::toVersion)
                .orElseThrow(() -> REFUSED.rejected(
                        ADD_VERSION,
                        LocalErrors.DROPPED,
                        "record " + id + " has no such version afterwards; see the option versionForm"));
    }

    private static @Nullable String file(WireRecord record) {
        return record.masterFile() == null
                ? null
                : Library.fileId(record.masterFile().id());
    }

    /** The version with a mark; of several that were added in the same moment, the first one. */
    private Optional<WireFileVersion> marked(WireRecord record, String mark) {
        String file = file(record);
        List<WireFileVersion> all = file == null
                ? List.of()
                : AprimoReader.sorted(library.client.files().versions(file, Select.NOTHING));
        return all.stream().filter(one -> mark.equals(one.comment())).reduce((newer, older) -> older);
    }
}
