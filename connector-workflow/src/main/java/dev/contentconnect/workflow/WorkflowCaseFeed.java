package dev.contentconnect.workflow;

import dev.contentconnect.core.error.MappingIssue;
import dev.contentconnect.core.feed.ChangeBatch;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.page.Cursor;
import dev.contentconnect.core.page.Paged;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.workflow.api.WorkflowQuery;
import dev.contentconnect.workflow.map.ApprovalMapper;
import dev.contentconnect.workflow.map.CaseMapper;
import dev.contentconnect.workflow.map.CommentMapper;
import dev.contentconnect.workflow.map.EventMapper;
import dev.contentconnect.workflow.map.TaskMapper;
import dev.contentconnect.workflow.wire.WireInstance;
import dev.contentconnect.workflow.wire.WireTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Polls the history, which may be written late and out of order: every read goes back by the overlap window and leaves out
 * what was handed out before. The window moves with the service's own times, never with our clock.
 */
final class WorkflowCaseFeed implements CaseFeed {
    private static final Duration FIRST_SLICE = Duration.ofHours(1);
    private static final int GROWTH = 4;
    private static final Set<CaseEventType> ENDS = Set.of(
            CaseEventType.TASK_COMPLETED,
            CaseEventType.TASK_CANCELLED,
            CaseEventType.APPROVAL_DECIDED,
            CaseEventType.APPROVAL_VOIDED);
    private static final Instant FIRST_DAY = Instant.parse("2015-01-01T00:00:00Z");

    private final CaseFile cases;
    private final WorkflowClient client;
    private final int maxSeen;

    WorkflowCaseFeed(CaseFile cases) {
        this(cases, FeedPlace.MAX_SEEN);
    }

    WorkflowCaseFeed(CaseFile cases, int maxSeen) {
        this.cases = cases;
        this.maxSeen = maxSeen;
        this.client = cases.client;
    }

