package dev.contentconnect.vip;

import static dev.contentconnect.vip.VipConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentMark;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.vip.api.WordpressQuery;
import dev.contentconnect.vip.map.CommentMapper;
import dev.contentconnect.vip.wire.WireComment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Comments on assets, packages and deliveries. */
final class WordpressComments implements CommentThread {
    private static final String LIST = "comments.list";
    private static final String ADD = "comments.add";

    private final Shelf shelf;

    WordpressComments(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Paged<Comment> comments(SourceRef subject) {
        long id = Shelf.id(LIST, subject);
        WordpressQuery query =
                WordpressQuery.ALL.with("post", id).pages(shelf.config.options().pageSize());
        return Paged.of(
                VipConnector.SYSTEM,
                LIST,
                cursor -> page(shelf.client.comments().list(query).page(cursor)));
    }

    private static Page<Comment> page(Page<WireComment> page) {
        List<Comment> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items()
                .forEach(one -> CommentMapper.toComment(one).peek(items::add).peekLeft(issues::add));
        return new Page<>(items, page.next(), page.total(), issues);
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        long id = Shelf.id(ADD, subject);
        long parent = draft.replyTo() == null ? 0 : Shelf.id(ADD, draft.replyTo());
        WireComment comment = there(id, draft.key()).orElseGet(() -> send(id, parent, draft));
        return CommentMapper.toComment(comment).getOrElseThrow(issue -> REFUSED.undecodable(ADD, issue));
    }

    private WireComment send(long post, long parent, CommentDraft draft) {
        String text = CommentMapper.message(draft.text(), draft.key(), draft.author());
        try {
            return once(shelf.client.comments().add(post, text, parent), post, draft.key());
        } catch (ConnectorException e) {
            if (!WordpressErrors.COMMENT_DUPLICATE.equals(e.error().trace().vendorCode())) {
                throw e;
            }
            // The text holds the key: it was said, by another process or by a call whose answer was lost.
            return there(post, draft.key()).orElseThrow(() -> e);
        }
    }

    /** WordPress looks for the same text and then writes, in two steps: of two in one moment the older one counts. */
    private WireComment once(WireComment made, long post, String key) {
        WireComment first = there(post, key).orElse(made);
        if (first.id() >= made.id()) {
            return made;
        }
        try {
            shelf.client.comments().delete(made.id());
        } catch (ConnectorException e) {
            // Who may not moderate may not take back either: then it stays said twice.
            if (e.kind() != ErrorKind.FORBIDDEN && e.kind() != ErrorKind.NOT_FOUND) {
                throw e;
            }
        }
        return first;
    }

    private Optional<WireComment> there(long post, String key) {
        WordpressQuery query = WordpressQuery.ALL.with("post", post).with("search", CommentMark.begin(key));
        return shelf.client.comments().list(query).stream()
                .filter(one -> one.post() == post && CommentMapper.isUnder(one, key))
                .min(Comparator.comparingLong(WireComment::id));
    }
}
