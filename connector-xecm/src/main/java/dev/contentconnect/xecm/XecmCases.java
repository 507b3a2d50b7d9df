package dev.contentconnect.xecm;

import static dev.contentconnect.xecm.XecmConnector.REFUSED;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.LocalErrors;
import dev.contentconnect.core.model.Actor;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskOutcome;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.page.Page;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Escalation;
import dev.contentconnect.core.spi.NotOffered;
import dev.contentconnect.core.spi.TaskQuery;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.xecm.api.XecmQuery;
import dev.contentconnect.xecm.map.CaseMapper;
import dev.contentconnect.xecm.map.Remarks;
import dev.contentconnect.xecm.map.WorkflowTitle;
import dev.contentconnect.xecm.wire.WireActivity;
import dev.contentconnect.xecm.wire.WireStep;
import dev.contentconnect.xecm.wire.WireTaskForm;
import dev.contentconnect.xecm.wire.WireUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows as cases. Everything is done as the user of the credential: the server lets nobody act for another. */
final class XecmCases implements CaseDesk {
    private static final String OPEN = "cases.open";
    private static final String TASKS = "cases.tasks";
    private static final String COMPLETE = "cases.complete";
    private static final String DELEGATE = "cases.delegate";

    private final WorkflowBook book;
    private final Links links;

    XecmCases(WorkflowBook book) {
        this.book = book;
        this.links = new Links(book.archive);
    }

    @Override
    public CaseRecord open(CaseRequest request) {
        SourceRef subject = request.subject();
        boolean own = subject != null && subject.system().equals(XecmConnector.SYSTEM);
        List<Long> documents = own && subject != null ? List.of(Archive.id(OPEN, subject)) : List.of();
        WorkflowTitle title = new WorkflowTitle(
                request.title(),
                WorkflowTitle.mark(false, request.key()),
                null,
                subject == null ? null : subject.toString(),
                request.subjectVersion());
        long process = book.findOrStart(new WorkflowBook.Start(
                book.map(OPEN, request.type()),
                title,
                documents,
                request.dueAt(),
                request.note(),
                request.key(),
                request.attributes()));
        return read(OPEN, process);
    }

    private CaseRecord read(String operation, long process) {
        WorkflowBook.Reading reading = book.read(operation, process);
        return CaseMapper.toCase(process, reading.state(), reading.activities(), book.archive.dates);
    }

    @Override
    public CaseRecord get(SourceRef caseRef) {
        String operation = "cases.get";
        return read(operation, WorkflowBook.process(operation, caseRef));
    }

    @Override
    public Optional<CaseRecord> findByKey(String key) {
        return book.find(WorkflowTitle.mark(false, key)).map(process -> read("cases.findByKey", process));
    }

    @Override
    public Paged<CaseTask> tasks(TaskQuery query) {
        refuse(query.assignee() != null, TASKS + ".assignee", "only what waits for our own user is listed");
        refuse(query.candidate() != null, TASKS + ".candidate", "only what waits for our own user is listed");
        refuse(query.dueBefore() != null, TASKS + ".dueBefore", "tasks cannot be narrowed by date");
        SourceRef of = query.caseRef();
        if (of == null) {
            refuse(query.finishedToo(), TASKS + ".finishedToo", "finished tasks are listed within a case only");
            return Paged.of(XecmConnector.SYSTEM, TASKS, cursor -> Page.of(waiting(), null));
        }
        long process = WorkflowBook.process(TASKS, of);
        return Paged.of(XecmConnector.SYSTEM, TASKS, cursor -> Page.of(steps(process, query.finishedToo()), null));
    }

    private static void refuse(boolean asked, String operation, String why) {
        if (asked) {
            throw NotOffered.by(XecmConnector.SYSTEM, operation, why);
        }
    }

