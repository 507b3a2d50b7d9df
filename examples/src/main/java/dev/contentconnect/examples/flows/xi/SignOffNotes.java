package dev.contentconnect.examples.flows.xi;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.Decision;
import dev.contentconnect.core.model.SourceRef;
import dev.contentconnect.examples.flows.FlowTrail;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which approval counts for an asset: the one that was decided last of those that were recorded. */
final class SignOffNotes {
    private static final String RECORDED = "recorded";
    private static final String BETWEEN = " ";

    private final FlowTrail trail;
    private final SourceRef all = SourceRef.of("signoff", "assets");

    SignOffNotes(FlowTrail trail) {
        this.trail = trail;
    }

    void recorded(SourceRef asset, Approval approval) {
        trail.note(all, RECORDED, asset, decidedAt(approval) + BETWEEN + approval.ref());
    }

    boolean isRecorded(SourceRef asset, Approval approval) {
        return text(asset).filter(one -> approval(one).equals(approval.ref())).isPresent();
    }

    /** The recorded approval, when it was decided after this one. */
    Optional<SourceRef> later(SourceRef asset, Approval approval) {
        return text(asset)
                .filter(one ->
                        Instant.parse(one.substring(0, one.indexOf(BETWEEN))).isAfter(decidedAt(approval)))
                .map(SignOffNotes::approval);
    }

    List<SourceRef> approvals() {
        return trail.notes(all, RECORDED).stream()
                .map(note -> approval(Objects.requireNonNull(note.fingerprint())))
                .toList();
    }

    private Optional<String> text(SourceRef asset) {
        return trail.notes(all, RECORDED).stream()
                .filter(note -> note.to().equals(asset))
                .findFirst()
                .map(note -> Objects.requireNonNull(note.fingerprint()));
    }

    private static SourceRef approval(String text) {
        return SourceRef.parse(text.substring(text.indexOf(BETWEEN) + 1));
    }

    private static Instant decidedAt(Approval approval) {
        Decision decision = approval.decision();
        return decision == null || decision.decidedAt() == null ? Instant.EPOCH : decision.decidedAt();
    }
}
