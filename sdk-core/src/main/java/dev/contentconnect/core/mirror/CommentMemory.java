package dev.contentconnect.core.mirror;

import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateTransaction;
import dev.contentconnect.core.state.StateView;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered about the comments that were sent to one object. Three kinds of link: from an original to the object
 * it is sent to, with how far that is; from a copy to the object it stands on, so that a copy is known for one; from an
 * original to each of its copies, for threads and for those who look.
 */
final class CommentMemory {
    private final String mirror;
    private final SourceRef object;
    private final Map<SourceRef, StateLink> sent = new HashMap<>();
    private final Set<SourceRef> copies = new HashSet<>();

    private CommentMemory(String mirror, SourceRef object) {
        this.mirror = mirror;
        this.object = object;
    }

    static CommentMemory load(StateView view, String mirror, SourceRef object) {
        CommentMemory memory = new CommentMemory(mirror, object);
        for (StateLink link : view.linksTo(object, memory.type("sent"))) {
            memory.sent.put(link.from(), link);
        }
        for (StateLink link : view.linksTo(object, memory.type("copy-on"))) {
            memory.copies.add(link.from());
        }
        return memory;
    }

    /** Whether a comment of this object is a copy of ours. */
    boolean isCopy(SourceRef comment) {
        return copies.contains(comment);
    }

    @Nullable StateLink sent(SourceRef original) {
        return sent.get(original);
    }

    /** What this pair began and nobody saw the end of, oldest first. */
    List<StateLink> open(String pair) {
        return sent.values().stream()
                .filter(link -> isOpen(link) && !CommentSent.of(link).isOfAnother(pair))
                .sorted(Comparator.comparing(StateLink::updatedAt).thenComparing(StateLink::from))
                .toList();
    }

    /** Whether a copy of another pair may stand here that nobody knows for one yet. */
    boolean awaitsAnother(String pair) {
        return sent.values().stream()
                .anyMatch(link -> isOpen(link) && CommentSent.of(link).isOfAnother(pair));
    }

    private static boolean isOpen(StateLink link) {
        return CommentSent.of(link).stage() == CommentSent.Stage.OPEN;
    }

    /** The link of an original, one step further. */
    StateLink next(SourceRef original, CommentSent now, Instant at) {
        StateLink before = sent.get(original);
        long version = before == null ? 1 : before.version() + 1;
        return new StateLink(original, type("sent"), object, version, now.text(), at);
    }

    /** Writes what {@link #next} made. */
    void write(StateTransaction t, StateLink next) {
        t.replaceLink(sent.get(next.from()), next);
    }

    /** Writes that a copy is one. */
    void writeCopy(StateTransaction t, StateLink done, SourceRef copy) {
        CommentSent sentNow = CommentSent.of(done);
        t.putLink(new StateLink(copy, type("copy-on"), object, 1, sentNow.print(), done.updatedAt()));
        t.putLink(new StateLink(done.from(), type("copy"), copy, sentNow.times(), sentNow.print(), done.updatedAt()));
    }

    /** After the transaction. */
    void remember(StateLink next) {
        sent.put(next.from(), next);
    }

    void rememberCopy(SourceRef copy) {
        copies.add(copy);
    }

    /** The first copy on this object: that of an edit answers it. */
    Optional<SourceRef> copyOf(StateView view, SourceRef original) {
        return view.linksFrom(original, type("copy")).stream()
                .filter(link -> copies.contains(link.to()))
                .min(Comparator.comparingLong(StateLink::version))
                .map(StateLink::to);
    }

    /** What a copy on this object was made of. */
    Optional<SourceRef> originalOf(StateView view, SourceRef copy) {
        return view.linksTo(copy, type("copy")).stream()
                .map(StateLink::from)
                .filter(sent::containsKey)
                .findFirst();
    }

    private String type(String what) {
        return MirrorPlan.type(mirror, what);
    }
}
