package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.spi.ApprovalDesk;
import dev.contentconnect.core.spi.ApprovalQuery;
import dev.contentconnect.core.spi.ApprovalRequest;
import dev.contentconnect.core.spi.CaseDesk;
import dev.contentconnect.core.spi.Connector;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers were asked about the versions of things: a round a version, a review a reviewer. A round that was stopped,
 * because another version came, begins anew when its version is the current one again. Every method may be repeated.
 */
final class ReviewRounds {
    private static final String ROUND = "round";
    private static final String BEGUN = "begun";
    private static final String REVIEW = "review ";
    private static final String ASKED = "asked ";
    private static final String STOPPED = "stopped";
    private static final String OVER = "over";
    private static final String OPEN = "open";

    private final ApprovalDesk desk;
    private final CaseDesk cases;
    private final String flow;
    private final FlowTrail trail;
    private final SourceRef everything;

    ReviewRounds(Connector reviewing, String flow, FlowTrail trail) {
        this.desk = reviewing.require(ApprovalDesk.class);
        this.cases = reviewing.require(CaseDesk.class);
        this.flow = flow;
        this.trail = trail;
        this.everything = SourceRef.of(flow, "open");
    }

    /**
     * A round.
     *
     * @param thing what has versions
     * @param version the version that is reviewed
     * @param attempt how often it was stopped before
     * @param key the key under which reviewers are asked
     */
    record Round(SourceRef thing, String version, int attempt, String key) {
        SourceRef ref() {
            return MediaLibrary.versionRef(thing, version);
        }
    }

    Round round(SourceRef thing, String version) {
        SourceRef ref = MediaLibrary.versionRef(thing, version);
        int attempt = trail.notes(ref, STOPPED).size();
        return new Round(thing, version, attempt, flow + ":" + ref + (attempt == 0 ? "" : "#" + (attempt + 1)));
    }

    /**
     * Asks, or finds what was asked. Noted before it is done, so that a round which a crash left behind is known.
     *
     * @param round its key and version are those of the request
     * @param request what to ask
     * @return one approval a reviewer
     */
    List<Approval> ask(Round round, ApprovalRequest request) {
        if (trail.notes(round.thing(), ROUND).stream().noneMatch(one -> one.to().equals(round.ref()))) {
            trail.note(round.thing(), ROUND, round.ref(), round.version());
        }
        if (trail.noted(round.ref(), OVER).isEmpty() && !isOpen(round)) {
            trail.note(everything, OPEN, round.thing(), null);
            trail.note(round.ref(), BEGUN, round.thing(), Integer.toString(round.attempt()));
        }
        List<Approval> known = reviews(round);
        if (known.stream().map(Approval::stakeholder).toList().containsAll(request.stakeholders())) {
            return known;
        }
        List<Approval> found = desk.request(request);
        found.forEach(one -> trail.note(round.ref(), REVIEW + round.attempt(), one.ref(), null));
        trail.note(round.ref(), ASKED + round.attempt(), round.thing(), null);
        return found;
    }

    private boolean isOpen(Round round) {
        String attempt = Integer.toString(round.attempt());
        return trail.noted(round.ref(), OVER).isEmpty()
                && trail.noted(round.ref(), BEGUN)
                        .filter(one -> attempt.equals(one.fingerprint()))
                        .isPresent();
    }

    /** What somebody deleted is left out. */
    private List<Approval> reviews(Round round) {
        List<Approval> out = new ArrayList<>();
        for (StateLink one : trail.notes(round.ref(), REVIEW + round.attempt())) {
            read(one.to()).ifPresent(out::add);
        }
        return out;
    }

    private Optional<Approval> read(SourceRef review) {
        return NotThere.asEmpty(() -> desk.get(review));
    }

    /** Notes that a round has its result; another version does not touch it any more. */
    void over(Round round) {
        if (isOpen(round)) {
            trail.note(round.ref(), OVER, round.thing(), null);
        }
        settle(round.thing());
    }

    private void settle(SourceRef thing) {
        if (underWay().contains(thing) && open(thing, null).isEmpty()) {
            trail.forget(everything, OPEN, thing);
        }
    }

    /** Things with rounds that have no result yet. */
    List<SourceRef> underWay() {
        return trail.notes(everything, OPEN).stream().map(StateLink::to).toList();
    }

    /** Rounds without a result, but for one. */
    private List<Round> open(SourceRef thing, @Nullable Round but) {
        return trail.notes(thing, ROUND).stream()
                .filter(one -> but == null || !one.to().equals(but.ref()))
                .map(one -> round(thing, Objects.requireNonNull(one.fingerprint())))
                .filter(this::isOpen)
                .toList();
    }

    /**
     * Stops what is open about other versions: nobody needs to answer any more, and what was answered does not count.
     *
     * @param thing what has versions
     * @param but the round that goes on, or null
     * @param reason why, for people
     */
    void stopOthers(SourceRef thing, @Nullable Round but, String reason) {
        for (Round round : open(thing, but)) {
            boolean complete = trail.noted(round.ref(), ASKED + round.attempt()).isPresent();
            List<Approval> after = new ArrayList<>();
            for (Approval review : complete ? reviews(round) : lost(round.version())) {
                stop(Objects.requireNonNullElse(review.caseRef(), review.ref()), reason);
                read(review.ref()).ifPresent(after::add);
            }
            ReviewTelling telling = new ReviewTelling(trail, round);
            telling.progress(reason, after);
            telling.cancelled(reason);
            trail.note(round.ref(), STOPPED, SourceRef.of(flow, round.key()), reason);
        }
        settle(thing);
    }

    private void stop(SourceRef review, String reason) {
        CaseRecord now = cases.get(review);
        if (!now.status().isFinal()) {
            cases.cancel(review, reason);
        }
    }

    /** Reviews that were begun the moment before a crash and never noted; the id of a version is of one thing only. */
    private List<Approval> lost(String version) {
        return desk.query(ApprovalQuery.ALL).stream()
                .filter(one -> version.equals(one.subjectVersion()))
                .toList();
    }
}
