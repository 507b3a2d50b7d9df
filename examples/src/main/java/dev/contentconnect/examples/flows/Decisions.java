package dev.contentconnect.examples.flows;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The last word of each stakeholder on one version; earlier rounds no longer count. */
final class Decisions {
    private static final Comparator<Approval> BY_TIME =
            Comparator.comparing(Approval::requestedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private final CaseRecord opened;
    private final List<String> stakeholders;
    private final Map<String, Approval> last = new LinkedHashMap<>();

    Decisions(CaseRecord opened, List<String> stakeholders, String version, Stream<Approval> approvals) {
        this.opened = opened;
        this.stakeholders = stakeholders;
        approvals
                .filter(approval -> Objects.requireNonNullElse(approval.subjectVersion(), version)
                        .equals(version))
                .sorted(BY_TIME)
                .forEach(approval -> {
                    if (approval.stakeholder() != null) {
                        last.put(approval.stakeholder(), approval);
                    }
                });
    }

    /** Whether more may still come: a case that closed by itself has all its decisions, if not in this very moment. */
    boolean isOpen() {
        return !opened.status().equals(CaseStatus.CANCELLED)
                && !(opened.status().isFinal() && missing().isEmpty());
    }

    List<String> missing() {
        return stakeholders.stream().filter(this::isMissing).toList();
    }

    List<Approval> made() {
        return last.values().stream()
                .filter(approval -> approval.status().isFinal())
                .toList();
    }

    /** Why the package is not approved; empty when everybody said yes. */
    List<String> objections() {
        if (opened.status().equals(CaseStatus.CANCELLED)) {
            return List.of("the case was cancelled");
        }
        return stakeholders.stream()
                .map(last::get)
                .filter(approval -> !approval.status().equals(ApprovalStatus.APPROVED))
                .map(Decisions::objection)
                .toList();
    }

    private boolean isMissing(String stakeholder) {
        Approval approval = last.get(stakeholder);
        return approval == null || !approval.status().isFinal();
    }

    private static String objection(Approval approval) {
        Decision decision = approval.decision();
        String note = decision == null ? null : decision.note();
        return approval.stakeholder() + " said " + approval.status() + (note == null ? "" : ": " + note);
    }
}