    @Override
    public ChangeBatch changes(@Nullable Cursor since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more: " + limit);
        }
        FeedPlace place;
        try {
            place = FeedPlace.of(since);
        } catch (IllegalArgumentException e) {
            throw WorkflowHttp.refused("feed.changes", "not a cursor of this feed");
        }
        Instant from = place.until() == null ? FIRST_DAY : place.until().minus(cases.config.overlap());
        Map<String, CaseEvent> found = new LinkedHashMap<>();
        Set<MappingIssue> issues = new LinkedHashSet<>();
        Set<String> again = new HashSet<>();
        // Slices that grow: a long backlog is read in parts, an idle year in a few requests.
        Duration slice = FIRST_SLICE.compareTo(cases.config.overlap()) > 0
                ? FIRST_SLICE
                : cases.config.overlap().multipliedBy(2);
        Instant start = from;
        Instant end = place.until() == null ? null : start.plus(slice);
        boolean toTheEnd = false;
        while (!toTheEnd && found.size() <= limit) {
            // The last slice is open: the service's clock may be ahead of ours.
            toTheEnd =
                    end == null || !end.isBefore(cases.config.options().time().now());
            read(start, toTheEnd ? null : end, found, issues);
            found.keySet().removeIf(id -> {
                String hash = CommentMapper.hash(id);
                boolean known = place.seen().contains(hash);
                if (known) {
                    again.add(hash);
                }
                return known;
            });
            start = end == null ? start : end;
            slice = slice.multipliedBy(GROWTH);
            end = start.plus(slice);
        }
        return batch(place, found, again, List.copyOf(issues), limit, !toTheEnd);
    }

    private ChangeBatch batch(
            FeedPlace place,
            Map<String, CaseEvent> found,
            Set<String> again,
            List<MappingIssue> issues,
            int limit,
            boolean more) {
        List<CaseEvent> sorted = found.values().stream()
                .sorted(Comparator.comparing(CaseEvent::occurredAt).thenComparing(CaseEvent::id))
                .toList();
        List<CaseEvent> events = sorted.subList(0, Math.min(limit, sorted.size()));
        Instant until = place.until();
        for (CaseEvent event : events) {
            until = until == null || event.occurredAt().isAfter(until) ? event.occurredAt() : until;
        }
        Set<String> fresh = new LinkedHashSet<>();
        events.forEach(event -> fresh.add(CommentMapper.hash(event.id())));
        FeedPlace next = new FeedPlace(until, remembered(place.seen(), again, fresh));
        return new ChangeBatch(events, next.cursor(), more || sorted.size() > events.size(), issues);
    }

    /**
     * Forgets the oldest, but none that this read met again: the next read would hand it out once more in place of what
     * follows, and a burst larger than the limit would go round for ever.
     */
    private Set<String> remembered(Set<String> seen, Set<String> again, Set<String> fresh) {
        int tooMany = seen.size() + fresh.size() - maxSeen;
        Set<String> out = new LinkedHashSet<>();
        for (String hash : seen) {
            if (tooMany > 0 && !again.contains(hash)) {
                tooMany--;
            } else {
                out.add(hash);
            }
        }
        out.addAll(fresh);
        return out;
    }

    private void read(Instant from, @Nullable Instant to, Map<String, CaseEvent> found, Set<MappingIssue> issues) {
        // Filters with "after" leave out the moment itself.
        Instant after = from.minusMillis(1);
        WorkflowQuery all =
                WorkflowQuery.ALL.pages(cases.config.options().pageSize()).with("includeProcessVariables", true);
        WorkflowQuery whole = all.with("excludeSubprocesses", true);
        instances(whole.with("startedAfter", after).with("startedBefore", to), from, to, found, issues);
        instances(whole.with("finishedAfter", after).with("finishedBefore", to), from, to, found, issues);
        tasks(all.with("taskCreatedAfter", after).with("taskCreatedBefore", to), from, to, found, issues);
        tasks(all.with("taskCompletedAfter", after).with("taskCompletedBefore", to), from, to, found, issues);
    }

    private void instances(
            WorkflowQuery query,
            Instant from,
            @Nullable Instant to,
            Map<String, CaseEvent> found,
            Set<MappingIssue> issues) {
        Paged<WireInstance> list = client.history().processInstances(query).onIssue(issues::add);
        for (WireInstance one : list) {
            if (one.superProcessInstanceId() == null) {
                CaseMapper.toCase(
                                one,
                                cases.definitions.of(one.processDefinitionId()).key(),
                                cases.config.subjectSystem())
                        .map(record -> EventMapper.ofCase(one, record))
                        .peek(events -> keep(events, from, to, found))
                        .peekLeft(issues::add);
            }
        }
    }

    private void tasks(
            WorkflowQuery query,
            Instant from,
            @Nullable Instant to,
            Map<String, CaseEvent> found,
            Set<MappingIssue> issues) {
        Paged<WireTask> list = client.history().tasks(query).onIssue(issues::add);
        for (WireTask one : list) {
            CaseFile.Root root = cases.root(one.processInstanceId(), one.variables());
            String outcome = cases.outcome(one);
            TaskMapper.toTask(one, root.id(), outcome)
                    .flatMap(task -> ApprovalMapper.toApproval(
                                    one,
                                    root.id(),
                                    cases.definitions.of(one).key(),
                                    outcome,
                                    cases.config.outcomes(),
                                    cases.config.subjectSystem())
                            .map(approval -> EventMapper.ofTask(
                                    one,
                                    task,
                                    cases.isApproval(one) ? approval : null,
                                    root.key(),
                                    cases.config.subjectSystem())))
                    .peek(events -> keep(events, from, to, found))
                    .peekLeft(issues::add);
        }
    }

    private static void keep(List<CaseEvent> events, Instant from, @Nullable Instant to, Map<String, CaseEvent> found) {
        List<CaseEvent> inside = events.stream()
                .filter(event -> !event.occurredAt().isBefore(from)
                        && (to == null || event.occurredAt().isBefore(to)))
                .toList();
        boolean ends = inside.stream().anyMatch(event -> ENDS.contains(event.type()));
        for (CaseEvent event : events) {
            // The history has no filter for claims: one long after the creation shows with the end of its task only.
            boolean lateClaim = ends && event.type().equals(CaseEventType.TASK_CLAIMED);
            if (lateClaim || inside.contains(event)) {
                found.putIfAbsent(event.id(), event);
            }
        }
    }
}
