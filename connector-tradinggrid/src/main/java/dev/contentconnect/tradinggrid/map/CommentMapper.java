package dev.contentconnect.tradinggrid.map;

import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.tradinggrid.wire.WireAnnotation;
import dev.contentconnect.tradinggrid.wire.WireMessage;
import dev.contentconnect.tradinggrid.wire.WirePerson;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remarks on maps as comments. */
public final class CommentMapper {
    private CommentMapper() {}

    private record Waiting(
            WireAnnotation annotation, @Nullable SourceRef replyTo) {}

    /**
     * The comments of a map, each before its replies. Remarks without an id or text are left out.
     *
     * @param subject what they are about
     * @param annotations the remarks
     * @return the comments
     */
    public static List<Comment> toComments(SourceRef subject, List<WireAnnotation> annotations) {
        List<Comment> out = new ArrayList<>();
        Deque<Waiting> waiting = new ArrayDeque<>();
        annotations.forEach(one -> waiting.addLast(new Waiting(one, null)));
        while (!waiting.isEmpty()) {
            Waiting next = waiting.removeFirst();
            WireAnnotation annotation = next.annotation();
            WireMessage said = last(annotation.message());
            String id = annotation.id();
            SourceRef ref = id == null || id.isBlank() ? null : SourceRef.of(Meaning.SYSTEM, id);
            if (ref != null && said != null && said.text() != null) {
                out.add(new Comment(
                        ref,
                        subject,
                        null,
                        author(said.user()),
                        said.text(),
                        said.modified() == null ? null : Instant.ofEpochMilli(said.modified()),
                        next.replyTo(),
                        Extensions.of(Meaning.SYSTEM, members(annotation))));
            }
            List<WireAnnotation> replies = annotation.replies();
            for (int i = replies.size() - 1; i >= 0; i--) {
                waiting.addFirst(new Waiting(replies.get(i), ref != null ? ref : next.replyTo()));
            }
        }
        return out;
    }

    /** The latest state counts; earlier ones are how it was before it was edited. */
    private static @Nullable WireMessage last(List<WireMessage> messages) {
        WireMessage out = null;
        for (WireMessage one : messages) {
            boolean later = out == null
                    || out.modified() == null
                    || (one.modified() != null && one.modified() >= out.modified());
            out = later ? one : out;
        }
        return out;
    }

    private static @Nullable Actor author(@Nullable WirePerson user) {
        return user == null || user.id() == null || user.id().isBlank()
                ? null
                : new Actor(user.id(), user.name(), user.type());
    }

    private static Map<String, @Nullable Object> members(WireAnnotation annotation) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>(annotation.rest());
        if (annotation.type() != null) {
            out.put("type", annotation.type());
        }
        if (annotation.additionalInfo() != null) {
            out.put("additionalInfo", annotation.additionalInfo());
        }
        return out;
    }
}
