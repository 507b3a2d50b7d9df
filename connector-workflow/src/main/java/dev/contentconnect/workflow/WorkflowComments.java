package dev.contentconnect.workflow;

import static dev.contentconnect.workflow.WorkflowConnector.REFUSED;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.model.Comment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.CommentMapper;
import dev.contentconnect.workflow.wire.WireComment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Comments of cases and tasks, running ones from the action service, ended ones from the history. */
final class WorkflowComments implements CommentThread {
    private static final String LIST = "comments.list";
    private static final String ADD = "comments.add";

    private final WorkflowClient client;

    WorkflowComments(CaseFile cases) {
        this.client = cases.client;
    }

    /** One page: the service sorts the comments of what is running newest first and knows no other order. */
    @Override
    public Paged<Comment> comments(SourceRef subject) {
        String id = subject.idIn(WorkflowConnector.SYSTEM);
        return Paged.of(CaseMapper.SYSTEM, LIST, cursor -> {
            List<Comment> items = new ArrayList<>();
            List<MappingIssue> issues = new ArrayList<>();
            read(LIST, id)
                    .forEach(one ->
                            CommentMapper.toComment(one, id).peek(items::add).peekLeft(issues::add));
            items.sort(Comparator.comparing(Comment::at, Comparator.nullsFirst(Comparator.naturalOrder())));
            return new Page<>(items, null, (long) items.size(), issues);
        });
    }

    @Override
    public Comment add(SourceRef subject, CommentDraft draft) {
        String id = subject.idIn(WorkflowConnector.SYSTEM);
        if (draft.replyTo() != null) {
            throw NotOffered.by(
                    CaseMapper.SYSTEM, ADD + ".replyTo", "comments have no threads; add one without replyTo");
        }
        Optional<WireComment> there = read(ADD, id).stream()
                .filter(one -> CommentMapper.isUnder(one, draft.key()))
                .findFirst();
        WireComment comment =
                there.orElseGet(() -> send(id, CommentMapper.message(draft.text(), draft.key(), draft.author())));
        return CommentMapper.toComment(comment, id).getOrElseThrow(issue -> REFUSED.undecodable(ADD, issue));
    }

    private WireComment send(String id, String message) {
        boolean isCase = Patience.found(() -> client.processInstances().get(id)).isPresent();
        // It was there to be read from, so what is not found now is over; and nothing that has ended begins again.
        return Patience.found(() -> isCase
                        ? client.comments().addToInstance(id, message)
                        : client.comments().addToTask(id, message))
                .orElseThrow(() ->
                        REFUSED.rejected(ADD, "case_ended", "case or task " + id + " has ended and takes no comments"));
    }

    private List<WireComment> read(String operation, String id) {
        return Patience.found(() -> oldestFirst(client.comments().ofInstance(id, WorkflowQuery.ALL)))
                .or(() -> Patience.found(() -> client.comments().ofTask(id)))
                .or(() -> ended(id))
                .orElseThrow(() -> REFUSED.notFound(operation, "no case or task " + id));
    }

    /** Turned around, so that those of one moment are in the order they were made in, as they are when the case has ended. */
    private static List<WireComment> oldestFirst(Paged<WireComment> newestFirst) {
        List<WireComment> out = newestFirst.stream().collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(out);
        return out;
    }

    private Optional<List<WireComment>> ended(String id) {
        WorkflowQuery query = WorkflowQuery.ALL;
        Optional<List<WireComment>> ofCase = client
                .history()
                .processInstances(query.with("processInstanceId", id).with("includeProcessComments", true))
                .stream()
                .filter(one -> id.equals(one.id()))
                .map(one -> one.comments())
                .findFirst();
        return ofCase.isPresent()
                ? ofCase
                : client.history().tasks(query.with("taskId", id).with("includeTaskComments", true)).stream()
                        .filter(one -> id.equals(one.id()))
                        .map(one -> one.comments())
                        .findFirst();
    }
}
