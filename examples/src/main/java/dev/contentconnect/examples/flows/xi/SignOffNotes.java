package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.core.state.StateLink;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which approval counts for an asset: the one that was decided last of those that were taken for its sign-off. What it said is
 * kept, since the system of record removes approvals that have ended.
 */
final class SignOffNotes {
    private static final String SIGNED = "signed";
    private static final String WAITING = "waiting";
    private static final String BETWEEN = "\n";

    private final FlowTrail trail;
    private final SourceRef all = SourceRef.of("signoff", "assets");

    SignOffNotes(FlowTrail trail) {
        this.trail = trail;
    }

    /**
     * A sign-off.
     *
     * @param asset of this asset
     * @param version what people call the version
     * @param approval as it was when it was taken for the sign-off
     */
    record Signed(SourceRef asset, String version, Approval approval) {
        Instant at() {
            return decidedAt(approval);
        }
    }

    /** Before anything of it is written: from then on {@link #all} has it. */
    void sign(Signed signed) {
        trail.note(all, SIGNED, signed.asset(), signed.version() + BETWEEN + Answers.write(signed.approval()));
    }

    /** Whether a final approval waits for something that nobody tells of. */
    void waits(SourceRef approval, boolean waits) {
        boolean noted = waiting().contains(approval);
        if (waits && !noted) {
            trail.note(all, WAITING, approval, null);
        } else if (noted && !waits) {
            trail.forget(all, WAITING, approval);
        }
    }

    List<SourceRef> waiting() {
        return trail.notes(all, WAITING).stream().map(StateLink::to).toList();
    }

    /** What counts for an asset. */
    Optional<Signed> of(SourceRef asset) {
        return trail.notes(all, SIGNED).stream()
                .filter(note -> note.to().equals(asset))
                .findFirst()
                .map(SignOffNotes::read);
    }

    /** The sign-off that an approval is, as long as no later one counts. */
    Optional<Signed> by(SourceRef approval) {
        return all().stream()
                .filter(one -> one.approval().ref().equals(approval))
                .findFirst();
    }

    List<Signed> all() {
        return trail.notes(all, SIGNED).stream().map(SignOffNotes::read).toList();
    }

    private static Signed read(StateLink note) {
        String text = Objects.requireNonNull(note.fingerprint());
        int end = text.indexOf(BETWEEN);
        return new Signed(note.to(), text.substring(0, end), Answers.read(text.substring(end + 1)));
    }

    /** For an approval that does not say, the beginning of time. */
    static Instant decidedAt(Approval approval) {
        Decision decision = approval.decision();
        return decision == null || decision.decidedAt() == null ? Instant.EPOCH : decision.decidedAt();
    }
}
