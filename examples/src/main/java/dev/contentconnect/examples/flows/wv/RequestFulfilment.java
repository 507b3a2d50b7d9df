package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.CaseTask;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.Delivery;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.model.TaskStatus;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.spi.TaskResult;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.EachInTurn;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * WV2: somebody asks for assets in the library; the request goes to the owner of the content in the workflow system, with
 * its priority. What the owner approves is delivered to the target group; otherwise the requester reads why not.
 *
 * <p><b>Trigger.</b> The library has no requests of its own. The honest substitute is an entry of its distribution log:
 * queued, naming the assets, the requester as recipient and the reason as detail, made by hand (without a key) or by a
 * portal under a key that begins with {@value #REQUEST}. Such entries are no changes of assets, so {@link #poll} looks
 * for them, now and then; what happens in the cases goes to {@link #on} as well, from the workflow system's
 * {@code CaseFeed}: {@code FeedRunner.builder("wv2", store, item -> fulfilment.on(item.event()))}. One worker at a time for
 * each request.
 *
 * <p><b>Steps.</b> The host's rules say who owns the assets, how urgent it is and which segments the target group is.
 * The owner approves, rejects, or asks; a question is shown on the request as a comment, and answered in the case. What
 * was approved is delivered whole or not at all: every asset has to be approved or published itself, and its rights have
 * to allow the target group at that moment; the version that is out already counts before a newer one. Delivering is a
 * publication for the target group. Then the last task of the case is completed, and at the very end the entry is marked
 * as delivered, so that an accident leaves it among those that {@link #poll} finds. A refusal marks it as rejected, the
 * one of the library's words that is no failure, with the reason as its detail and as a comment.
 *
 * <p><b>Keys.</b> Case and publication: {@code wv2:{entry}}; comments: that with {@code :refused}, or {@code :question}
 * and the approval. The marks are states; a later one is never replaced by an earlier one.
 */
public final class RequestFulfilment {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv2";

    /** The kind of case that is opened. */
    public static final String CASE_TYPE = "contentconnect-request";

    /** How the key of an entry begins that a portal makes for a request; other flows have keys of their own. */
    public static final String REQUEST = "request:";

    private static final String FULFIL = "fulfil";

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final RequestRoute.Rules rules;
    private final RequestLibrary library;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where owners decide; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where the assets are; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code DeliveryLog}
     * @param rules who owns what
     * @param serving the channels the library serves: rights may depend on them, and VIP has no place for them
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public RequestFulfilment(
            Connector workflow,
            Connector library,
            RequestRoute.Rules rules,
            List<Segment> serving,
            StateStore state,
            TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.rules = rules;
        this.trail = new FlowTrail(FLOW, state, time);
        this.library = new RequestLibrary(library, serving, trail);
    }

    /**
     * Takes every request that is not answered yet as far as it goes without waiting. One that fails does not stop the
     * others.
     *
     * @return where each stands, by its entry as it was found
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException as {@link #advance}
     */
    public Map<Delivery, RequestOutcome> poll() {
        return EachInTurn.of(library.requests(), this::advance);
    }

    /**
     * Takes in an event of the workflow system; one that is none of this flow's business changes nothing.
     *
     * @param event what happened in a case
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException as {@link #advance}
     */
    public void on(CaseEvent event) {
        if (String.valueOf(event.caseKey()).startsWith(FLOW + ":")) {
            library.requests().stream()
                    .filter(request -> request.ref().equals(event.subject()))
                    .findFirst()
                    .ifPresent(this::advance);
        }
    }

    /**
     * Takes one request as far as it goes without waiting, from wherever it stands.
     *
     * @param request the entry, as it was read
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later
     * @throws IllegalStateException when the case has ended and what came out cannot be read yet; call again later
     */
    public RequestOutcome advance(Delivery request) {
        RequestedAssets assets = library.read(request);
        RequestRoute route = rules.route(request, assets.found());
        String key = FLOW + ":" + request.ref();
        CaseRecord record = cases.findByKey(key).orElseGet(() -> cases.open(open(key, request, route, assets)));
        trail.append(trail.event(request.ref(), null, CaseEventType.REQUEST_RECEIVED, "", request.at())
                .caseKey(key)
                .note(request.detail())
                .build());
        CaseProgress progress = CaseProgress.read(record, cases, approvals);
        progress.tell(trail, request.ref(), null);
        if (record.status().equals(CaseStatus.CANCELLED)) {
            return reject(request, record, "the request was called off");
        }
        Optional<CaseTask> fulfil = last(progress, FULFIL);
        if (record.status().isFinal()) {
            return ended(request, progress, fulfil);
        }
        // A case that people put on hold, or one that is just ending, delivers nothing.
        return record.status().equals(CaseStatus.OPEN)
                        && fulfil.filter(task -> task.completedAt() == null).isPresent()
                ? deliver(request, record, fulfil.get(), route, assets)
                : waiting(request, progress);
    }

    private static CaseRequest open(String key, Delivery request, RequestRoute route, RequestedAssets assets) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ownerGroup", route.ownerGroup());
        values.put("priority", route.priority());
        values.put(
                "requestedAssets",
                request.assets().stream().map(SourceRef::toString).toList());
        if (route.owner() != null) {
            values.put("owner", route.owner());
        }
        if (route.requester() != null) {
            values.put("requester", route.requester());
        }
        String wanted = assets.found().stream()
                .map(asset ->
                        Objects.requireNonNullElse(asset.title(), asset.ref().toString()))
                .collect(Collectors.joining(", "));
        String why = request.detail() == null ? "" : ": " + request.detail();
        String title = request.recipient() + " asks for " + (wanted.isEmpty() ? "assets" : wanted);
        return new CaseRequest(key, CASE_TYPE, title, request.ref(), null, route.dueAt(), title + why, values);
    }

    private RequestOutcome waiting(Delivery request, CaseProgress progress) {
        CaseRecord record = progress.record();
        progress.lastDecision()
                .filter(one -> one.status().equals(ApprovalStatus.CHANGES_REQUESTED))
                .ifPresent(one -> library.tell(
                        request, record.key() + ":question:" + one.ref().id(), said(one)));
        return new RequestOutcome.Waiting(record.ref());
    }

    private RequestOutcome deliver(
            Delivery request, CaseRecord record, CaseTask fulfil, RequestRoute route, RequestedAssets assets) {
        String key = FLOW + ":" + request.ref();
        List<String> objections = library.isOut(key) ? List.of() : library.objections(assets, route.audience());
        if (!objections.isEmpty()) {
            String reason = String.join("; ", objections);
            // Before the case ends: what was in the way may have changed when an accident is made good.
            trail.note(request.ref(), "undeliverable", request.ref(), reason);
            cases.complete(fulfil.ref(), TaskResult.of("undeliverable", reason, null));
            return reject(request, record, reason);
        }
        library.publish(key, request, assets, route.audience());
        cases.complete(fulfil.ref(), TaskResult.of("delivered", null, null));
        return delivered(request, record);
    }

    private RequestOutcome ended(Delivery request, CaseProgress progress, Optional<CaseTask> fulfil) {
        CaseRecord record = progress.record();
        if (fulfil.isPresent()) {
            if ("delivered".equals(fulfil.get().outcome())) {
                return delivered(request, record);
            }
            return reject(
                    request,
                    record,
                    trail.noted(request.ref(), "undeliverable")
                            .map(note -> String.valueOf(note.fingerprint()))
                            .orElse("it cannot be delivered"));
        }
        if (last(progress, "clarify")
                .filter(task -> "withdrawn".equals(task.outcome()))
                .isPresent()) {
            return reject(request, record, "withdrawn");
        }
        return progress.lastDecision()
                .filter(one -> one.status().equals(ApprovalStatus.REJECTED))
                .map(one -> reject(request, record, said(one)))
                .orElseThrow(() -> new IllegalStateException(
                        "the case " + record.key() + " has ended and what came out cannot be read yet"));
    }

    private RequestOutcome delivered(Delivery request, CaseRecord record) {
        Delivery delivery = library.markDelivered(FLOW + ":" + request.ref(), request);
        trail.append(request.assets().stream()
                .map(asset -> event(asset, request, record, CaseEventType.DELIVERY_DELIVERED, delivery.detail()))
                .toList());
        return new RequestOutcome.Delivered(delivery);
    }

    private RequestOutcome reject(Delivery request, CaseRecord record, String reason) {
        library.tell(request, FLOW + ":" + request.ref() + ":refused", reason);
        trail.append(event(request.ref(), request, record, CaseEventType.FLOW_REFUSED, reason));
        return new RequestOutcome.Rejected(library.markRejected(request, reason));
    }

    private CaseEvent event(
            SourceRef subject, Delivery request, CaseRecord record, CaseEventType type, @Nullable String note) {
        return trail.event(subject, null, type, request.ref().id(), null)
                .caseRef(record.ref())
                .caseKey(record.key())
                .outcome(type.equals(CaseEventType.FLOW_REFUSED) ? "refused" : null)
                .related(request.ref())
                .note(note)
                .build();
    }

    private static Optional<CaseTask> last(CaseProgress progress, String step) {
        return progress.tasks().stream()
                .filter(task -> step.equals(task.step()) && !task.status().equals(TaskStatus.CANCELLED))
                .reduce((earlier, later) -> later);
    }

    private static String said(Approval approval) {
        Decision decision = approval.decision();
        String note = decision == null ? null : decision.note();
        return "the owner said " + approval.status() + (note == null ? "" : ": " + note);
    }
}
