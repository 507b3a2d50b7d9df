package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.feed.ChangeFeed;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.report.GovernanceReport;
import dev.contentconnect.core.report.ReportPass;
import dev.contentconnect.core.report.ReportSettings;
import dev.contentconnect.core.spi.AssetFeed;
import dev.contentconnect.core.spi.CaseFeed;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.DeliveryLog;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.state.TrailQuery;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.DeliveryReading;
import dev.contentconnect.examples.flows.FeedReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * WV8: gathers what the workflow system says about cases and what the library says about publications, deliveries and use,
 * and reports on both: turnaround, bottlenecks, approval compliance, delivery performance.
 *
 * <p>Call {@link #gather} every few minutes. It may be killed at any point and called any number of times: events have ids,
 * and those of a batch are kept in one transaction with the cursor behind it. Two hosts may gather at once; the slower one
 * gets a Conflict from the store and reads on the next time. {@link #report} asks the store alone.
 *
 * <p><b>Where it begins.</b> Feeds begin at the present, or where the connectors' option {@code feedFrom} says. Gather once
 * before the work begins, or give both connectors and {@code since} the same moment.
 *
 * <p><b>What counts.</b> Cases, tasks, approvals, escalations and stopped flows from whoever wrote them into the trail: an
 * event of a flow and one of the system about the same thing count once. Publications and deliveries only as the library has
 * them, found by this class. A publication under the key of a case is judged by the approvals of that case, any other by
 * those of the asset itself; one without any is a violation, so what people publish past the workflow is found.
 *
 * <p><b>What the systems cannot tell</b>, see {@link #REMARKS}: VIP does not see downloads of partners; of the states of a
 * delivery, or of an asset, between two calls the last one is known; an escalation is known by the task that is made for it,
 * and models that note it in a variable leave no time of it in the history.
 */
public final class GovernanceReporting {
    /** The name of the flow: the source of its events and the beginning of its notes. */
    public static final String FLOW = "wv8";

    /** What readers of the report must know about its sources. */
    public static final List<String> REMARKS = List.of(
            "Downloads: the library does not see what partners download themselves. Uses are those that somebody"
                    + " recorded.",
            "Deliveries: of several states between two readings the last one is known. How long a delivery took is"
                    + " known where it was seen under way.",
            "Escalations: those that made a task for somebody. Steps that only mark themselves as late are not"
                    + " counted.");

    /** Steps of the shipped process models that exist because somebody was late. */
    private static final Set<String> ESCALATIONS = Set.of("escalation", "directorApproval");

    private static final Set<CaseEventType> BEGINNINGS =
            Set.of(CaseEventType.TASK_CREATED, CaseEventType.APPROVAL_REQUESTED);

    private final FeedReading cases;
    private final FeedReading assets;
    private final PublicationWatch publications;
    private final DeliveryReading deliveries;
    private final StateStore state;
    private final TimeSource time;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people decide; offers {@code CaseFeed} and {@code CaseDesk}
     * @param library where content is published; offers {@code AssetFeed}, {@code AssetPublisher} and {@code DeliveryLog}
     * @param state where trail and cursors are kept
     * @param since deliveries that were recorded earlier are left out
     * @param followed for how long a delivery is looked at again after it was recorded, and a publication that has not come
     *     out; 30 days are plenty for most
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public GovernanceReporting(
            Connector workflow,
            Connector library,
            StateStore state,
            Instant since,
            Duration followed,
            TimeSource time) {
        this.state = state;
        this.time = time;
        this.publications = new PublicationWatch(workflow, library, state, followed, time);
        this.cases = reading("cases", workflow.require(CaseFeed.class), GovernanceReporting::withEscalations);
        this.assets = reading("assets", library.require(AssetFeed.class), publications::of);
        this.deliveries = new DeliveryReading(
                FLOW + ".deliveries",
                library.require(DeliveryLog.class),
                state,
                since,
                followed,
                time,
                (delivery, memory) -> eventsOf(delivery).forEach(memory::append));
    }

    private FeedReading reading(String name, ChangeFeed feed, UnaryOperator<List<CaseEvent>> meaning) {
        return new FeedReading(FLOW + "." + name, feed, state, batch -> {
            List<CaseEvent> events = meaning.apply(batch.events());
            return memory -> events.forEach(memory::append);
        });
    }

    /**
     * Reads what is new in both systems into the trail.
     *
     * @return whether it pays to call again at once, because a feed had more than 20,000 events
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; what was read before is kept, and the next
     *     call goes on there
     * @throws dev.contentconnect.core.state.StateException CONFLICT when another host gathers too
     */
    public boolean gather() {
        boolean moreCases = cases.read();
        boolean moreAssets = assets.read();
        publications.lookAgain();
        deliveries.read();
        return moreCases || moreAssets;
    }

    private List<CaseEvent> eventsOf(Delivery delivery) {
        List<CaseEvent> events = new ArrayList<>();
        DeliveryReading.type(delivery.status())
                .ifPresent(type -> events.add(event(delivery, type, String.valueOf(delivery.at()))));
        if (delivery.count() != null) {
            events.add(event(delivery, CaseEventType.USAGE_RECORDED, String.valueOf(delivery.count())));
        }
        return events;
    }

    /** A status that is reached again after a failure is another happening: its time tells. */
    private CaseEvent event(Delivery delivery, CaseEventType type, String which) {
        String detail = delivery.detail();
        return CaseEvent.builder(
                        FLOW,
                        type,
                        delivery.ref() + "/" + type + "@" + which,
                        delivery.at() == null ? time.now() : delivery.at())
                .caseKey(delivery.key())
                .subject(delivery.assets().isEmpty() ? null : delivery.assets().get(0))
                .subjectVersion(delivery.version())
                .related(delivery.ref())
                .note("to " + delivery.recipient() + (detail == null ? "" : ": " + detail))
                .build();
    }

    /** The feed tells of the task, and the report counts calls for somebody higher up. */
    private static List<CaseEvent> withEscalations(List<CaseEvent> events) {
        List<CaseEvent> out = new ArrayList<>(events);
        for (CaseEvent event : events) {
            if (BEGINNINGS.contains(event.type()) && ESCALATIONS.contains(String.valueOf(event.step()))) {
                out.add(CaseEvent.builder(FLOW, CaseEventType.ESCALATED, "escalated/" + event.id(), event.occurredAt())
                        .caseRef(event.caseRef())
                        .caseKey(event.caseKey())
                        .subject(event.subject())
                        .subjectVersion(event.subjectVersion())
                        .note("nobody had answered in time")
                        .build());
            }
        }
        return out;
    }

    /**
     * The report on what was gathered. {@code toJson()} gives it as data.
     *
     * @param settings the moment, the period and the zone
     * @return the figures
     * @throws dev.contentconnect.core.state.StateException when the trail cannot be read
     */
    public GovernanceReport report(ReportSettings settings) {
        ReportPass pass = new ReportPass(settings);
        state.read(memory -> {
            memory.trail(TrailQuery.ALL, entry -> {
                if (counts(entry.event())) {
                    pass.accept(entry.event());
                }
            });
            return null;
        });
        return pass.finish();
    }

    private static boolean counts(CaseEvent event) {
        CaseEventType type = event.type();
        boolean asTheLibraryHasIt =
                type.equals(CaseEventType.ASSET_PUBLISHED) || type.value().startsWith("delivery.");
        return !asTheLibraryHasIt || event.source().equals(FLOW);
    }

    /**
     * The report as one page for people, with {@link #REMARKS}.
     *
     * @param title what stands at its top
     * @param settings the moment, the period and the zone
     * @return HTML without anything that would be fetched; write it in UTF-8
     * @throws dev.contentconnect.core.state.StateException when the trail cannot be read
     */
    public String page(String title, ReportSettings settings) {
        return report(settings).toHtml(title, REMARKS);
    }
}
