package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.AssetVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.AssetWriter;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The media side of the flows between media and workspaces. Every method may be repeated. */
final class MediaLibrary {
    /** Where a connector keeps metadata among the extensions: field to values, by the names of the system. */
    private static final String METADATA = "metadata";

    private final String system;
    private final AssetReader reader;
    private final AssetWriter writer;
    private final @Nullable CommentThread thread;
    private final Function<SourceRef, URI> pages;

    MediaLibrary(Connector media, Function<SourceRef, URI> pages) {
        this(media, pages, media.require(CommentThread.class));
    }

    private MediaLibrary(Connector media, Function<SourceRef, URI> pages, @Nullable CommentThread thread) {
        this.system = media.system();
        this.reader = media.require(AssetReader.class);
        this.writer = media.require(AssetWriter.class);
        this.thread = thread;
        this.pages = pages;
    }

    /** For a flow that neither reads nor says anything, of a library that may have no comments. */
    static MediaLibrary silent(Connector media, Function<SourceRef, URI> pages) {
        return new MediaLibrary(media, pages, null);
    }

    private CommentThread thread() {
        return Objects.requireNonNull(thread, "a silent flow");
    }

    boolean owns(@Nullable SourceRef ref) {
        return ref != null && ref.system().equals(system);
    }

    /** An asset; nothing when it is gone or in the bin. */
    Optional<Asset> find(SourceRef asset) {
        return NotThere.orBinned(reader, asset);
    }

    /** What the index says has a segment. It may be behind, so each has to be read. */
    List<SourceRef> naming(Segment segment) {
        return reader.query(AssetQuery.ALL.withSegments(List.of(segment))).stream()
                .map(Asset::ref)
                .toList();
    }

    /** Where people see an asset. */
    URI page(SourceRef asset) {
        return pages.apply(asset);
    }

    Link link(Asset asset) {
        return new Link(title(asset), page(asset.ref()), asset.ref());
    }

    /** What is said of one version, oldest first. */
    List<Comment> comments(SourceRef asset, String version) {
        return thread().comments(asset).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .toList();
    }

    void say(SourceRef asset, String key, String text, @Nullable Actor author) {
        thread().add(asset, new CommentDraft(key, text, author, null));
    }

    /**
     * Writes fields; those that hold what is wanted are left alone, and no values clear one.
     *
     * @return whether anything had to be written
     */
    boolean write(Asset now, Map<String, List<String>> wanted) {
        Map<String, List<String>> change = new LinkedHashMap<>(wanted);
        change.entrySet().removeIf(one -> one.getValue().equals(values(now, one.getKey())));
        if (change.isEmpty()) {
            return false;
        }
        writer.update(Asset.builder(now.ref())
                .extensions(Extensions.of(system, Map.of(METADATA, change)))
                .build());
        return true;
    }

    /** The values of a field; may be empty. */
    static List<String> values(Asset asset, String field) {
        Object all = asset.extensions().get(asset.ref().system()).get(METADATA);
        return all instanceof Map<?, ?> fields && fields.get(field) instanceof List<?> values
                ? values.stream()
                        .filter(Objects::nonNull)
                        .map(value -> value.toString().strip())
                        .filter(value -> !value.isEmpty())
                        .toList()
                : List.of();
    }

    /** The first value of a field; blank when there is none. */
    static String text(Asset asset, String field) {
        List<String> values = values(asset, field);
        return values.isEmpty() ? "" : values.get(0);
    }

    static String title(Asset asset) {
        String title = asset.title();
        return title == null || title.isBlank() ? asset.ref().id() : title;
    }

    /** What people call a version. */
    static String name(AssetVersion version) {
        return version.number() == null ? version.id() : version.number().toString();
    }

    /** Names one version of an asset: part of the keys of effects. */
    static SourceRef versionRef(SourceRef asset, String version) {
        return SourceRef.of(asset.system(), asset.id() + "@" + version);
    }
}
