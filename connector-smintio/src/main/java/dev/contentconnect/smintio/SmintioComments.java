package dev.contentconnect.smintio;

import static dev.contentconnect.smintio.SmintioConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.smintio.api.PortalCollections;
import dev.contentconnect.smintio.map.CommentMapper;
import dev.contentconnect.smintio.map.Ids;
import dev.contentconnect.smintio.wire.WireComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments on assets within the collection for reviews, and on collections. */
record SmintioComments(Library library, String reviews) implements CommentThread {
    private static final String LIST = "comments.list";
    private static final String ADD = "comments.add";

    /** Where people talk: a collection, and an asset in it or the collection itself. */
    private record Place(String collection, @Nullable String asset) {}

    private Place place(String operation, SourceRef subject) {
        String collection = Ids.collectionIn(subject);
        if (collection != null) {
            return new Place(collection, null);
        }
        if (Ids.licenseIn(subject) != null) {
            throw NotOffered.by(
                    SmintioConnector.SYSTEM, operation, "licences take no comments, assets of the portal do");
        }
        return new Place(reviews, subject.id());
    }

    private PortalCollections collections() {
        return library.client.portal().collections();
    }

    @Override
    public Paged<Comment> comments(SourceRef subject) {
        Place place = place(LIST, subject);
        return Paged.of(SmintioConnector.SYSTEM, LIST, cursor -> {
            Page<WireComment> page =
                    collections().comments(place.collection(), place.asset()).page(cursor);
            List<Comment> items = new ArrayList<>();
            List<MappingIssue> issues = new ArrayList<>(page.issues());
            page.items()
                    .forEach(one -> CommentMapper.toComment(one, subject)
                            .peek(items::add)
                            .peekLeft(issues::add));
            return new Page<>(items, page.next(), page.total(), issues);
        });
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        Place place = place(ADD, subject);
        if (draft.replyTo() != null) {
            throw NotOffered.by(SmintioConnector.SYSTEM, ADD + ".replyTo", "comments of a portal answer nothing");
        }
        Optional<WireComment> there = under(place, draft.key());
        WireComment comment = there.isPresent() ? there.get() : settled(place, draft);
        return CommentMapper.toComment(comment, subject).getOrElseThrow(issue -> REFUSED.undecodable(ADD, issue));
    }

    /** The portal cannot ask for a key, so the comments of the asset are looked through. */
    private Optional<WireComment> under(Place place, String key) {
        return collections().comments(place.collection(), place.asset()).stream()
                .filter(one -> one.commentId() != null && CommentMapper.isUnder(one, key))
                .findFirst();
    }

    /** Of two that were made at the same time the first in the list stays, for all who look. */
    private WireComment settled(Place place, CommentDraft draft) {
        WireComment made = make(place, CommentMapper.toText(draft.key(), draft.text(), draft.author()));
        WireComment first = under(place, draft.key()).orElse(made);
        String id = made.commentId();
        if (id != null && !id.equals(first.commentId())) {
            collections().deleteComment(place.collection(), place.asset(), id);
        }
        return first;
    }

    /** What is not in the collection yet is put there. */
    private WireComment make(Place place, String text) {
        try {
            return collections().comment(place.collection(), place.asset(), text);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.NOT_FOUND || place.asset() == null) {
                throw e;
            }
            library.client.portal().assets().get(place.asset());
            collections().add(place.collection(), List.of(place.asset()));
            return collections().comment(place.collection(), place.asset(), text);
        }
    }
}
