package dev.contentconnect.core.mirror;

import dev.contentconnect.core.error.ConnectorError;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.Trace;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CommentThread;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings the comments of one pair to both sides. */
final class ThreadSync {
    private final MirrorRun run;
    private final CommentThread leftThread;
    private final CommentThread rightThread;
    private final int limit;

    ThreadSync(MirrorRun run, CommentThread leftThread, CommentThread rightThread, int limit) {
        this.run = run;
        this.leftThread = leftThread;
        this.rightThread = rightThread;
        this.limit = limit;
    }

    void sync(Failures failures) {
        Map<SourceRef, Comment> left = said(leftThread, run.left());
        Map<SourceRef, Comment> right = said(rightThread, run.right());
        CommentMemory onLeft = memory(run.left());
        CommentMemory onRight = memory(run.right());
        run.stillOurs();
        CommentCopier toRight = new CommentCopier(run, run.left(), run.right(), rightThread, left, onLeft, onRight);
        CommentCopier toLeft = new CommentCopier(run, run.right(), run.left(), leftThread, right, onRight, onLeft);
        boolean rightIsKnown = failures.spare(toRight::completeOpen);
        boolean leftIsKnown = failures.spare(toLeft::completeOpen);
        if (rightIsKnown && leftIsKnown) {
            failures.spare(toRight::copyNew);
            failures.spare(toLeft::copyNew);
        }
    }

    private CommentMemory memory(MirrorObject object) {
        return run.read(view -> CommentMemory.load(view, run.mirror(), object.stored()));
    }

    /** By identity: a list that grows while it is read may show a comment on two pages. */
    private Map<SourceRef, Comment> said(CommentThread thread, MirrorObject object) {
        Map<SourceRef, Comment> said = new LinkedHashMap<>();
        for (Comment comment : thread.comments(object.ref())) {
            run.stillOurs();
            said.put(comment.ref(), comment);
            if (said.size() > limit) {
                throw new ConnectorException(new ConnectorError.Rejected(Trace.local(
                        object.ref().system(), "comments.list", "more than " + limit + " comments on one object")));
            }
        }
        return said;
    }
}
