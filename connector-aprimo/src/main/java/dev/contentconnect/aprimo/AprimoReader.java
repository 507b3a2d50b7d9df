package dev.contentconnect.aprimo;

import static dev.contentconnect.aprimo.AprimoConnector.REFUSED;
import static dev.contentconnect.aprimo.AprimoConnector.SYSTEM;

import dev.contentconnect.aprimo.api.OrderRequest;
import dev.contentconnect.aprimo.api.SearchTerm;
import dev.contentconnect.aprimo.api.Select;
import dev.contentconnect.aprimo.map.AssetMapper;
import dev.contentconnect.aprimo.wire.WireFileVersion;
import dev.contentconnect.aprimo.wire.WireRecord;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Asset;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assets: one by its id or key, past the index; lists by the index. */
final class AprimoReader implements AssetReader {
    private static final String GET = "assets.get";
    private static final String QUERY = "assets.query";
    private static final String CONTENT = "assets.content";
    private static final Select FILES = Select.record("masterfile", "masterfilelatestversion");

    private final Library library;
    private final Renditions renditions;

    AprimoReader(Library library) {
        this.library = library;
        this.renditions = new Renditions(library);
    }

    @Override
    public Asset get(SourceRef asset) {
        return library.asset(GET, library.record(asset));
    }

    @Override
    public Optional<Asset> findByKey(String key) {
        String operation = "assets.findByKey";
        String field = keyField(operation);
        return library.byKey(field, key).map(one -> library.asset(operation, one));
    }

    private String keyField(String operation) {
        String field = library.config.keyField();
        if (field == null) {
            throw NotOffered.by(SYSTEM, operation, "name a field for keys in the option keyField");
        }
        return field;
    }

    @Override
    public Paged<Asset> query(AssetQuery query) {
        Searches searches = Searches.of(library, query);
        return Paged.of(
                SYSTEM,
                QUERY,
                cursor -> searches.term()
                        .map(term -> page(searches, term, cursor))
                        .orElse(Page.of(List.of(), null)));
    }

    private Page<Asset> page(Searches searches, SearchTerm term, @Nullable Cursor cursor) {
        Page<WireRecord> page = library.client
                .search()
                .records(term, Library.ASSET, Math.min(searches.wanted().pageSize(), PagedLists.MAX_SIZE))
                .page(cursor);
        List<Asset> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items().forEach(one -> library.mapped(one).peek(items::add).peekLeft(issues::add));
        items.removeIf(one -> !searches.accepts(one));
        return new Page<>(items, page.next(), null, issues);
    }

    @Override
    public List<AssetVersion> versions(SourceRef asset) {
        WireRecord record = library.client.records().get(Library.id(asset), FILES);
        return versions(record).stream().map(AssetMapper::toVersion).toList();
    }

    private List<WireFileVersion> versions(WireRecord record) {
        String file = record.masterFile() == null
                ? null
                : Library.fileId(record.masterFile().id());
        return file == null ? List.of() : sorted(library.client.files().versions(file, Select.NOTHING));
    }

    /** Those that have an id, newest first. */
    static List<WireFileVersion> sorted(List<WireFileVersion> versions) {
        List<WireFileVersion> out = new ArrayList<>(versions);
        out.removeIf(one -> Library.fileId(one.id()) == null);
        out.sort(Comparator.comparing(
                one -> Objects.requireNonNullElse(one.versionNumber(), 0), Comparator.reverseOrder()));
        return out;
    }

    @Override
    public List<Rendition> renditions(SourceRef asset) {
        return renditions.of(Library.id(asset));
    }

    @Override
    public Content content(SourceRef asset, @Nullable String version, @Nullable String rendition) {
        String id = Library.id(asset);
        if (rendition != null && version == null) {
            return renditions.content(id, rendition);
        }
        WireRecord record = library.client.records().get(id, FILES);
        WireFileVersion wanted = wanted(id, record, version);
        if (rendition != null) {
            if (!wanted.equals(record.masterFileLatestVersion())) {
                throw REFUSED.notFound(CONTENT, "renditions are at hand for the latest version of record " + id);
            }
            return renditions.content(id, rendition);
        }
        String file = Objects.requireNonNull(wanted.id());
        return new AprimoContent(
                library.client.files(),
                () -> library.client
                        .orders()
                        .delivered(library.client.orders().create(OrderRequest.downloadVersion(file)))
                        .get(0),
                wanted.fileName(),
                wanted.fileSize() == null || wanted.fileSize() < 0 ? -1 : wanted.fileSize());
    }

    private WireFileVersion wanted(String id, WireRecord record, @Nullable String version) {
        WireFileVersion latest = record.masterFileLatestVersion();
        String current = latest == null ? null : Library.fileId(latest.id());
        if (latest != null && current != null && (version == null || current.equals(version))) {
            return latest;
        }
        if (version == null) {
            throw REFUSED.notFound(CONTENT, "record " + id + " has no file");
        }
        return versions(record).stream()
                .filter(one -> version.equals(Library.fileId(one.id())))
                .findFirst()
                .orElseThrow(() -> REFUSED.notFound(CONTENT, "record " + id + " has no version " + version));
    }
}
