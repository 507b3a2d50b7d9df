package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.CommentsMapper;
import dev.contentconnect.aprimo.pm.map.Notes;
import dev.contentconnect.aprimo.pm.wire.WireAnnotation;
import dev.contentconnect.aprimo.pm.wire.WireVersion;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes on work and money, marks on assets under review, comments on files (which can be read alone). */
final class PmComments implements CommentThread {
    private static final String LIST = "comments.list";
    private static final String ADD = "comments.add";
    private static final Comparator<Comment> OLDEST_FIRST =
            Comparator.comparing(Comment::at, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Desk desk;
    private final NoteBook notes;

    PmComments(Desk desk) {
        this.desk = desk;
        this.notes = new NoteBook(desk);
    }

    @Override
    public Paged<Comment> comments(SourceRef subject) {
        PmRef object = Desk.object(LIST, subject);
        return Paged.of(PmHttp.SYSTEM, LIST, cursor -> Page.of(all(object), null));
    }

    private List<Comment> all(PmRef object) {
        if (object.isOf(PmRef.DIGITAL_ASSETS)) {
            PmRef version = version(LIST, object, desk.client.digitalAssets().versions(object.id()));
            return ofAsset(version);
        }
        if (object.isOf(PmRef.ATTACHMENTS)) {
            PmRef version = version(LIST, object, desk.client.attachments().versions(object.id()));
            return sorted(desk.client.attachments().comments(version.id(), number(version)).stream()
                    .map(one -> CommentsMapper.toComment(one, version, desk.config))
                    .filter(Objects::nonNull)
                    .toList());
        }
        return notes.read(LIST, object).stream()
                .map(one -> CommentsMapper.toComment(one, object))
                .toList();
    }

    private List<Comment> ofAsset(PmRef version) {
        List<@Nullable Comment> out = new ArrayList<>();
        desk.client
                .digitalAssets()
                .comments(version.id(), number(version))
                .forEach(one -> out.add(CommentsMapper.toComment(one, version, desk.config)));
        desk.client
                .digitalAssets()
                .annotations(version.id(), number(version))
                .forEach(one -> out.add(CommentsMapper.toComment(one, version, desk.config)));
        List<Comment> found = new ArrayList<>();
        out.forEach(one -> {
            if (one != null) {
                found.add(one);
            }
        });
        return sorted(found);
    }

    private static List<Comment> sorted(List<Comment> comments) {
        return comments.stream().sorted(OLDEST_FIRST).toList();
    }

    private static long number(PmRef version) {
        return Objects.requireNonNull(version.version());
    }

    /** The version that is named, else the one that counts, else the last. */
    private static PmRef version(String operation, PmRef object, List<WireVersion> versions) {
        Long wanted = object.version();
        WireVersion found = versions.stream()
                .filter(one -> wanted == null ? one.isDefault() : wanted.equals(one.id()))
                .findFirst()
                .orElse(wanted != null || versions.isEmpty() ? null : versions.get(versions.size() - 1));
        Long id = found == null ? null : found.id();
        if (id == null) {
            throw REFUSED.notFound(operation, object + " has no such version");
        }
        return new PmRef(object.resource(), object.id(), id);
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        subject.idIn(PmHttp.SYSTEM);
        if (draft.replyTo() != null) {
            throw NotOffered.by(PmHttp.SYSTEM, ADD + ".replyTo", "no call answers a comment; add one without replyTo");
        }
        PmRef object = Desk.object(ADD, subject);
        if (object.isOf(PmRef.ATTACHMENTS)) {
            throw REFUSED.rejected(ADD, "read_only", "comments on attachments can be read alone");
        }
        if (!object.isOf(PmRef.DIGITAL_ASSETS)) {
            Notes.Note note = notes.add(ADD, object, draft.key(), draft.text(), draft.author());
            return CommentsMapper.toComment(note, object);
        }
        PmRef version = version(ADD, object, desk.client.digitalAssets().versions(object.id()));
        Optional<Comment> there = there(version, draft.key());
        if (there.isPresent()) {
            return there.get();
        }
        desk.client
                .digitalAssets()
                .annotate(
                        version.id(),
                        number(version),
                        1,
                        desk.config.annotationType(),
                        CommentsMapper.words(draft.text(), draft.key(), draft.author()));
        return there(version, draft.key())
                .orElseThrow(() -> REFUSED.undecodable(ADD, "the mark that was made on " + version + " is not there"));
    }

    private Optional<Comment> there(PmRef version, String key) {
        for (WireAnnotation one : desk.client.digitalAssets().annotations(version.id(), number(version))) {
            Comment comment =
                    CommentsMapper.isUnder(one, key) ? CommentsMapper.toComment(one, version, desk.config) : null;
            if (comment != null) {
                return Optional.of(comment);
            }
        }
        return Optional.empty();
    }
}
