package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.PmCaseMapper;
import dev.contentconnect.aprimo.pm.map.PmTimes;
import dev.contentconnect.aprimo.pm.wire.WireTask;
import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.error.ErrorKind;
import dev.contentconnect.core.error.MappingIssue;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Projects as cases, with their tasks. */
final class PmCases implements CaseDesk {
    private static final String TASKS = "cases.tasks";
    private static final String CLAIM = "cases.claim";
    private static final String RELEASE = "cases.release";
    private static final String DELEGATE = "cases.delegate";
    private static final String COMPLETE = "cases.complete";

    private final Desk desk;
    private final CaseBook book;
    private final NoteBook notes;

    PmCases(Desk desk) {
        this.desk = desk;
        this.book = new CaseBook(desk);
        this.notes = new NoteBook(desk);
    }

    @Override
    public CaseRecord open(CaseRequest request) {
        return book.open(request);
    }

    @Override
    public CaseRecord get(SourceRef caseRef) {
        String operation = "cases.get";
        return read(operation, Desk.id(operation, caseRef, PmRef.PROJECTS));
    }

    private CaseRecord read(String operation, long project) {
        return book.mapped(operation, desk.client.projects().get(project));
    }

    @Override
    public Optional<CaseRecord> findByKey(String key) {
        return book.oldest(key).map(one -> book.mapped("cases.findByKey", one));
    }

    @Override
    public Paged<CaseTask> tasks(TaskQuery query) {
        refuse(query.assignee() != null, TASKS + ".assignee");
        refuse(query.candidate() != null, TASKS + ".candidate");
        Predicate<CaseTask> wanted = one -> query.finishedToo() || isOpen(one);
        SourceRef of = query.caseRef();
        Instant before = query.dueBefore();
        Long project = of == null ? null : Desk.id(TASKS, of, PmRef.PROJECTS);
        int size = Math.min(query.pageSize(), PmPages.MAX_SIZE);
        Optional<PmQuery> question = question(project, before, query.finishedToo());
        Paged<WireTask> tasks = question.isPresent()
                ? desk.client.tasks().search(question.get(), size)
                : desk.client.tasks().list(size);
        return Paged.of(PmHttp.SYSTEM, TASKS, cursor -> page(tasks.page(cursor), wanted));
    }

    private static void refuse(boolean asked, String operation) {
        if (asked) {
            throw NotOffered.by(PmHttp.SYSTEM, operation, "tasks are searched by case and due time alone");
        }
    }

    private static boolean isOpen(CaseTask task) {
        return !task.status().equals(TaskStatus.COMPLETED) && !task.status().equals(TaskStatus.CANCELLED);
    }

