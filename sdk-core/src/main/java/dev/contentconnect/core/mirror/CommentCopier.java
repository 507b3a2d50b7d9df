package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.mirror.CommentSent.Stage;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies the comments of one object to the other. */
final class CommentCopier {
    private final MirrorRun run;
    private final MirrorObject source;
    private final MirrorObject target;
    private final CommentThread thread;
    private final Map<SourceRef, Comment> said;
    private final CommentMemory here;
    private final CommentMemory there;
    private final CommentEvents events;

    /**
     * @param thread where copies are added
     * @param said what stands at the source, by its own identity, in the order of the system
     * @param here what was sent to the source
     * @param there what was sent to the target
     */
    CommentCopier(
            MirrorRun run,
            MirrorObject source,
            MirrorObject target,
            CommentThread thread,
            Map<SourceRef, Comment> said,
            CommentMemory here,
            CommentMemory there) {
        this.run = run;
        this.source = source;
        this.target = target;
        this.thread = thread;
        this.said = said;
        this.here = here;
        this.there = there;
        this.events = new CommentEvents(run, source, target);
    }

    /**
     * Ends what an earlier run began, under the same key: the copy may stand there already, and until it is known for one,
     * it looks like somebody's comment.
     */
    void completeOpen() {
        for (StateLink link : there.open(run.pair())) {
            CommentSent sent = CommentSent.of(link);
            Comment original =
                    said.get(SourceRef.of(source.ref().system(), link.from().id()));
            if (original == null || !source.side().shows(original)) {
                String text = CommentText.ofGone(source, link.from().id());
                CommentDraft draft = new CommentDraft(key(link.from(), sent), text, null, null);
                Comment gone = original == null ? Comment.of(link.from(), source.ref(), null, "", null) : original;
                deliver(link.from(), gone, sent, draft);
                continue;
            }
            CommentDraft draft = draft(original, link.from(), sent);
            Comment copy = deliver(link.from(), original, sent, draft);
            CommentSent now = new CommentSent(Stage.DONE, sent.times(), Prints.ofComment(original.text()), run.pair());
            if (copy != null && !now.print().equals(sent.print()) && copy.text().equals(draft.text())) {
                // The comment was edited meanwhile, and the copy shows the edit: it was not there before.
                move(link.from(), now);
            }
        }
    }

    /** Copies what is new or edited, in the order in which it was said. */
    void copyNew() {
        for (Comment comment : inOrder()) {
            SourceRef original = source.stored(comment.ref());
            String print = Prints.ofComment(comment.text());
            StateLink link = there.sent(original);
            CommentSent before = link == null ? new CommentSent(Stage.OPEN, 0, "", run.pair()) : CommentSent.of(link);
            if (!print.equals(before.print())) {
                CommentSent sent = new CommentSent(Stage.OPEN, before.times() + 1, print, run.pair());
                move(original, sent);
                deliver(original, comment, sent, draft(comment, original, sent));
            }
        }
    }

    private List<Comment> inOrder() {
        record Dated(Comment comment, Instant at) {}
        List<Dated> dated = new ArrayList<>();
        boolean isDoubtful = here.awaitsAnother(run.pair());
        Instant last = Instant.MIN;
        for (Comment comment : said.values()) {
            Instant at = comment.at();
            last = at == null ? last : at;
            boolean isCopy = here.isCopy(source.stored(comment.ref()))
                    || (isDoubtful && CommentText.looksCopied(target, comment));
            if (!isCopy && source.side().shows(comment)) {
                dated.add(new Dated(comment, last));
            }
        }
        dated.sort(Comparator.comparing(Dated::at));
        return dated.stream().map(Dated::comment).toList();
    }

    private CommentDraft draft(Comment comment, SourceRef original, CommentSent sent) {
        SourceRef place = run.<@Nullable SourceRef>read(view -> there.copyOf(view, original)
                .or(() -> answered(comment, view))
                .map(found -> SourceRef.of(target.ref().system(), found.id()))
                .orElse(null));
        String answered = place == null ? answeredBy(comment) : null;
        return new CommentDraft(key(original, sent), text(comment, sent, answered), comment.author(), place);
    }

    /** For the text of a copy that stands outside of its thread. */
    private @Nullable String answeredBy(Comment comment) {
        return comment.replyTo() == null ? null : CommentText.name(said.get(comment.replyTo()));
    }

    /** The other system's form of the comment that is answered. */
    private Optional<SourceRef> answered(Comment comment, StateView view) {
        if (comment.replyTo() == null) {
            return Optional.empty();
        }
        SourceRef parent = source.stored(comment.replyTo());
        return here.isCopy(parent) ? here.originalOf(view, parent) : there.copyOf(view, parent);
    }

    private String text(Comment comment, CommentSent sent, @Nullable String answered) {
        boolean isEdited = sent.times() > 1;
        return CommentText.of(source, comment, isEdited, answered, target.side().maxCommentLength());
    }

    private String key(SourceRef original, CommentSent sent) {
        return "mirror-"
                + Prints.of(
                        run.pair(), original.toString(), target.stored().toString(), sent.times() + " " + sent.print());
    }

    /** The copy, or null when the other system does not take it. */
    private @Nullable Comment deliver(SourceRef original, Comment comment, CommentSent sent, CommentDraft draft) {
        Comment copy;
        try {
            copy = add(comment, sent, draft);
        } catch (ConnectorException e) {
            if (e.kind() != ErrorKind.REJECTED) {
                throw e;
            }
            StateLink refused = there.next(original, sent.at(Stage.REFUSED), run.now());
            run.commit(t -> there.write(t, refused), events.refused(comment, draft, e));
            there.remember(refused);
            return null;
        }
        StateLink done = there.next(original, sent.at(Stage.DONE), run.now());
        SourceRef stored = target.stored(copy.ref());
        run.commit(
                t -> {
                    there.write(t, done);
                    there.writeCopy(t, done, stored);
                },
                events.copied(comment, draft, copy));
        there.remember(done);
        there.rememberCopy(stored);
        return copy;
    }

    /** Without its place in the thread where the system has no threads, or where what it answers is gone. */
    private Comment add(Comment comment, CommentSent sent, CommentDraft draft) {
        try {
            return thread.add(target.ref(), draft);
        } catch (ConnectorException e) {
            boolean placeless = e.kind() == ErrorKind.REJECTED || e.kind() == ErrorKind.NOT_FOUND;
            if (draft.replyTo() == null || !placeless) {
                throw e;
            }
            String answered = answeredBy(comment);
            return thread.add(
                    target.ref(), new CommentDraft(draft.key(), text(comment, sent, answered), draft.author(), null));
        }
    }

    private void move(SourceRef original, CommentSent sent) {
        StateLink next = there.next(original, sent, run.now());
        run.commit(t -> there.write(t, next), null);
        there.remember(next);
    }
}
