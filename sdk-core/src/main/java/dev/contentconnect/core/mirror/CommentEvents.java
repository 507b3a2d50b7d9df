package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.Extensions;
import dev.contentconnect.core.spi.CommentDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the trail is told about comments. */
final class CommentEvents {
    private final MirrorRun run;
    private final MirrorObject source;
    private final MirrorObject target;

    CommentEvents(MirrorRun run, MirrorObject source, MirrorObject target) {
        this.run = run;
        this.source = source;
        this.target = target;
    }

    CaseEvent copied(Comment original, CommentDraft draft, Comment copy) {
        Map<String, @Nullable Object> details = details(original);
        details.put("copy", copy.ref().toString());
        return event(CaseEventType.MIRROR_COPIED, original, draft.key(), draft.text(), details);
    }

    CaseEvent refused(Comment original, CommentDraft draft, ConnectorException failure) {
        Map<String, @Nullable Object> details = details(original);
        details.put("text", draft.text());
        String why = failure.error().trace().message();
        return event(CaseEventType.MIRROR_REFUSED, original, draft.key(), why, details);
    }

    private Map<String, @Nullable Object> details(Comment original) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("comment", source.ref().system() + ":" + original.ref().id());
        if (original.at() != null) {
            details.put("at", original.at().toString());
        }
        return details;
    }

    private CaseEvent event(
            CaseEventType type, Comment original, String key, String note, Map<String, @Nullable Object> details) {
        return CaseEvent.builder(run.mirror(), type, type.value() + "/" + key, run.now())
                .subject(target.ref())
                .related(source.ref())
                .step("comments")
                .actor(original.author())
                .note(note)
                .extensions(Extensions.of("mirror", details))
                .build();
    }
}
