package dev.contentconnect.examples.flows.sw;

import dev.contentconnect.core.error.ConnectorException;
import dev.contentconnect.core.model.Asset;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Link;
import dev.contentconnect.core.model.Publication;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.Use;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.AssetPublisher;
import dev.contentconnect.core.spi.AssetQuery;
import dev.contentconnect.core.spi.AssetReader;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CommentDraft;
import dev.contentconnect.core.spi.CommentThread;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.PublishRequest;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.Decisions;
import dev.contentconnect.examples.flows.Fingerprint;
import dev.contentconnect.examples.flows.FlowTrail;
import dev.contentconnect.examples.flows.Standing;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * SW3: somebody asks in the workflow service for creative assets, with the type of campaign, regions, a format and a deadline;
 * the portal offers those that are approved and may be used for exactly that, and they are attached to the request.
 *
 * <p>Trigger: a case of the kind {@value #CASE_TYPE} with a value {@code campaignType}, and each change of it:
 * {@code item -> flow.handle(item.event())}. {@link #advance} may be called any number of times, late and after a crash at any
 * point. One worker at a time for each request.
 *
 * <p>Steps, and the keys of their effects:
 * <ol>
 *   <li>The portal is searched, and what is approved and allowed is shown to the owner as a comment on the case,
 *       {@code sw3:{case}:found:{print}}, as often as it changes, with a number from the second time on; so is what is not clear
 *       about the request.
 *   <li>When the owner has approved the request, it is all judged anew: what expired, was taken back or was used up meanwhile
 *       is not offered. The rest becomes a collection for the people of the regions, under {@code sw3:{case}}; each asset is
 *       attached to the case; the last task of the case is completed.
 *   <li>When nothing is left, or it is still unclear what is asked for, the case ends as undeliverable.
 * </ol>
 *
 * <p>An asset is approved when people find it in the portal, since nobody brings out what is not, and, where a host knows more,
 * when {@code approved} says so of this very version. It may be used when its rights allow each use: in every region, now and
 * at the deadline. What is unknown is not allowed, so an asset without a licence is never offered.
 *
 * <p>A portal is searched by filters that are its own: the connector has to know one for each region.
 */
public final class CreativeRequest {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "sw3";

    /** The kind of case that is answered. */
    public static final String CASE_TYPE = "contentconnect-request";

    private static final String FULFIL = "fulfil";
    private static final String ENDED = "ended";
    private static final String SHOWN = "shown";

    private final String system;
    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final @Nullable CommentThread said;
    private final AssetReader reader;
    private final AssetPublisher publisher;
    private final Offering offering;
    private final Answer answer;
    private final FlowTrail trail;

    /**
     * How requests are answered.
     *
     * @param words what their words mean
     * @param approved whether the version of an asset is approved, as far as the host knows; see
     *     {@link UploadApproval#isApproved}
     * @param page where people look at an asset; without credentials
     * @param most how many assets are offered
     */
    public record Answer(CreativeWords words, Predicate<Asset> approved, Function<SourceRef, URI> page, int most) {

        /**
         * Makes the rules.
         *
         * @throws IllegalArgumentException when nothing could be offered
         */
        public Answer {
            if (most < 1) {
                throw new IllegalArgumentException("most must be 1 or more: " + most);
            }
        }
    }

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people ask; offers {@code CaseDesk} and {@code ApprovalDesk}, and {@code CommentThread} where owners
     *     are to see what is found
     * @param portal where assets are; offers {@code AssetReader}, {@code AssetPublisher} and {@code RightsReader}
     * @param answer how requests are answered
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public CreativeRequest(Connector workflow, Connector portal, Answer answer, StateStore state, TimeSource time) {
        this.system = workflow.system();
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.said = workflow.find(CommentThread.class).orElse(null);
        this.reader = portal.require(AssetReader.class);
        this.publisher = portal.require(AssetPublisher.class);
        this.answer = answer;
        this.trail = new FlowTrail(FLOW, state, time);
        this.offering = new Offering(FLOW, portal, trail);
    }

    /**
     * Goes on with the request that an event is about, if it is one.
     *
     * @param event from the workflow service
     * @throws ConnectorException as {@link #advance}
     */
    public void handle(CaseEvent event) {
        SourceRef caseRef = event.caseRef();
        if (caseRef != null && caseRef.system().equals(system)) {
            advance(caseRef);
        }
    }

    /**
     * Takes a request one step on, as far as it goes without waiting.
     *
     * @param caseRef the case
     * @return where it stands now
     * @throws ConnectorException when a system fails; call again later
     */
    public Standing advance(SourceRef caseRef) {
        CaseRecord record = cases.get(caseRef);
        CaseFields fields = CaseFields.of(record);
        if (!CASE_TYPE.equals(record.type()) || fields.text("campaignType") == null) {
            return new Standing.Idle("no request for creative assets");
        }
        CaseProgress progress = CaseProgress.read(record, cases, approvals);
        progress.tell(trail, caseRef, null);
        trail.append(event(caseRef, CaseEventType.REQUEST_RECEIVED, record, "").build());
        if (record.status().isFinal()) {
            return ended(progress);
        }
        CreativeBrief brief = CreativeBrief.read(fields, answer.words());
        Optional<CaseTask> fulfil = progress.tasks().stream()
                .filter(task -> FULFIL.equals(task.step()) && task.completedAt() == null)
                .findFirst();
        if (fulfil.isPresent()) {
            return deliver(record, fulfil.get(), brief);
        }
        show(record, brief);
        return new Standing.Waiting(caseRef, List.of("owner"));
    }

    private static String key(CaseRecord record) {
        return FLOW + ":" + record.ref();
    }

    private static String title(CaseRecord record) {
        return Objects.requireNonNullElse(record.title(), key(record));
    }

    /** Approved, in its rights for each use, and found by people; as many as are offered. */
    private List<Asset> matches(CreativeBrief brief) {
        AssetQuery query = AssetQuery.ALL.withText(brief.about()).withSegments(brief.segments());
        List<Use> uses = brief.uses(trail.now());
        return reader.query(brief.kind() == null ? query : query.withKinds(List.of(brief.kind()))).stream()
                .filter(answer.approved())
                .filter(asset -> lets(asset.ref(), uses))
                .filter(asset -> offering.isOut(asset.ref()))
                .limit(answer.most())
                .toList();
    }

    private boolean lets(SourceRef asset, List<Use> uses) {
        Optional<RightsRecord> rights = offering.rights(asset);
        return rights.isPresent()
                && uses.stream().allMatch(use -> rights.get().permits(use).isAllowed());
    }

    private void show(CaseRecord record, CreativeBrief brief) {
        String text = brief.unclear().isEmpty()
                ? "Approved and allowed for this: "
                        + matches(brief).stream()
                                .map(one -> Offering.title(one) + " (" + one.ref() + ")")
                                .sorted()
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), all -> all.isEmpty() ? "nothing" : all))
                : "Not clear: " + String.join("; ", brief.unclear());
        if (said != null) {
            say(said, record, text);
        }
    }

    /** What was shown last is not shown again; what was shown before that is. */
    private void say(CommentThread thread, CaseRecord record, String text) {
        String print = Fingerprint.of(text);
        List<StateLink> shown = trail.notes(record.ref(), SHOWN);
        boolean isLast = shown.stream()
                .max(Comparator.comparing(CreativeRequest::time))
                .filter(note -> print.equals(note.fingerprint()))
                .isPresent();
        if (!isLast) {
            int time = shown.size() + 1;
            String key = key(record) + ":found:" + print + (time == 1 ? "" : "#" + time);
            thread.add(record.ref(), new CommentDraft(key, text, null, null));
            trail.note(record.ref(), SHOWN, SourceRef.of(FLOW, String.valueOf(time)), print);
        }
    }

    private static int time(StateLink shown) {
        return Integer.parseInt(shown.to().id());
    }

    private Standing deliver(CaseRecord record, CaseTask fulfil, CreativeBrief brief) {
        Optional<Publication> known = publisher.findByKey(key(record));
        if (known.isEmpty()) {
            List<SourceRef> assets = brief.unclear().isEmpty()
                    ? matches(brief).stream().map(Asset::ref).toList()
                    : List.of();
            if (assets.isEmpty()) {
                return undeliverable(record, fulfil, brief);
            }
            known = Optional.of(publisher.publish(new PublishRequest(
                    key(record), title(record), assets, brief.segments(), null, "Asked for in " + record.ref())));
        }
        for (SourceRef asset : known.get().assets()) {
            attach(record, asset);
        }
        cases.complete(fulfil.ref(), TaskResult.of("delivered", null, null));
        return ended(CaseProgress.read(cases.get(record.ref()), cases, approvals));
    }

    /** One that left the portal in this moment stays out of the request. */
    private void attach(CaseRecord record, SourceRef asset) {
        offering.read(asset).ifPresent(found -> {
            cases.attach(
                    record.ref(), new Link(Offering.title(found), answer.page().apply(asset), asset));
            trail.append(event(
                            asset,
                            CaseEventType.ASSET_LINKED,
                            record,
                            record.ref().id())
                    .related(record.ref())
                    .build());
        });
    }

    private Standing undeliverable(CaseRecord record, CaseTask fulfil, CreativeBrief brief) {
        String reason = brief.unclear().isEmpty()
                ? "no approved asset may be used for this"
                : String.join("; ", brief.unclear());
        // Before the case ends: what was in the way may have changed when an accident is made good.
        trail.note(record.ref(), ENDED, record.ref(), reason);
        cases.complete(fulfil.ref(), TaskResult.of("undeliverable", reason, null));
        return ended(CaseProgress.read(cases.get(record.ref()), cases, approvals));
    }

    private Standing ended(CaseProgress progress) {
        CaseRecord record = progress.record();
        progress.tell(trail, record.ref(), null);
        if (!record.status().isFinal()) {
            return new Standing.Waiting(record.ref(), List.of());
        }
        boolean cancelled = record.status().equals(CaseStatus.CANCELLED);
        if (!cancelled && "delivered".equals(record.outcome())) {
            return new Standing.Done(record.ref(), "delivered");
        }
        String reason = cancelled ? "the case was cancelled" : reason(progress);
        trail.append(event(record.ref(), CaseEventType.FLOW_REFUSED, record, "")
                .outcome("refused")
                .note(reason)
                .build());
        return new Standing.Refused(List.of(reason));
    }

    private String reason(CaseProgress progress) {
        return trail.noted(progress.record().ref(), ENDED)
                .map(note -> String.valueOf(note.fingerprint()))
                .or(() -> progress.lastDecision().map(Decisions::objection))
                .orElse("the case ended without a decision");
    }

    private CaseEvent.Builder event(SourceRef subject, CaseEventType type, CaseRecord record, String which) {
        return trail.event(subject, null, type, which, null)
                .caseRef(record.ref())
                .caseKey(record.key());
    }
}
