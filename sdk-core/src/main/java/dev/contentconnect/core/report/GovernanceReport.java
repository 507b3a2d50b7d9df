package dev.contentconnect.core.report;

import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.state.StateException;
import dev.contentconnect.core.state.StateView;
import dev.contentconnect.core.state.TrailQuery;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the work went: turnaround, bottlenecks, escalations, compliance, deliveries, and what waits for somebody now. Made of
 * the events of an audit trail in one pass.
 *
 * @param settings what it is about
 * @param basis what it was made of, and what had to be left out
 * @param cases cases from opening to end
 * @param trend cases over time
 * @param steps tasks by step, those that cost the most time first
 * @param stakeholders approvals by stakeholder, likewise
 * @param escalations calls for somebody higher up
 * @param compliance whether what was published had been approved
 * @param deliveries how deliveries went
 * @param open what waits, the most pressing first, up to the limit
 * @param refusedFlows flows that a rule stopped in the period
 * @param failedFlows flows that could not go on in the period
 * @param stops the latest of both, latest first, up to the limit
 * @param eventTypes how many events of which type occurred in the period
 */
public record GovernanceReport(
        ReportSettings settings,
        ReportBasis basis,
        CaseFigures cases,
        TrendFigures trend,
        List<StepFigures> steps,
        List<StepFigures> stakeholders,
        EscalationFigures escalations,
        ComplianceFigures compliance,
        DeliveryFigures deliveries,
        List<OpenItem> open,
        long refusedFlows,
        long failedFlows,
        List<FlowStop> stops,
        Map<String, Long> eventTypes) {

    /**
     * Makes the value; collections are copied.
     *
     * @param settings what it is about
     * @param basis what it was made of
     * @param cases cases from opening to end
     * @param trend cases over time
     * @param steps tasks by step
     * @param stakeholders approvals by stakeholder
     * @param escalations calls for somebody higher up
     * @param compliance whether what was published had been approved
     * @param deliveries how deliveries went
     * @param open what waits
     * @param refusedFlows flows that a rule stopped
     * @param failedFlows flows that could not go on
     * @param stops the latest of both
     * @param eventTypes how many events of which type
     */
    public GovernanceReport {
        steps = List.copyOf(steps);
        stakeholders = List.copyOf(stakeholders);
        open = List.copyOf(open);
        stops = List.copyOf(stops);
        eventTypes = Collections.unmodifiableMap(new TreeMap<>(eventTypes));
    }

    /**
     * Reports on the audit trail of a store, with one walk through the whole of it.
     *
     * @param view where the trail is
     * @param settings what the report is about
     * @return the report
     * @throws StateException when the trail cannot be read
     */
    public static GovernanceReport of(StateView view, ReportSettings settings) {
        return of(view, TrailQuery.ALL, settings);
    }

    /**
     * Reports on a part of the audit trail, such as what one flow reported. Leave the time to the settings: without the
     * beginning of a case nobody knows how long it took.
     *
     * @param view where the trail is
     * @param query which entries
     * @param settings what the report is about
     * @return the report
     * @throws StateException when the trail cannot be read
     */
    public static GovernanceReport of(StateView view, TrailQuery query, ReportSettings settings) {
        ReportPass pass = new ReportPass(settings);
        view.trail(query, entry -> pass.accept(entry.event()));
        return pass.finish();
    }

    /**
     * Reports on events from elsewhere, such as an {@linkplain TrailFile#events exported file}.
     *
     * @param events in the order of recording; read to its end, not closed
     * @param settings what the report is about
     * @return the report
     */
    public static GovernanceReport of(Stream<CaseEvent> events, ReportSettings settings) {
        ReportPass pass = new ReportPass(settings);
        events.forEachOrdered(pass);
        return pass.finish();
    }

    /**
     * The report as data. The form is described in {@code docs/report.md} and marked {@code contentconnect/report/1};
     * moments are UTC, durations are ISO 8601 such as {@code PT26H30M}, shares are 0 to 1, and what is unknown is left
     * out.
     *
     * @return UTF-8 text
     */
    public byte[] toJson() {
        return ReportJson.write(this);
    }

    /**
     * The report as one page for people: no script, nothing fetched from elsewhere, light and dark, fit for A4.
     *
     * @param title what stands at its top
     * @return XHTML-compatible HTML; write it in UTF-8
     */
    public String toHtml(String title) {
        return toHtml(title, List.of());
    }

    /**
     * The same page with what its readers must know about the sources, such as what a system cannot tell.
     *
     * @param title what stands at its top
     * @param remarks a sentence or two each, for people; they stand where the page explains itself
     * @return XHTML-compatible HTML; write it in UTF-8
     */
    public String toHtml(String title, List<String> remarks) {
        return ReportPage.write(title, this, remarks);
    }
}