    private List<CaseTask> waiting() {
        return book.archive.client.workflows().assignments().stream()
                .map(one -> CaseMapper.toTask(one, book.archive.dates))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<CaseTask> steps(long process, boolean finishedToo) {
        WorkflowBook.Reading reading = book.read(TASKS, process);
        List<CaseTask> out = new ArrayList<>();
        if (!reading.isStopped()) {
            reading.state().current().forEach(step -> out.add(task(process, step, TaskStatus.OPEN, null)));
        }
        if (finishedToo) {
            reading.state()
                    .completed()
                    .forEach(step -> out.add(task(process, step, TaskStatus.COMPLETED, outcome(reading, step))));
        }
        return out;
    }

    private CaseTask task(long process, WireStep step, TaskStatus status, @Nullable String outcome) {
        return CaseMapper.toTask(process, step, status, outcome, book.archive.dates);
    }

    /** Activities do not name their step; ours do in their last line. */
    private static @Nullable String outcome(WorkflowBook.Reading reading, WireStep step) {
        String prefix = XecmApprovals.prefix(step);
        for (WireActivity one : reading.activities()) {
            String reference = Remarks.reference(one.comment());
            if (reference != null && reference.startsWith(prefix)) {
                return reference.substring(prefix.length());
            }
        }
        return null;
    }

    @Override
    public CaseTask task(SourceRef task) {
        String operation = "cases.task";
        return read(operation, WorkflowBook.task(operation, task));
    }

    private CaseTask read(String operation, long[] id) {
        WorkflowBook.Reading reading = book.read(operation, id[0]);
        WireStep open = reading.open(id[1], id[2]);
        if (open != null) {
            return task(id[0], open, reading.isStopped() ? TaskStatus.CANCELLED : TaskStatus.OPEN, null);
        }
        return reading.state().completed().stream()
                .filter(one -> one.subprocess() == id[1] && one.task() == id[2])
                .findFirst()
                .map(step -> task(id[0], step, TaskStatus.COMPLETED, outcome(reading, step)))
                .orElseThrow(() -> REFUSED.notFound(operation, "workflow " + id[0] + " has not reached step " + id[2]));
    }

    @Override
    public List<TaskOutcome> outcomes(SourceRef task) {
        String operation = "cases.outcomes";
        long[] id = WorkflowBook.task(operation, task);
        read(operation, id);
        return CaseMapper.outcomes(form(id));
    }

    private WireTaskForm form(long[] id) {
        return book.archive.client.workflows().taskForm(id[0], id[1], id[2]);
    }

    @Override
    public CaseTask claim(SourceRef task, Actor actor) {
        throw NotOffered.by(
                XecmConnector.SYSTEM,
                "cases.claim",
                "the server lets nobody take a task for another; complete takes it");
    }

    @Override
    public CaseTask release(SourceRef task) {
        throw NotOffered.by(XecmConnector.SYSTEM, "cases.release", "a task that was taken cannot be given back");
    }

    @Override
    public CaseTask delegate(SourceRef task, Actor actor) {
        long[] id = WorkflowBook.task(DELEGATE, task);
        checkOpen(read(DELEGATE, id));
        long member = member(actor);
        try {
            // To send it for review, the server says, is to get it back.
            act(id, Map.of("action", "Review", "assignee", Long.toString(member)), null, "Review", null);
        } catch (ConnectorException e) {
            if (XecmErrors.isTurnedDown(e)) {
                // A task that somebody else has completed is one that cannot be accessed.
                checkOpen(read(DELEGATE, id));
            }
            throw e;
        }
        return read(DELEGATE, id);
    }

    private static void checkOpen(CaseTask task) {
        if (!task.status().equals(TaskStatus.OPEN)) {
            throw REFUSED.conflict(DELEGATE, "task " + task.ref().id() + " is " + task.status());
        }
    }

    private long member(Actor actor) {
        if (!actor.id().isEmpty() && actor.id().chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Long.parseLong(actor.id());
        }
        return book
                .archive
                .client
                .members()
                .find(XecmQuery.ALL.with("where_type", 0).with("where_name", actor.id()))
                .stream()
                .filter(one -> actor.id().equalsIgnoreCase(one.name()))
                .map(WireUser::id)
                .findFirst()
                .orElseThrow(() -> REFUSED.rejected(DELEGATE, "no_such_user", "no user is called " + actor.id()));
    }

    @Override
    public CaseTask complete(SourceRef task, TaskResult result) {
        long[] id = WorkflowBook.task(COMPLETE, task);
        CaseTask now = read(COMPLETE, id);
        if (!now.status().equals(TaskStatus.OPEN)) {
            return completed(now, result);
        }
        try {
            answer(id, task, result);
        } catch (ConnectorException e) {
            if (!XecmErrors.isTurnedDown(e)) {
                throw e;
            }
            // A task that somebody else has completed is one that cannot be accessed.
            CaseTask then = read(COMPLETE, id);
            if (then.status().equals(TaskStatus.OPEN)) {
                throw e;
            }
            return completed(then, result);
        }
        return read(COMPLETE, id);
    }

    private static CaseTask completed(CaseTask task, TaskResult result) {
        if (!task.status().equals(TaskStatus.COMPLETED)) {
            throw REFUSED.conflict(COMPLETE, "task " + task.ref().id() + " is " + task.status());
        }
        if (!result.outcome().equals(task.outcome())) {
            throw REFUSED.conflict(COMPLETE, "task " + task.ref().id() + " was completed otherwise");
        }
        return task;
    }

    private void answer(long[] id, SourceRef task, TaskResult result) {
        WireTaskForm form = form(id);
        List<TaskOutcome> outcomes = CaseMapper.outcomes(form);
        if (outcomes.stream().noneMatch(one -> one.value().equals(result.outcome()))) {
            throw REFUSED.rejected(
                    COMPLETE,
                    "no_such_outcome",
                    "task " + task.id() + " takes " + outcomes + ", not " + result.outcome());
        }
        fill(id, result.attributes());
        if (form.isOffered()) {
            book.archive.client.workflows().accept(id[0], id[1], id[2]);
        }
        String kind = form.dispositions().isEmpty() ? "action" : "custom_action";
        act(id, Map.of(kind, result.outcome()), result.note(), result.outcome(), result.actor());
    }

    private void fill(long[] id, Map<String, Object> values) {
        if (values.isEmpty()) {
            return;
        }
        if (!values.keySet().stream().allMatch(name -> name.startsWith("WorkflowForm_"))) {
            throw REFUSED.rejected(COMPLETE, LocalErrors.NO_PLACE, "attributes of a task are named WorkflowForm_…");
        }
        book.archive.client.workflows().act(id[0], id[1], id[2], Map.of("action", "formUpdate", "values", values));
    }

    private void act(long[] id, Map<String, Object> what, @Nullable String note, String word, @Nullable Actor by) {
        Map<String, Object> body = new LinkedHashMap<>(what);
        String reference = id[1] + "/" + id[2] + " " + word;
        body.put("comment", Remarks.write(note, reference, by == null ? null : by.id()));
        book.archive.client.workflows().act(id[0], id[1], id[2], body);
    }

    @Override
    public CaseRecord attach(SourceRef caseRef, Link link) {
        String operation = "cases.attach";
        long process = WorkflowBook.process(operation, caseRef);
        Long folder = book.read(operation, process).state().attachmentFolder();
        if (folder == null) {
            throw REFUSED.rejected(
                    operation, LocalErrors.NO_PLACE, "workflow " + process + " has no folder for attachments");
        }
        links.link(operation, folder, link);
        return read(operation, process);
    }

    @Override
    public CaseRecord escalate(SourceRef caseRef, Escalation escalation) {
        throw NotOffered.by(XecmConnector.SYSTEM, "cases.escalate", "priorities and dates stand in the map");
    }

    @Override
    public CaseRecord hold(SourceRef caseRef, String reason) {
        return change("cases.hold", caseRef, "suspend", CaseStatus.ON_HOLD);
    }

    @Override
    public CaseRecord resume(SourceRef caseRef, String reason) {
        return change("cases.resume", caseRef, "resume", CaseStatus.OPEN);
    }

    @Override
    public CaseRecord resolve(SourceRef caseRef, String outcome, String note) {
        throw NotOffered.by(XecmConnector.SYSTEM, "cases.resolve", "a workflow ends by its tasks");
    }

    @Override
    public CaseRecord cancel(SourceRef caseRef, String reason) {
        return change("cases.cancel", caseRef, "stop", CaseStatus.CANCELLED);
    }

    private CaseRecord change(String operation, SourceRef caseRef, String word, CaseStatus wanted) {
        long process = WorkflowBook.process(operation, caseRef);
        CaseRecord now = read(operation, process);
        if (now.status().equals(wanted)) {
            return now;
        }
        if (now.status().isFinal()) {
            throw REFUSED.conflict(operation, "workflow " + process + " is " + now.status());
        }
        try {
            book.archive.client.workflows().changeStatus(process, word);
        } catch (ConnectorException e) {
            if (e.kind() == ErrorKind.REJECTED
                    && read(operation, process).status().equals(wanted)) {
                return read(operation, process);
            }
            throw e;
        }
        return read(operation, process);
    }
}
