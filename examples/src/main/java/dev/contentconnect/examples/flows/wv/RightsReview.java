package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseEvent;
import dev.contentconnect.core.model.CaseEventType;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.RightsRecord;
import dev.contentconnect.core.model.Segment;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.CaseRequest;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateStore;
import dev.contentconnect.core.time.TimeSource;
import dev.contentconnect.examples.flows.CaseFields;
import dev.contentconnect.examples.flows.CaseProgress;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WV3: whoever uploads or updates an asset in the library has its rights reviewed in the workflow system: licence, expiry,
 * territories, brand. The outcome is written to the rights of the asset, and what is unfit becomes unavailable.
 *
 * <p><b>Trigger.</b> Any event of the library's {@code AssetFeed}; the end of a case comes by the {@code CaseFeed} or a
 * callback. Both go to {@link #on}, best through one inbox, so that one worker at a time has an asset:
 *
 * <pre>{@code
 * FeedRunner assets = FeedRunner.builder("wv3", store, item -> review.on(item.event()))
 *         .poll(library.require(AssetFeed.class), Duration.ofSeconds(30)).build();
 * FeedRunner cases = FeedRunner.builder("wv3-cases", store, assets.handOver())
 *         .poll(workflow.require(CaseFeed.class), Duration.ofSeconds(30)).build();
 * }</pre>
 *
 * <p><b>Steps.</b> A case is opened for what the asset is and claims to be: its version, rights, market and segments.
 * From then on its rights are pending, which never allows a use; what forbids already stays, and so does what is
 * published. <em>Clear</em> and <em>restrict</em> let the grants decide, with the {@code territories}, {@code validFrom}
 * and {@code validUntil} that the reviewer sent in place of the stated ones; nobody's word becomes a grant by being left
 * out. Everything else, an answer that cannot be read among it, blocks the asset and keeps it back. An asset whose new
 * rights do not allow the audience it is published to is kept back as well; to let it out again is up to whoever
 * publishes. A review that people called off leaves the rights pending until somebody changes something.
 *
 * <p><b>Keys.</b> The case: {@code wv3:{asset}@{version}/{fingerprint of what is reviewed}}, and a number behind it
 * where a case about exactly the same was cancelled. Whatever people change about those is reviewed anew, and ends the
 * open review of what was there before; what this flow writes itself is not. What was decided about exactly the same is
 * not asked again. Rights, block and hold are states: repeating them changes nothing.
 */
public final class RightsReview {
    /** The name of the flow: the source of its events and the beginning of its keys. */
    public static final String FLOW = "wv3";

    /** The kind of case that is opened. */
    public static final String CASE_TYPE = "contentconnect-rights-review";

    private static final Duration DUE_WITHIN = Duration.ofDays(2);

    private final CaseDesk cases;
    private final ApprovalDesk approvals;
    private final ReviewedLibrary library;
    private final FlowTrail trail;

    /**
     * Makes the flow. Never touches the network.
     *
     * @param workflow where people review; offers {@code CaseDesk} and {@code ApprovalDesk}
     * @param library where the assets are; offers {@code AssetReader}, {@code AssetPublisher}, {@code RightsReader} and
     *     {@code RightsWriter}
     * @param serving the channels the library serves: rights may depend on them, and VIP has no place for them
     * @param state remembers between calls
     * @param time the clock
     * @throws IllegalArgumentException when a connector lacks a capability
     */
    public RightsReview(
            Connector workflow, Connector library, List<Segment> serving, StateStore state, TimeSource time) {
        this.cases = workflow.require(CaseDesk.class);
        this.approvals = workflow.require(ApprovalDesk.class);
        this.trail = new FlowTrail(FLOW, state, time);
        this.library = new ReviewedLibrary(library, serving, trail);
    }

    /**
     * Takes in an event of either system; one that is none of this flow's business changes nothing. Late and repeated ones
     * do no harm: the present state counts.
     *
     * @param event a change of an asset, or the end of a case
     * @throws dev.contentconnect.core.error.ConnectorException as {@link #advance}
     * @throws IllegalStateException as {@link #advance}
     */
    public void on(CaseEvent event) {
        SourceRef subject = event.subject();
        String type = event.type().value();
        boolean changed = type.startsWith("asset.") || type.startsWith("rights.");
        boolean ended = (event.type().equals(CaseEventType.CASE_RESOLVED)
                        || event.type().equals(CaseEventType.CASE_CANCELLED))
                && String.valueOf(event.caseKey()).startsWith(FLOW + ":");
        if (subject != null && library.owns(subject) && (changed || ended)) {
            advance(subject);
        }
    }

    /**
     * Takes the review of an asset as far as it goes without waiting, from wherever it stands.
     *
     * @param asset its identity in the library
     * @return where it stands now
     * @throws dev.contentconnect.core.error.ConnectorException when a system fails; call again later. Conflict when
     *     somebody changed the asset in the same moment
     * @throws IllegalStateException when the case has ended and its decision cannot be read yet; call again later
     */
    public RightsReviewOutcome advance(SourceRef asset) {
        Optional<Reviewed> found = library.read(asset);
        // Any version leads to the asset.
        Optional<ReviewNote> last = ReviewNote.of(found.map(Reviewed::ref).orElse(asset), trail);
        if (found.isEmpty()) {
            last.ifPresent(note -> callOff(note, asset, "there is nothing to review any more"));
            return new RightsReviewOutcome.Nothing();
        }
        Reviewed now = found.get();
        ReviewNote note = last.filter(one -> one.knows(now.print())).orElseGet(() -> begin(now, last));
        return switch (note.stage()) {
            case DECIDED -> new RightsReviewOutcome.Decided(now.rights());
            case CALLED_OFF -> new RightsReviewOutcome.CalledOff(note.key());
            case OPEN -> proceed(now, note);
        };
    }

    private ReviewNote begin(Reviewed now, Optional<ReviewNote> last) {
        last.ifPresent(note -> callOff(note, now.ref(), "superseded: the asset or its rights were changed"));
        String first = FLOW + ":" + now.ref() + "@" + now.version() + "/" + now.print();
        String key = first;
        for (int round = 2; isCancelled(key); round++) {
            key = first + "#" + round;
        }
        ReviewNote note = ReviewNote.open(key, now.version(), now.print(), now.print(now.pending()));
        // Before anything is written, so that a crash does not make our own writing look like somebody else's.
        return note.keep(now.ref(), trail);
    }

    private boolean isCancelled(String key) {
        return cases.findByKey(key)
                .filter(one -> one.status().equals(CaseStatus.CANCELLED))
                .isPresent();
    }

    private void callOff(ReviewNote note, SourceRef asset, String reason) {
        if (note.stage() != ReviewNote.Stage.OPEN) {
            return;
        }
        cases.findByKey(note.key()).filter(one -> !one.status().isFinal()).ifPresent(one -> {
            CaseRecord cancelled = cases.cancel(one.ref(), reason);
            CaseProgress.decisions(cancelled, approvals).tell(trail, asset, note.version());
        });
        note.endedAs(ReviewNote.Stage.CALLED_OFF).keep(asset, trail);
    }

    private RightsReviewOutcome proceed(Reviewed now, ReviewNote note) {
        CaseRecord record = cases.open(new CaseRequest(
                note.key(),
                CASE_TYPE,
                "Rights of " + now.title(),
                now.ref(),
                now.version(),
                trail.now().plus(DUE_WITHIN),
                now.question(),
                Map.of()));
        CaseProgress progress = CaseProgress.decisions(record, approvals);
        progress.tell(trail, now.ref(), now.version());
        if (record.status().isFinal() && !record.status().equals(CaseStatus.CANCELLED)) {
            return settle(now, note, record, progress);
        }
        library.markPending(now);
        if (record.status().equals(CaseStatus.CANCELLED)) {
            trail.append(event(now, record, CaseEventType.FLOW_REFUSED)
                    .outcome("called_off")
                    .build());
            note.endedAs(ReviewNote.Stage.CALLED_OFF).keep(now.ref(), trail);
            return new RightsReviewOutcome.CalledOff(note.key());
        }
        return new RightsReviewOutcome.Waiting(record.ref());
    }

    private RightsReviewOutcome settle(Reviewed now, ReviewNote note, CaseRecord record, CaseProgress progress) {
        Approval decided = progress.lastDecision()
                .orElseThrow(() -> new IllegalStateException(
                        "the case " + note.key() + " has ended and its decision cannot be read yet"));
        ReviewVerdict verdict = ReviewVerdict.of(decided, CaseFields.of(record), now);
        ReviewNote written = note.alsoKnowing(now.print(verdict.rights())).keep(now.ref(), trail);
        RightsRecord stored = library.write(now, verdict);
        List<String> unfit = library.keepBack(now, verdict, stored);

        Decision decision = decided.decision();
        boolean blocked = stored.status().forbids();
        trail.append(event(now, record, blocked ? CaseEventType.RIGHTS_BLOCKED : CaseEventType.RIGHTS_CHANGED)
                .actor(decision == null ? null : decision.decidedBy())
                .outcome(stored.status().value())
                .note(verdict.reason())
                .build());
        if (!unfit.isEmpty()) {
            trail.append(event(now, record, CaseEventType.ASSET_HELD)
                    .note(String.join("; ", unfit))
                    .build());
        }
        written.endedAs(ReviewNote.Stage.DECIDED).keep(now.ref(), trail);
        return new RightsReviewOutcome.Decided(stored);
    }

    private CaseEvent.Builder event(Reviewed now, CaseRecord record, CaseEventType type) {
        return trail.event(now.ref(), now.version(), type, record.ref().id(), null)
                .caseRef(record.ref())
                .caseKey(record.key());
    }
}
