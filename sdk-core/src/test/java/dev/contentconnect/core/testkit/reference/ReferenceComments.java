package dev.contentconnect.core.testkit.reference;

import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comments on any object. */
record ReferenceComments(ReferenceClient client) implements CommentThread {
    @Override
    public Paged<Comment> comments(SourceRef subject) {
        ReferenceClient.id(subject);
        return client.list("comments.list", "comments", Map.of("subject", subject), 100, Comment.class);
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        ReferenceClient.id(subject);
        if (draft.replyTo() != null) {
            ReferenceClient.id(draft.replyTo());
        }
        Map<String, @Nullable Object> members = PlainRecords.members(draft);
        members.put("subject", subject.toString());
        return client.to(
                Comment.class, "comments.add", client.create("comments.add", "comments", draft.key(), members));
    }
}
