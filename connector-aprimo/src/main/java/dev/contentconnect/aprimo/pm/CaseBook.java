package dev.contentconnect.aprimo.pm;

import static dev.contentconnect.aprimo.pm.PmHttp.REFUSED;

import dev.contentconnect.aprimo.pm.api.PmChange;
import dev.contentconnect.aprimo.pm.api.PmQuery;
import dev.contentconnect.aprimo.pm.api.PmRef;
import dev.contentconnect.aprimo.pm.map.CaseMark;
import dev.contentconnect.aprimo.pm.map.PmCaseMapper;
import dev.contentconnect.aprimo.pm.map.PmTimes;
import dev.contentconnect.aprimo.pm.wire.WireProject;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds and opens cases, each a project: it looks for the mark of the key before it makes one, and again afterwards. */
record CaseBook(Desk desk) {
    private static final String OPEN = "cases.open";
    private static final String PLANNED = "planned";

    CaseRecord open(CaseRequest request) {
        long workflow = workflow(request.type());
        PmChange change = project(request, workflow);
        WireProject project = oldest(request.key()).orElseGet(() -> make(request.key(), change));
        long id = idOf(OPEN, project);
        // Also one that a call before this made and could not start any more.
        if (PLANNED.equals(desk.config.projectStatuses().get(String.valueOf(project.status())))) {
            desk.client.projects().start(id);
            project = desk.client.projects().get(id);
        }
        CaseRecord opened = mapped(OPEN, project);
        String note = request.note();
        if (note != null && !note.isBlank()) {
            new NoteBook(desk).add(OPEN, PmRef.of(PmRef.PROJECTS, id), "open " + request.key(), note, null);
        }
        return opened;
    }

    private WireProject make(String key, PmChange change) {
        long made = desk.client.projects().create(change);
        // Of two that are made at the same moment the first one counts; the other was not started and is stopped.
        WireProject first = oldest(key).orElseGet(() -> desk.client.projects().get(made));
        if (idOf(OPEN, first) != made) {
            desk.client.projects().cancel(made);
        }
        return first;
    }

    private PmChange project(CaseRequest request, long workflow) {
        SourceRef subject = request.subject();
        CaseMark mark =
                new CaseMark(request.key(), subject == null ? null : subject.toString(), request.subjectVersion());
        ZoneId zone = desk.config.zone();
        PmChange change = new PmChange()
                .set("activityId", activity(subject))
                .set("workflowId", workflow)
                .set("title", request.title())
                .set(desk.config.name("project.description"), mark.under(null))
                .set("beginDate", PmTimes.write(desk.time.now(), zone));
        if (request.dueAt() != null) {
            change.set("endDate", PmTimes.write(request.dueAt(), zone));
        }
        request.attributes().forEach((name, value) -> change.set(name, plain(value, zone)));
        return change;
    }

    private static Object plain(Object value, ZoneId zone) {
        return value instanceof Instant at ? PmTimes.write(at, zone) : value;
    }

    private long workflow(String type) {
        Long named = desk.config.workflows().get(type);
        if (named == null) {
            throw REFUSED.rejected(
                    OPEN,
                    "no_such_type",
                    "the option pmWorkflows names "
                            + new TreeSet<>(desk.config.workflows().keySet()) + ", not " + type);
        }
        return named;
    }

    /** The campaign that the case is about, else the one that is configured. */
    private long activity(@Nullable SourceRef subject) {
        if (subject != null && subject.system().equals(PmHttp.SYSTEM)) {
            Optional<PmRef> own = PmRef.parse(subject.id()).filter(one -> one.isOf(PmRef.ACTIVITIES));
            if (own.isPresent()) {
                return own.get().id();
            }
        }
        Long configured = desk.config.activity();
        if (configured == null) {
            throw REFUSED.rejected(
                    OPEN, "activity_missing", "a project belongs to a campaign: name one as subject, or in pmActivity");
        }
        return configured;
    }

    /** The first that was made under a key and not stopped since; else the newest of those that were. */
    Optional<WireProject> oldest(String key) {
        Comparator<WireProject> byId =
                Comparator.comparing(one -> Objects.requireNonNullElse(one.id(), Long.MAX_VALUE));
        List<WireProject> found = desk
                .client
                .projects()
                .search(
                        PmQuery.containing(desk.config.name("project.description"), CaseMark.hash(key)),
                        desk.pageSize())
                .stream()
                .filter(one -> isUnder(one, key))
                .sorted(byId)
                .toList();
        return found.stream()
                .filter(one -> !isCancelled(one))
                .findFirst()
                .or(() -> found.stream().max(byId));
    }

    private static boolean isUnder(WireProject one, String key) {
        CaseMark mark = CaseMark.read(one.description());
        return mark != null && mark.key().equals(key);
    }

    private boolean isCancelled(WireProject one) {
        return "cancelled".equals(desk.config.projectStatuses().get(String.valueOf(one.status())));
    }

    CaseRecord mapped(String operation, WireProject project) {
        return PmCaseMapper.toCase(project, desk.config).getOrElseThrow(issue -> REFUSED.undecodable(operation, issue));
    }

    private static long idOf(String operation, WireProject project) {
        Long id = project.id();
        if (id == null) {
            throw REFUSED.undecodable(operation, "a project has no number");
        }
        return id;
    }
}
