package dev.contentconnect.examples.flows.aw;

import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.Progress;
import dev.contentconnect.core.spi.ProgressDesk;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import dev.contentconnect.examples.flows.aw.ProductionPlan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * AW3: content that is requested in Aprimo is made in steps, such as copy, design, translation, localisation and a last check;
 * each begins when those it needs are done, and Aprimo is told how far it is and what is late.
 *
 * <p>Trigger: the request, then each change of one of its cases, and the clock: call {@link #advance} with the plan of the
 * request, which the host makes. It may be called any number of times, late and after a crash at any point. One worker at a
 * time for each request.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>A case for each step that can begin, for its team, with its due date: {@code aw3:{request}/{step}}. What was taken out
 *       of the plan is cancelled, and begins anew under the same key with a number when it is put back, unless it was done; when
 *       a due date is moved in the plan, the plan counts.
 *   <li>A report of progress for each step that is done, {@code {case key}:done}, with how much of all is; one for each that is
 *       late, {@code {case key}:late {due date}}; one at the end, {@code aw3:{request}:done {print}}, and another one when further
 *       steps were done since.
 *   <li>A step that its team gives back stops those that need it, {@code {case key}:stopped}; the others go on.
 * </ol>
 *
 * <p>Aprimo takes neither a percentage nor a delay by any call: both stand in the note of the report. Its simple tasks cannot be
 * placed among other tasks, so the order is kept here.
 */
public final class ContentProduction {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "aw3";

    private static final String MODEL = "contentconnect-request";
    private static final String DONE = "delivered";
    private static final String BEGUN = "begun";
    private static final String VOID = "void";
    private static final String REPORTED = "reported";

    private final CaseDesk cases;
    private final ProgressDesk progress;
    private final Statuses statuses;
    private final FlowTrail trail;

    /**
     * The words for the statuses a request moves to, as the connector is configured.
     *
     * @param working the first step was done
     * @param done all steps were
     */
    public record Statuses(String working, String done) {}

    /** A step and its case, as far as there is one. */
    private record Work(Step step, @Nullable CaseRecord record) {

        boolean isDone() {
            return record != null && ContentProduction.isDone(record);
        }

        boolean isStopped() {
            return record != null && record.status().isFinal() && !isDone();
        }

        boolean isLate(Instant now) {
            return record != null && !record.status().isFinal() && step.dueAt().isBefore(now);
        }
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where teams work; offers {@code CaseDesk}
     * @param planning where content is requested; offers {@code ProgressDesk}
     * @param statuses where requests move to
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public ContentProduction(
            Connector workflow, Connector planning, Statuses statuses, StateStore state, TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.progress = planning.require(ProgressDesk.class);
        this.statuses = statuses;
        this.trail = new FlowTrail(FLOW, state, time);
    }

    /**
     * Takes a request on, as far as it goes without waiting.
     *
     * @param plan the same steps for the same request, unless it was changed
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     */
    public Standing advance(ProductionPlan plan) {
        callOffOthers(plan);
        Map<String, Work> all = new LinkedHashMap<>();
        for (Step step : plan.steps()) {
            boolean canBegin = step.after().stream()
                    .allMatch(name -> Objects.requireNonNull(all.get(name)).isDone());
            all.put(step.name(), new Work(step, canBegin ? work(plan, step) : null));
        }
        List<Work> works = List.copyOf(all.values());
        works.forEach(work -> tell(plan, work, works));
        return standing(plan, works);
    }

    private CaseRecord work(ProductionPlan plan, Step step) {
        String key = key(plan, step.name());
        trail.note(plan.request(), BEGUN, SourceRef.of(FLOW, key), step.name());
        CaseRecord record = cases.open(new CaseRequest(
                key,
                MODEL,
                plan.title() + ": " + step.name(),
                plan.request(),
                null,
                step.dueAt(),
                null,
                Map.of("ownerGroup", step.team(), "fulfilmentGroup", step.team())));
        CaseProgress.work(record, cases).tell(trail, plan.request(), null);
        return record;
    }

    private void callOffOthers(ProductionPlan plan) {
        Set<String> wanted = plan.steps().stream().map(Step::name).collect(Collectors.toSet());
        Set<String> over = ids(plan, VOID);
        for (StateLink link : trail.notes(plan.request(), BEGUN)) {
            String key = link.to().id();
            if (over.contains(key) || !wanted.contains(String.valueOf(link.fingerprint()))) {
                cases.findByKey(key).ifPresent(one -> callOff(plan, link.to(), one));
                trail.forget(plan.request(), BEGUN, link.to());
            }
        }
    }

    private void callOff(ProductionPlan plan, SourceRef key, CaseRecord begun) {
        if (!isDone(begun)) {
            // First, so that the step begins anew also when it is put back right after a crash.
            trail.note(plan.request(), VOID, key, "taken out of the plan");
        }
        CaseRecord ended = begun.status().isFinal() ? begun : cases.cancel(begun.ref(), "taken out of the plan");
        CaseProgress.work(ended, cases).tell(trail, plan.request(), null);
    }

    private Set<String> ids(ProductionPlan plan, String word) {
        return trail.notes(plan.request(), word).stream()
                .map(link -> link.to().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void tell(ProductionPlan plan, Work work, List<Work> all) {
        Step step = work.step();
        String key = key(plan, step.name());
        if (work.isDone()) {
            long done = all.stream().filter(Work::isDone).count();
            int percent = (int) (100 * done / all.size());
            String note = step.name() + " is done, " + done + " of " + all.size();
            trail.note(plan.request(), REPORTED, SourceRef.of(FLOW, key), step.name());
            report(plan, new Progress(key + ":done", statuses.working(), percent, null, false, note));
        } else if (work.isStopped()) {
            String why = step.name() + " was stopped: " + ending(work);
            report(plan, new Progress(key + ":stopped", null, null, null, false, why));
        } else if (work.isLate(trail.now())) {
            String note = step.name() + " is late, it was due " + step.dueAt();
            report(plan, new Progress(key + ":late " + step.dueAt(), null, null, null, true, note));
        }
    }

    /** One that was cancelled while it waited for its callback has its outcome already. */
    private static boolean isDone(CaseRecord record) {
        return DONE.equals(record.outcome()) && !record.status().equals(CaseStatus.CANCELLED);
    }

    private static String ending(Work work) {
        CaseRecord record = Objects.requireNonNull(work.record());
        return record.status().equals(CaseStatus.CANCELLED)
                ? record.status().value()
                : Objects.requireNonNullElse(record.outcome(), record.status().value());
    }

    private Standing standing(ProductionPlan plan, List<Work> all) {
        List<String> stopped = new ArrayList<>();
        all.stream()
                .filter(Work::isStopped)
                .forEach(work -> stopped.add(work.step().name() + " was stopped: " + ending(work)));
        CaseRecord open = all.stream()
                .map(Work::record)
                .filter(record -> record != null && !record.status().isFinal())
                .findFirst()
                .orElse(null);
        if (open != null) {
            return new Standing.Waiting(
                    open.ref(),
                    all.stream()
                            .filter(work -> !work.isDone() && !work.isStopped())
                            .map(work -> work.step().name())
                            .toList());
        }
        if (!stopped.isEmpty()) {
            return new Standing.Refused(stopped);
        }
        CaseRecord last = Objects.requireNonNull(all.get(all.size() - 1).record());
        // Of what was ever done: a step that comes later takes the status back to that of work.
        String print = Fingerprint.of(ids(plan, REPORTED).toArray(String[]::new));
        String key = FLOW + ":" + plan.request() + ":done " + print;
        report(plan, new Progress(key, statuses.done(), 100, null, false, "all is done"));
        return new Standing.Done(last.ref(), statuses.done());
    }

    private void report(ProductionPlan plan, Progress said) {
        progress.report(plan.request(), said);
        trail.append(trail.event(plan.request(), null, CaseEventType.STATUS_CHANGED, said.key(), null)
                .outcome(said.status())
                .note(said.note())
                .build());
    }

    private String key(ProductionPlan plan, String step) {
        Set<String> over = ids(plan, VOID);
        String first = FLOW + ":" + plan.request() + "/" + step;
        String key = first;
        for (int round = 2; over.contains(key); round++) {
            key = first + "#" + round;
        }
        return key;
    }
}
