package dev.contentconnect.examples.flows.wv;

import dev.contentconnect.core.model.Approval;
import dev.contentconnect.core.model.ApprovalStatus;
import dev.contentconnect.core.model.CaseRecord;
import dev.contentconnect.core.model.CaseStatus;
import dev.contentconnect.core.model.Decision;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Whether people can still decide. */
    boolean isOpen() {
        return !opened.status().isFinal();
    }

    /** Whether the case ended by itself and a decision cannot be read, which may be a matter of moments. */
    boolean isIncomplete() {
        return opened.status().equals(CaseStatus.RESOLVED) && !missing().isEmpty();
    }

    List<String> missing() {
        return stakeholders.stream().filter(this::isMissing).toList();
    }

    List<Approval> asked() {
        return List.copyOf(last.values());
    }

    /** Why the package is not approved; empty when everybody said yes. */
    List<String> objections() {
        if (opened.status().equals(CaseStatus.CANCELLED)) {
            return List.of("the case was cancelled");
        }
        List<String> objections = new ArrayList<>();
        for (String stakeholder : stakeholders) {
            Approval approval = last.get(stakeholder);
            if (approval == null || !approval.status().isFinal()) {
                objections.add("the case ended without a decision of " + stakeholder + " that could be read");
            } else if (!approval.status().equals(ApprovalStatus.APPROVED)) {
                objections.add(objection(approval));
            }
        }
        return objections;
    }

    private boolean isMissing(String stakeholder) {
        Approval approval = last.get(stakeholder);
        return approval == null || !approval.status().isFinal();
    }

    static String objection(Approval approval) {
        Decision decision = approval.decision();
        String note = decision == null ? null : decision.note();
        return approval.stakeholder() + " said " + approval.status() + (note == null ? "" : ": " + note);
    }
}
