package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A system with one object that has a value and comments, and with the habits a test gives it. */
final class FakeSystem implements CommentThread, FieldPort {
    final String name;
    final SourceRef object;
    final List<FieldWrite> writes = new ArrayList<>();
    final List<CommentDraft> drafts = new ArrayList<>();

    /** What people do before each call arrives. */
    Runnable before = () -> {};

    /** What people do after a write took effect and before the next call. */
    Runnable afterWrite = () -> {};

    /** What happens while a page of comments is fetched. */
    Runnable beforePage = () -> {};

    int perPage = 1_000_000;
    Duration clockAhead = Duration.ZERO;
    boolean dated = true;
    boolean conditional = true;
    boolean answering = true;
    boolean ignoring;
    boolean threaded = true;
    UnaryOperator<String> habit = value -> value;
    UnaryOperator<String> knownHabit = value -> value;
    Predicate<CommentDraft> rejecting = draft -> false;

    @Nullable ConnectorException failure;

    @Nullable ConnectorException failureAfterEffect;

    private final TimeSource time;
    private final String ids;
    private final Map<String, Comment> comments = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private @Nullable String value;
    private @Nullable Instant changedAt;
    private int version;

    FakeSystem(String name, TimeSource time) {
        this(name, "", time);
    }

    /** One of several objects of a system. */
    FakeSystem(String name, String ids, TimeSource time) {
        this.name = name;
        this.ids = ids;
        this.object = SourceRef.of(name, ids + "o-1");
        this.time = time;
    }

    MirrorSide.Builder side() {
        return MirrorSide.of(name).comments(this).field("status", this);
    }

    // What people do.

    void set(@Nullable String next) {
        value = next;
        changedAt = now();
        version++;
    }

    @Nullable String value() {
        return value;
    }

    Comment say(String text) {
        return say("ann", text, null);
    }

    Comment say(String author, String text, @Nullable SourceRef replyTo) {
        return put(SourceRef.of(name, ids + "c-" + (comments.size() + 1)), author, text, now(), replyTo);
    }

    Comment sayAt(@Nullable Instant at, String text) {
        return put(SourceRef.of(name, ids + "c-" + (comments.size() + 1)), "ann", text, at, null);
    }

    void edit(Comment comment, String text) {
        Comment present = comments.get(comment.ref().id());
        if (present != null) {
            put(comment.ref(), "ann", text, present.at(), present.replyTo());
        }
    }

    void delete(Comment comment) {
        comments.remove(comment.ref().id());
    }

    List<String> texts() {
        return comments.values().stream().map(Comment::text).toList();
    }

    List<Comment> all() {
        return List.copyOf(comments.values());
    }

    private Comment put(
            SourceRef ref, @Nullable String author, String text, @Nullable Instant at, @Nullable SourceRef replyTo) {
        Actor by = author == null ? null : Actor.of(author);
        Comment comment = new Comment(ref, object, null, by, text, at, replyTo, Extensions.none());
        comments.put(ref.id(), comment);
        return comment;
    }

    private Instant now() {
        return time.now().plus(clockAhead);
    }

    // What the mirror does.

    @Override
    public Paged<Comment> comments(SourceRef subject) {
        before.run();
        return Paged.of(name, "comments.list", cursor -> {
            beforePage.run();
            List<Comment> all = all();
            int from = cursor == null ? 0 : Integer.parseInt(cursor.value());
            int to = Math.min(all.size(), from + perPage);
            return new Page<>(
                    all.subList(from, to), to < all.size() ? new Cursor(Integer.toString(to)) : null, null, List.of());
        });
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        before.run();
        if (!threaded && draft.replyTo() != null) {
            throw NotOffered.by(name, "comments.add.replyTo", "no threads");
        }
        if (rejecting.test(draft)) {
            throw error(new ConnectorError.Rejected(Trace.local(name, "comments.add", "not this one")));
        }
        raise(failure);
        String known = keys.get(draft.key());
        if (known == null) {
            drafts.add(draft);
            known = ids + "c-" + (comments.size() + 1);
            keys.put(draft.key(), known);
            String author = draft.author() == null ? null : draft.author().id();
            put(SourceRef.of(name, known), author, habit.apply(draft.text()), now(), draft.replyTo());
        }
        Comment added = comments.get(known);
        afterWrite.run();
        raise(failureAfterEffect);
        return added;
    }

    @Override
    public Reading read(SourceRef subject) {
        before.run();
        return present();
    }

    @Override
    public @Nullable Reading write(FieldWrite write) {
        before.run();
        raise(failure);
        if (conditional && !java.util.Objects.equals(value, write.seen().value())) {
            throw error(new ConnectorError.Conflict(Trace.local(name, "write", "changed meanwhile")));
        }
        writes.add(write);
        if (!ignoring) {
            set(write.value() == null ? null : habit.apply(write.value()));
        }
        Reading answer = answering ? present() : null;
        afterWrite.run();
        raise(failureAfterEffect);
        return answer;
    }

    @Override
    public String storedAs(String next) {
        return knownHabit.apply(next);
    }

    private Reading present() {
        return dated ? new Reading(value, changedAt, "v" + version) : Reading.of(value, null);
    }

    private static ConnectorException error(ConnectorError error) {
        return new ConnectorException(error);
    }

    private static void raise(@Nullable ConnectorException failure) {
        if (failure != null) {
            throw failure;
        }
    }
}
