package dev.contentconnect.iconik;

import static dev.contentconnect.iconik.IconikConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.iconik.api.ListQuery;
import dev.contentconnect.iconik.map.CommentMapper;
import dev.contentconnect.iconik.wire.WireAsset;
import dev.contentconnect.iconik.wire.WireSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Comments on assets: segments of the type COMMENT, of all versions. */
final class IconikComments implements CommentThread {
    private static final String LIST = "comments.list";
    private static final String ADD = "comments.add";
    private static final ListQuery COMMENTS = ListQuery.ALL
            .with("segment_type", "COMMENT")
            .with("include_users", true)
            .with("include_all_versions", true)
            .with("sort", "date_created,asc");

    private final Library library;

    IconikComments(Library library) {
        this.library = library;
    }

    @Override
    public Paged<Comment> comments(SourceRef subject) {
        String asset = subject.idIn(IconikConnector.SYSTEM);
        ListQuery query = COMMENTS.pages(library.config.options().pageSize());
        return Paged.of(
                IconikConnector.SYSTEM,
                LIST,
                cursor ->
                        page(asset, library.client.segments().list(asset, query).page(cursor)));
    }

    private static Page<Comment> page(String asset, Page<WireSegment> page) {
        List<Comment> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items().stream()
                .filter(one -> !"DELETED".equals(one.status()))
                .forEach(one ->
                        CommentMapper.toComment(one, asset).peek(items::add).peekLeft(issues::add));
        return new Page<>(items, page.next(), null, issues);
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        String asset = subject.idIn(IconikConnector.SYSTEM);
        String parent = draft.replyTo() == null ? null : draft.replyTo().idIn(IconikConnector.SYSTEM);
        WireAsset found = library.usable(ADD, asset);
        Map<String, Object> fields = CommentMapper.toFields(
                draft.key(), draft.text(), draft.author(), Library.currentVersion(found), parent);
        WireSegment comment = add(asset, draft.key(), fields);
        return CommentMapper.toComment(comment, asset).getOrElseThrow(issue -> REFUSED.undecodable(ADD, issue));
    }

    /** One comment for one key; see {@link CommentMapper#toFields}. */
    WireSegment add(String asset, String key, Map<String, Object> fields) {
        return new UnderKey<>(
                        library,
                        ADD,
                        () -> there(asset, key),
                        one -> new UnderKey.Age(
                                Library.made(one.dateCreated()), Objects.requireNonNullElse(one.id(), "")),
                        one -> library.client.segments().delete(asset, Objects.requireNonNullElse(one.id(), "")))
                .findOrMake(() -> library.client.segments().create(asset, fields));
    }

    /** The service cannot ask for an id elsewhere, so the comments of the asset are looked through, oldest first. */
    private Optional<WireSegment> there(String asset, String key) {
        return library.client.segments().list(asset, COMMENTS.pages(ListQuery.MAX_SIZE)).stream()
                .filter(one -> CommentMapper.isUnder(one, key) && !"DELETED".equals(one.status()))
                .findFirst();
    }

    /** The keys of our comments on an asset, oldest first. */
    Stream<String> keys(String asset) {
        return library.client.segments().list(asset, COMMENTS.pages(ListQuery.MAX_SIZE)).stream()
                .filter(one -> !"DELETED".equals(one.status()))
                .map(CommentMapper::key)
                .filter(key -> !key.isEmpty());
    }
}
