package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the events of a history, from wherever they come. Give it each event, in the order of recording, then
 * {@link #finish()}. Memory is bounded by {@link ReportLimits}, whatever the number of events. One thread at a time.
 *
 * <p>Events are put into the order in which they occurred, as far as the limit on events held back lets; at the same
 * instant, beginnings come before ends. A repetition, by source and id, does not count again.
 */
public final class ReportPass implements Consumer<CaseEvent> {
    private final ReportSettings settings;
    private final EventSorter sorter;
    private final ApprovalBook approvals;
    private final Escalations escalations;
    private final WorkBook work;
    private final CaseBook cases;
    private final DeliveryBook deliveries;
    private final Groups.Counts types;
    private final Deque<FlowStop> stops = new ArrayDeque<>();
    private long refusedFlows;
    private long failedFlows;
    private long events;
    private long afterwards;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private boolean finished;

    /**
     * Begins a pass.
     *
     * @param settings what the report is about
     */
    public ReportPass(ReportSettings settings) {
        this.settings = settings;
        this.sorter = new EventSorter(settings.limits().reordered(), this::inOrder);
        this.approvals = new ApprovalBook(settings);
        this.escalations = new Escalations(settings);
        this.work = new WorkBook(settings, approvals, escalations);
        this.cases = new CaseBook(settings, work, escalations);
        this.deliveries = new DeliveryBook(settings);
        this.types = new Groups.Counts(settings.limits().groups());
    }

    /**
     * Takes the next event.
     *
     * @param event what happened
     * @throws IllegalStateException after {@link #finish()}
     */
    @Override
    public void accept(CaseEvent event) {
        if (finished) {
            throw new IllegalStateException("the report is finished");
        }
        events++;
        Instant at = event.occurredAt();
        if (at.isAfter(settings.asOf())) {
            afterwards++;
            return;
        }
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
        sorter.accept(event);
    }

    private void inOrder(CaseEvent event) {
        if (settings.counts(event.occurredAt())) {
            types.add(event.type().value());
        }
        CaseTrack track = cases.accept(event);
        work.accept(event, track);
        deliveries.accept(event);
        CaseEventType type = event.type();
        if (type.equals(CaseEventType.ASSET_PUBLISHED)) {
            approvals.published(event, track);
        } else if (type.equals(CaseEventType.FLOW_FAILED) || type.equals(CaseEventType.FLOW_REFUSED)) {
            stopped(event, track);
        }
    }

    private void stopped(CaseEvent event, @Nullable CaseTrack track) {
        if (!settings.counts(event.occurredAt())) {
            return;
        }
        boolean failed = event.type().equals(CaseEventType.FLOW_FAILED);
        failedFlows += failed ? 1 : 0;
        refusedFlows += failed ? 0 : 1;
        stops.addFirst(new FlowStop(
                event.occurredAt(),
                event.source(),
                failed,
                event.caseKey(),
                track == null ? null : track.title,
                event.subject(),
                event.note()));
        if (stops.size() > settings.limits().listed()) {
            stops.removeLast();
        }
    }

    /**
     * Ends the pass.
     *
     * @return the report
     * @throws IllegalStateException when it was called before
     */
    public GovernanceReport finish() {
        if (finished) {
            throw new IllegalStateException("the report is finished");
        }
        finished = true;
        sorter.finish();
        work.closeBooks();
        Duration waiting = total(work.steps()).plus(total(work.stakeholders()));
        CaseFigures caseFigures = cases.figures();
        return new GovernanceReport(
                settings,
                basis(),
                caseFigures,
                cases.trend(),
                figures(work.steps(), waiting),
                figures(work.stakeholders(), waiting),
                escalationFigures(caseFigures.inPeriod()),
                approvals.figures(),
                deliveries.figures(),
                open(),
                refusedFlows,
                failedFlows,
                List.copyOf(stops),
                types.toMap());
    }

    private EscalationFigures escalationFigures(long casesInPeriod) {
        long escalatedCases =
                cases.open().stream().filter(track -> track.escalatedAt != null).count();
        long escalated = 0;
        long overdue = 0;
        long either = 0;
        for (WorkItem item : work.open()) {
            escalated += item.escalatedAt != null ? 1 : 0;
            overdue += item.overdueAt != null ? 1 : 0;
            either += item.escalatedAt != null || item.overdueAt != null ? 1 : 0;
        }
        return escalations.figures(casesInPeriod, escalatedCases + escalated, overdue, escalatedCases + either);
    }

    private ReportBasis basis() {
        return new ReportBasis(
                events,
                sorter.repeated(),
                sorter.late(),
                afterwards,
                first,
                last,
                cases.dropped(),
                work.dropped(),
                approvals.dropped(),
                deliveries.dropped());
    }

    private List<OpenItem> open() {
        OpenList open = new OpenList(settings.asOf());
        work.open().forEach(open::add);
        cases.open().forEach(open::add);
        deliveries.tracks().forEach(open::add);
        return open.first(settings.limits().listed());
    }

    private static Duration total(Groups<StepTally> groups) {
        return groups.map((name, tally) -> tally.total()).stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Those that cost the most time first. */
    private static List<StepFigures> figures(Groups<StepTally> groups, Duration all) {
        List<StepFigures> figures = new ArrayList<>(groups.map((name, tally) -> tally.figures(name, all)));
        figures.sort(Comparator.comparing(StepFigures::totalWaiting).reversed().thenComparing(StepFigures::name));
        return figures;
    }
}