    private Optional<PmQuery> question(@Nullable Long project, @Nullable Instant before, boolean finishedToo) {
        List<PmQuery> parts = new ArrayList<>();
        if (project != null) {
            parts.add(PmQuery.equalTo(desk.config.name("task.project"), project));
        }
        if (before != null) {
            parts.add(PmQuery.lessThan(desk.config.name("task.end"), PmTimes.write(before, desk.config.zone())));
        }
        if (!finishedToo) {
            List<PmQuery> open = new ArrayList<>();
            for (String word : List.of("open", "claimed")) {
                PmConfig.idsOf(desk.config.taskStatuses(), word)
                        .forEach(id -> open.add(PmQuery.equalTo(desk.config.name("task.status"), number(id))));
            }
            parts.add(PmQuery.any(open));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(PmQuery.all(parts.toArray(PmQuery[]::new)));
    }

    private static Object number(String id) {
        boolean digits = id.length() < 18 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.valueOf(id) : id;
    }

    private Page<CaseTask> page(Page<WireTask> page, Predicate<CaseTask> wanted) {
        List<CaseTask> items = new ArrayList<>();
        List<MappingIssue> issues = new ArrayList<>(page.issues());
        page.items()
                .forEach(one ->
                        PmCaseMapper.toTask(one, desk.config).peek(items::add).peekLeft(issues::add));
        return new Page<>(items.stream().filter(wanted).toList(), page.next(), null, issues);
    }

    @Override
    public CaseTask task(SourceRef task) {
        String operation = "cases.task";
        return readTask(operation, Desk.id(operation, task, PmRef.TASKS));
    }

    private CaseTask readTask(String operation, long id) {
        return PmCaseMapper.toTask(desk.client.tasks().get(id), desk.config)
                .getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    @Override
    public List<TaskOutcome> outcomes(SourceRef task) {
        String operation = "cases.outcomes";
        readTask(operation, Desk.id(operation, task, PmRef.TASKS));
        return outcomes();
    }

    private List<TaskOutcome> outcomes() {
        TaskOutcome closed = new TaskOutcome(PmCaseMapper.CLOSED, "Close");
        return desk.config.declineReleases()
                ? List.of(closed)
                : List.of(closed, new TaskOutcome(PmCaseMapper.DECLINED, "Decline"));
    }

    @Override
    public CaseTask claim(SourceRef task, Actor actor) {
        long id = Desk.id(CLAIM, task, PmRef.TASKS);
        CaseTask now = running(CLAIM, id);
        if (now.status().equals(TaskStatus.CLAIMED)) {
            if (actor.id().equals(idOf(now.assignee()))) {
                return now;
            }
            throw REFUSED.conflict(CLAIM, "task " + id + " is held by another");
        }
        Long user = desk.user(actor);
        if (user == null || user != desk.ownUser(CLAIM)) {
            throw REFUSED.rejected(
                    CLAIM,
                    "not_our_user",
                    "a task is taken for the user of the credential alone; see the option pmActors");
        }
        desk.client.tasks().accept(id);
        CaseTask after = readTask(CLAIM, id);
        if (!actor.id().equals(idOf(after.assignee()))) {
            throw REFUSED.conflict(CLAIM, "another took task " + id + " in the same moment");
        }
        return after;
    }

    private static String idOf(@Nullable Actor actor) {
        return actor == null ? "" : actor.id();
    }

    private CaseTask running(String operation, long id) {
        CaseTask now = readTask(operation, id);
        if (!isOpen(now)) {
            throw REFUSED.conflict(operation, "task " + id + " is " + now.status());
        }
        return now;
    }

    @Override
    public CaseTask release(SourceRef task) {
        if (!desk.config.declineReleases()) {
            throw NotOffered.by(
                    PmHttp.SYSTEM, RELEASE, "to decline is taken for a refusal; see the option pmDeclineReleases");
        }
        long id = Desk.id(RELEASE, task, PmRef.TASKS);
        CaseTask now = running(RELEASE, id);
        if (now.status().equals(TaskStatus.CLAIMED)) {
            desk.client.tasks().decline(id);
        }
        return readTask(RELEASE, id);
    }

    @Override
    public CaseTask delegate(SourceRef task, Actor actor) {
        long id = Desk.id(DELEGATE, task, PmRef.TASKS);
        Long user = desk.user(actor);
        if (user == null) {
            throw REFUSED.rejected(DELEGATE, "no_such_user", "the option pmActors does not name " + actor.id());
        }
        CaseTask now = running(DELEGATE, id);
        if (actor.id().equals(idOf(now.assignee()))) {
            return now;
        }
        long assignment = desk.client.tasks().assignees(id).stream()
                .map(one -> one.id())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> REFUSED.conflict(DELEGATE, "task " + id + " is given to nobody yet"));
        desk.client.tasks().delegate(id, assignment, user);
        return readTask(DELEGATE, id);
    }

    @Override
    public CaseTask complete(SourceRef task, TaskResult result) {
        task.idIn(PmHttp.SYSTEM);
        if (!result.attributes().isEmpty()) {
            throw NotOffered.by(PmHttp.SYSTEM, COMPLETE + ".attributes", "a task takes no values with its outcome");
        }
        long id = Desk.id(COMPLETE, task, PmRef.TASKS);
        CaseTask now = readTask(COMPLETE, id);
        if (!isOpen(now)) {
            if (result.outcome().equals(now.outcome())) {
                return now;
            }
            throw REFUSED.conflict(COMPLETE, "task " + id + " is " + now.status() + " otherwise");
        }
        if (outcomes().stream().noneMatch(one -> one.value().equals(result.outcome()))) {
            throw REFUSED.rejected(
                    COMPLETE, "no_such_outcome", "a task takes " + outcomes() + ", not " + result.outcome());
        }
        String note = result.note();
        if (note != null && !note.isBlank()) {
            PmRef ref = PmRef.of(PmRef.TASKS, id);
            notes.add(COMPLETE, ref, "complete " + result.outcome() + " " + note, note, result.actor());
        }
        if (now.status().equals(TaskStatus.OPEN)) {
            desk.client.tasks().accept(id);
        }
        boolean close = result.outcome().equals(PmCaseMapper.CLOSED);
        return ended(id, result.outcome(), close ? desk.client.tasks()::close : desk.client.tasks()::decline);
    }

    private CaseTask ended(long id, String outcome, LongConsumer end) {
        try {
            end.accept(id);
        } catch (ConnectorException e) {
            boolean lost = e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.REJECTED;
            if (lost && outcome.equals(readTask(COMPLETE, id).outcome())) {
                return readTask(COMPLETE, id);
            }
            throw e;
        }
        return readTask(COMPLETE, id);
    }

    @Override
    public CaseRecord attach(SourceRef caseRef, Link link) {
        throw NotOffered.by(PmHttp.SYSTEM, "cases.attach", "a project takes files, not links; say it in a comment");
    }

    @Override
    public CaseRecord escalate(SourceRef caseRef, Escalation escalation) {
        throw NotOffered.by(
                PmHttp.SYSTEM, "cases.escalate", "tasks have no priority; delegate them, or say it in a comment");
    }

    @Override
    public CaseRecord hold(SourceRef caseRef, String reason) {
        return change("cases.hold", caseRef, CaseStatus.ON_HOLD, reason, desk.client.projects()::pause);
    }

    @Override
    public CaseRecord resume(SourceRef caseRef, String reason) {
        return change("cases.resume", caseRef, CaseStatus.OPEN, reason, desk.client.projects()::resume);
    }

    @Override
    public CaseRecord resolve(SourceRef caseRef, String outcome, String note) {
        String words = note.isBlank() ? outcome : outcome + ": " + note;
        return change("cases.resolve", caseRef, CaseStatus.RESOLVED, words, desk.client.projects()::close);
    }

    @Override
    public CaseRecord cancel(SourceRef caseRef, String reason) {
        return change("cases.cancel", caseRef, CaseStatus.CANCELLED, reason, desk.client.projects()::cancel);
    }

    private CaseRecord change(
            String operation, SourceRef caseRef, CaseStatus wanted, String reason, LongConsumer change) {
        long id = Desk.id(operation, caseRef, PmRef.PROJECTS);
        CaseRecord now = read(operation, id);
        if (now.status().equals(wanted)) {
            return now;
        }
        if (now.status().isFinal() || now.status().equals(CaseStatus.UNKNOWN)) {
            throw REFUSED.conflict(operation, "project " + id + " is " + now.status());
        }
        if (!reason.isBlank()) {
            // With the status it leaves, so that the same reason at another time is another note.
            String key = operation + " " + now.extensions().get(PmHttp.SYSTEM).get("modifiedDate") + " " + reason;
            notes.add(operation, PmRef.of(PmRef.PROJECTS, id), key, reason, null);
        }
        change.accept(id);
        return read(operation, id);
    }
}
